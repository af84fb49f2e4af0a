"""What many stories say together: copies and rewrites, incidents, quotations, timelines, intensity.

Pure functions of records and of what was made of them; what they give is kept by the store.
"""
