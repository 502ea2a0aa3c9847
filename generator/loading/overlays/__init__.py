"""Local overlays: what a commune says for itself, and whether that still fits the record it was written for."""
