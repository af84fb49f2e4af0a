"""Anatomy: headline, standfirst, dateline, byline, paragraphs, furniture, publication date."""
