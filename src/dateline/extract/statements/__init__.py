"""Statements: who said (or thinks, expects, promises) what, to whom, when, in which words."""

from dateline.extract.statements.build import extract

__all__ = ["extract"]
