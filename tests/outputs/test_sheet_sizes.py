"""How large the letters of a leaflet and a card are: the largest size that fits, wherever the search begins."""

from __future__ import annotations

import json
import random

import pytest

from generator.outputs.sheets.typeset import TEMPLATES

pytestmark = pytest.mark.slow

SIZES = (14, 13, 12, 11, 10, 9)

SOURCE = """#import "/base.typ": largest-size
#let sizes = SIZES.map(size => size * 1pt)
#let found(heights, start) = {
  let size = largest-size(size => heights.at(str(size / 1pt)) * 1pt, 100pt, sizes, start)
  if size == none { 0 } else { size / 1pt }
}
#metadata(CASES.map(((heights, start)) => found(heights, start))) <found>
"""


def heights(seed: int) -> dict[int, float]:
    """Heights of one text in each size: in larger letters it has no fewer lines."""
    chance, height = random.Random(seed), random.Random(seed).uniform(2, 13)
    found = {}
    for size in reversed(SIZES):
        height *= chance.choice((1, 1, 1.05, 1.2))
        found[size] = height * size
    return found


def test_the_largest_size_that_fits_is_found_wherever_the_search_begins() -> None:
    import typst

    cases = [(heights(seed), start) for seed in range(200) for start in range(len(SIZES))]
    values = [[{str(size): high for size, high in table.items()}, start] for table, start in cases]
    text = json.dumps(json.dumps(values))
    source = SOURCE.replace("SIZES", repr(SIZES)).replace("CASES", f"json(bytes({text}))")
    compiler = typst.Compiler(source.encode(), root=TEMPLATES, font_paths=typst.Fonts(include_system_fonts=False))
    found = json.loads(compiler.query("<found>", field="value", one=True))
    wanted = [max((size for size in SIZES if table[size] <= 100), default=0) for table, _ in cases]
    assert found == wanted
    assert len(set(wanted)) == len(SIZES) + 1, "each size, and none"
