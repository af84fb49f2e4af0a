"""The HTTP API: what the pages show, as JSON under /api/."""
