"""Comparison of the content with a source; the differences as data, text and a page."""
