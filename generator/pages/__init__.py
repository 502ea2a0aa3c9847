"""Kinds of pages, one module each: catalogue in, pages out.

Every module here that has `pages(catalogue)` is discovered by name."""
