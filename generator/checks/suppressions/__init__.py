"""Findings that an editor set aside."""
