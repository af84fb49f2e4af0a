"""The form by which a value is reviewed: its words, its fields, and who says so."""
