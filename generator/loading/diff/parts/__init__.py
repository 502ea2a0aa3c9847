"""Descriptions of changes to one part of a procedure. Each module has `KEYS` (the YAML keys it covers, in page order)
and `changes(old, new)`, which takes two whole records and yields sentences."""
