"""Row numbers in rows that several files share: they are inserted when the rows of one file are joined."""

from __future__ import annotations

from collections.abc import Iterable

NUMBER = b"\0"  # placeholder of the number in the bytes of a row


def numbered(rows: Iterable[bytes], first: int) -> bytes:
    """The rows one after another; first: number of the first, counted from 1."""
    return b"".join([one.replace(NUMBER, b"%d" % number) for number, one in enumerate(rows, first)])
