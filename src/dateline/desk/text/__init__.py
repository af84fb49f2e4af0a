"""A story's text with every value of its record marked where its words stand."""

from dateline.desk.text.blocks import Block, marked
from dateline.desk.text.cards import Card, cards
from dateline.desk.text.marks import LAYERS

__all__ = ["LAYERS", "Block", "Card", "cards", "marked"]
