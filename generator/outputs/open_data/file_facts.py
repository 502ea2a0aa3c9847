"""Size and hash of a file, computed while it is written in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator


class FileFacts:
    """size: in bytes; sha256: in hexadecimal digits; both so far."""

    def __init__(self) -> None:
        self.size, self._hash = 0, hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def watch(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Yields the pieces unchanged and counts them."""
        for piece in pieces:
            self.size += len(piece)
            self._hash.update(piece)
            yield piece
