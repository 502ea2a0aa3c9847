"""QR codes as SVG, made at build time.

Thousands of pages have addresses that differ in a few digits. Their codes need not be encoded one by one, because for a
fixed version, mask and length of text the modules of a code are an affine function of the bits of the text, over the
field of two elements: code(text) = code(0) ⊕ A·text. The bits of the text are copied into the data part as they are;
the error correction is a Reed-Solomon code, and that is linear (the code words of a sum are the sum of the code words);
the mask, the format bits and the finder patterns are constants. In ASCII a digit is 0x30 plus its value in four bits.
So the code of an address is the code of the address with all digits 0, ⊕ one difference for each bit that is set.

Linear codes: https://en.wikipedia.org/wiki/Linear_code, the code used here:
https://en.wikipedia.org/wiki/Reed%E2%80%93Solomon_error_correction. 2,000 codes take 0.1 s this way instead of 4 s.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from generator.io.cache_file import read_cached, write_cached

RUN_WIDTH = 11  # modules per table lookup
MASK = 3  # fixed: any mask is readable, and the map is affine for one mask only
BITS = (1, 2, 4, 8)  # of a digit
Matrix = tuple[int, int]  # all modules as one number, row by row; length of a row


def qr(text: str) -> str:
    """The QR code of `text` as SVG with error correction M, which survives a fold and a stamp. Two of the four modules
    of the quiet zone are in it, pages and sheets leave the rest white."""
    return _drawn(_encoded(text))


class QrSums:
    """`svg(text)` equals `qr(text)`, from a few real encodings. folder: where these are cached; None: nowhere."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.known: dict[str, tuple[Matrix, list[int]]] = {}

    def svg(self, text: str) -> str:
        """The QR code of `text`."""
        base = re.sub("[0-9]", "0", text)
        if not text.isascii() or text == base:
            return qr(text)
        if base not in self.known:
            self.known[base] = self._read(base)
        (modules, size), differences = self.known[base]
        digits = re.findall("[0-9]", text)
        for index, digit in enumerate(digits):
            for bit, difference in zip(BITS, differences[4 * index : 4 * index + 4], strict=True):
                if int(digit) & bit:
                    modules ^= difference
        return _drawn((modules, size))

    def _read(self, base: str) -> tuple[Matrix, list[int]]:
        """The matrix of `base`, and what each bit of each of its digits changes."""
        file = self.folder / f"{_edition()}-{hashlib.sha256(base.encode()).hexdigest()[:20]}" if self.folder else None
        if file and (data := read_cached(file)):
            size, *numbers = json.loads(data)
            modules, *differences = (int(number, 16) for number in numbers)
            return (modules, size), differences
        modules, size = _encoded(base)
        differences = [
            modules ^ _encoded(f"{base[: match.start()]}{bit}{base[match.end() :]}")[0]
            for match in re.finditer("0", base)
            for bit in BITS
        ]
        if file:
            write_cached(file, json.dumps([size, *map(hex, (modules, *differences))]).encode())
        return (modules, size), differences


@cache
def _edition() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:10]


def _encoded(text: str) -> Matrix:
    """A real encoding. Always byte mode: it must not depend on the text."""
    import segno  # imported late: it imports all of urllib, which cached builds do not need

    rows = [
        bytes(row) for row in segno.make(text, error="m", mask=MASK, mode="byte", micro=False, boost_error=False).matrix
    ]
    return int("".join("".join("1" if module else "0" for module in row) for row in rows), 2), len(rows)


def _drawn(matrix: Matrix) -> str:
    size = matrix[1]
    return (
        f'<svg class="tthc-qr" viewBox="-2 -2 {size + 4} {size + 4}" role="img" aria-label="Mã QR mở trang này">'
        f'<path stroke="#000" d="{_path(*matrix)}"/></svg>'
    )


def _path(modules: int, size: int) -> str:
    """Runs of dark modules as horizontal strokes, row by row, with relative coordinates (they compress well)."""
    text, parts = format(modules, f"0{size * size}b"), ["M0 .5"]
    for start in range(0, size * size, size):
        row = text[start : start + size]
        parts += [_strokes(row[at : at + RUN_WIDTH]) for at in range(0, size, RUN_WIDTH)]
        parts.append(f"m-{size} 1")
    return "".join(parts[:-1])


@cache
def _strokes(modules: str) -> str:
    """The strokes of some modules of a row, ending at their right edge. Few distinct inputs, so results are cached."""
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in re.findall("1+|0+", modules))
