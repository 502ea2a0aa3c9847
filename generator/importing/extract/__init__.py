"""Texts of any source to parts of a record."""
