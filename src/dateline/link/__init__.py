"""What many stories tell together: copies, incidents, timelines, intensity.

Pure functions on flat values, so that a store, a file of records or a notebook can feed them.
"""
