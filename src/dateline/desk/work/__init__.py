"""Work beside the pages: reading a story that was pasted, and ingesting a corpus."""
