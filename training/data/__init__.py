"""One module for each corpus: `read(path)` yields documents, that is lists of sentences."""
