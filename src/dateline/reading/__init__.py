"""Reading: files, pages, addresses and corpora become documents."""
