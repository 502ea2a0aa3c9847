"""Diagnostics as text and json, for people and for machines; a format is a file with `render(problems) -> str`."""
