"""Lossless editing of records: values change, everything else in the file stays as it is, to the byte.

No YAML library keeps folding, quotes and comments on writing, so no document is ever written out again: `rewrite`
compares the data with what is wanted and replaces only the characters of what differs. The result is parsed again and
refused unless it says exactly what was wanted.
"""
