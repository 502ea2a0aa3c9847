"""nhung/: lists to embed in other portals."""

from generator.outputs.embedding.files import files, pieces

__all__ = ["files", "pieces"]
