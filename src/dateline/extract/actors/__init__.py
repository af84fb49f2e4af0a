"""Actors: who acts, speaks or is acted upon."""
