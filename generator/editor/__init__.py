"""`tthc edit`: a local page on which officers change records.

It runs the project's own reader, checks and templates, so what it says is what the site will say; see docs/editor.md.
"""
