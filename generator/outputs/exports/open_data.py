"""/du-lieu/v1/… and /id/…: the open data."""

from generator.outputs.open_data.publication import data_files as files

__all__ = ["files"]
