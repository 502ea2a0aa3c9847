"""Local overlays: information of one commune, and whether it still fits the record it was written for."""
