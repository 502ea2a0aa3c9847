"""Keeps the content in step with a source: what we took last time, what the source says now, what editors made of
it."""
