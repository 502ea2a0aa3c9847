"""Lossless editing of records: values change, every other byte of the file stays as it is.

No YAML library preserves folding, quotes and comments when it writes, so documents are never re-serialised: `rewrite`
compares the data with the desired data and replaces only the characters that differ. The result is parsed again and
refused unless it equals the desired data."""
