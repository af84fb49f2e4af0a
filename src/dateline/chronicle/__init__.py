"""The chronicle: one account out of many stories, every source kept."""
