"""Extract: times, places, actors, statements, events, casualties, formats, territories."""
