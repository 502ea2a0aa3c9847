"""Real data in: records of the national database and lists of provincial decisions to YAML, and the drift report.

A source is one file in `sources/` (see `registry.py`); everything else here is shared by the sources or by the writing.
"""
