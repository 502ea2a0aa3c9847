"""How a change of one part of a procedure is said: a file each, with `KEYS` (the YAML keys it speaks for, in the order of
the page) and `changes(old, new)`, which takes two whole records and yields sentences."""
