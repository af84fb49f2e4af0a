"""What a chronicle answers, as pages to read: outlines that `dateline.record.brief` shows."""
