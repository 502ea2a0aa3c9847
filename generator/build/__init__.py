"""The pipeline from content to a finished folder."""
