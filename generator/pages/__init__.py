"""One page kind, one file: catalogue in, pages out. A module `pages/NAME.py` with `pages(catalogue)` is found by name."""
