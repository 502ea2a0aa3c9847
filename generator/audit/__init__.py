"""Checks of a built site: one file each, with `ID`, `TITLE` and `check(site)`, found by name. Reads only the files."""
