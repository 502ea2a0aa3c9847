"""Answers of the national database's API."""
