"""The Python API: what `import dateline` offers.

import dateline
record = dateline.read("story.txt")
record.statements[0].speaker
"""
