"""Faults that the reader itself reports."""
