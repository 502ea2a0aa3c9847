"""nhung/: lists for portals that are not ours."""

from generator.embedding.files import files

__all__ = ["files"]
