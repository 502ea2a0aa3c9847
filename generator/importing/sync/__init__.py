"""Keeps the content in step with a source, from what was taken last time, what the source says now, and what editors
changed."""
