"""QR codes as inline SVG, made at build time.

A QR symbol of one version and mask is an affine map over GF(2) of the bits of its text. So the codes of thousands of
pages whose addresses differ in a few digits need one real encoding per bit of a digit and position; the rest are
exclusive ors. 2,000 codes take 0.1 s this way instead of 4 s."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markupsafe import Markup

RUN_WIDTH = 11  # modules per table lookup
MASK = 3  # fixed: any mask is readable, and the map is affine for one mask only
MATRIX_CACHE: dict[str, tuple[int, int]] = {}  # real encodings; saved in the build cache


def qr(text: str) -> Markup:
    """The QR code of `text` (ASCII) as SVG with error correction M, for pages that may be printed."""
    bits, size = _matrix(text)
    box = f"-2 -2 {size + 4} {size + 4}"
    return Markup(
        f'<svg class="tthc-qr" viewBox="{box}" role="img" aria-label="Mã QR mở trang này">'
        f'<path stroke="#000" d="{_path(bits, size)}"/></svg>'
    )


def _matrix(text: str) -> tuple[int, int]:
    if not text.isascii():
        return _encoded(text)
    base = re.sub(r"\d", "0", text)
    bits, size = _encoded(base)
    for at, char in enumerate(text):
        if char != base[at]:
            for bit in "1248":
                if int(char) & int(bit):
                    bits ^= _difference(base, at, bit)
    return bits, size


@lru_cache(maxsize=512)
def _difference(base: str, at: int, digit: str) -> int:
    return _encoded(base)[0] ^ _encoded(f"{base[:at]}{digit}{base[at + 1 :]}")[0]


def _encoded(text: str) -> tuple[int, int]:
    """(all modules as one number, row by row; length of a row). Always byte mode: it must not depend on the text."""
    if text not in MATRIX_CACHE:
        MATRIX_CACHE[text] = _encode(text)
    return MATRIX_CACHE[text]


def _encode(text: str) -> tuple[int, int]:
    import segno  # imported late: it imports all of urllib, which cached builds do not need

    rows = [
        bytes(row) for row in segno.make(text, error="m", mask=MASK, mode="byte", micro=False, boost_error=False).matrix
    ]
    return int("".join("".join("1" if module else "0" for module in row) for row in rows), 2), len(rows)


def _path(bits: int, size: int) -> str:
    """Runs of dark modules as horizontal strokes, row by row, with relative coordinates (they compress well)."""
    text, parts = format(bits, f"0{size * size}b"), ["M0 .5"]
    for start in range(0, size * size, size):
        row = text[start : start + size]
        parts += [_strokes(row[at : at + RUN_WIDTH]) for at in range(0, size, RUN_WIDTH)]
        parts.append(f"m-{size} 1")
    return "".join(parts[:-1])


@cache
def _strokes(modules: str) -> str:
    """The strokes of some modules of a row, ending at their right edge. Few distinct inputs, so results are cached."""
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in re.findall("1+|0+", modules))
