"""Files for machines and scripts: feeds, calendars, small JSON. One module, one export; modules are found by name.

A module has `files(catalogue)` for files with a fixed address, or `data(catalogue)` for data that scripts load: that is
published under a hashed name like a style sheet, so that it may be cached for ever.
"""
