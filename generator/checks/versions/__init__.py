"""Dated versions of records, and the days the site publishes."""
