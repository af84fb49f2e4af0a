"""Builds the language model that Dateline ships. Nothing of it is needed to install or run it."""
