"""Where a release can go: one file a kind of place, each the same few operations (see place.py)."""
