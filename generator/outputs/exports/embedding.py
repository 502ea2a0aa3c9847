"""nhung/: lists for portals that are not ours."""

from generator.outputs.embedding.files import files, pieces

__all__ = ["files", "pieces"]
