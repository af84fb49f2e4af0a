"""The map: borders that ship with Dateline, drawn as SVG where they are seen."""
