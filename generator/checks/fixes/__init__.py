"""`tthc fix`: mends what is certain. A fixer is a file with `WHAT` and `mend(text, kind) -> text`, text in, text out;
comments and layout stay, and run.py throws a mend away when the file would mean something else after it."""
