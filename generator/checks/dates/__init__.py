"""Dates and holidays."""
