"""Size limits of content. The loader enforces them, so rules, pages, Markdown and exports can rely on them."""

from __future__ import annotations

MAX_FILE = 1_000_000  # bytes of one file
MAX_TEXT = 100_000  # characters of one field; the longest field of 3,000 national records has 52,000
MAX_WORD = 2_000  # characters without a space; the longest address of the same records has 189
MAX_NAME = 100  # characters of a name in an address: file systems allow 255 bytes, `index.html` included
# Markdown: limits for input on which the engine takes more than linear time
MAX_LINE = 10_000  # characters of one line
MAX_LINES = 500  # lines without a blank one between them
MAX_NESTING = 12  # lists and quotes inside each other, in one line
MAX_SIGNS = 400  # signs with a meaning (* _ ` [ < !) in one paragraph; the district's own texts have 61 at most
MAX_ALL_SIGNS = 4_000  # and in one text
MAX_COLUMNS = 50  # of a table
MIN_RELEASES = 2  # a target keeps: with the one before the last, publishing can be undone
