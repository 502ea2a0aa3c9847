"""A ZIP file joined from pieces that were compressed before, so that files can share them. Equal content gives equal
bytes on any day."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

LEVEL = 6
END = b"\x03\x00"  # the last block of a deflate stream, empty
DAY = 0x21  # 1 January 1980, the first day that the format knows
POLYNOMIAL, ONE = 0xEDB88320, 1 << 31


class Piece(NamedTuple):
    """data: compressed, up to a byte boundary and without reference to what stands before it; crc, size: of what was
    compressed."""

    data: bytes
    crc: int
    size: int


def piece(data: bytes) -> Piece:
    """A piece of a part, compressed."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return Piece(packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH), zlib.crc32(data), len(data))


def archive(parts: Iterable[tuple[str, Iterable[Piece]]]) -> bytes:
    """The ZIP file of (name, pieces) in this order."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, pieces in parts:
        body, crc, size = [], 0, 0
        for one in pieces:
            body.append(one.data)
            crc, size = _joined(crc, one.crc, one.size), size + one.size
        body.append(END)
        encoded = name.encode()
        facts = struct.pack("<HHHHIIIHH", 0, 8, 0, DAY, crc, sum(map(len, body)), size, len(encoded), 0)
        directory.append(b"PK\x01\x02\x14\x00\x14\x00%b%b%b" % (facts, struct.pack("<HHHII", 0, 0, 0, 0, at), encoded))
        out += [b"PK\x03\x04\x14\x00%b%b" % (facts, encoded), *body]
        at += 30 + len(encoded) + sum(map(len, body))
    ends = b"".join(directory)
    count = len(directory)
    return b"".join((*out, ends, struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(ends), at, 0)))


def _joined(first: int, second: int, size: int) -> int:
    """The checksum of two texts joined, from the checksum of each. size: of the second."""
    return _product(_power(size), first) ^ second


@cache
def _power(size: int) -> int:
    """The factor by which `size` zero bytes multiply a checksum."""
    found, number = ONE, 3
    while size:
        if size & 1:
            found = _product(_SQUARES[number & 31], found)
        size, number = size >> 1, number + 1
    return found


def _product(one: int, other: int) -> int:
    """The product of two polynomials, highest bit first, modulo that of CRC-32."""
    found, bit = 0, ONE
    while True:
        if one & bit:
            found ^= other
            if not one & (bit - 1):
                return found
        bit >>= 1
        other = other >> 1 ^ POLYNOMIAL if other & 1 else other >> 1


def _squares() -> list[int]:
    """x to the power of 1, 2, 4, 8 …"""
    found = [1 << 30]
    while len(found) < 32:
        found.append(_product(found[-1], found[-1]))
    return found


_SQUARES = _squares()
