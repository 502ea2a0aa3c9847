"""How large the letters of a procedure's sheet can be. Worked out from the lengths of its texts: letting Typst measure every sheet
at three sizes doubled the time of setting them (187 sheets: 2.8 s against 6.0 s of CPU)."""

from __future__ import annotations

from math import ceil
from typing import Any

LINE = 89  # letters of a line across the sheet, in the largest size
SIZES = ((54, 12.6), (60, 11.6))  # up to so many lines: so many points
SMALLEST = 10.6


def size_for(data: dict[str, Any]) -> float:
    """Points, for the data of a procedure's sheet; tests/sheets compares the real sheets' pages with those in the smallest size."""
    lines = 14.5 + _lines(data["title"], 0.5) * 1.6
    lines += sum(_lines(value, 0.75) + 0.45 for _, value in data["facts"])
    for group in data["groups"]:
        lines += 1.6 if group["name"] else 0
        lines += sum(
            _lines(f"{paper['name']}{paper['facts']}{paper['note']}", 0.96) + 0.35 for paper in group["papers"]
        )
    lines += (
        sum(_lines(line) + 0.3 for line in data["lines"]) + sum(map(_lines, data["conditions"])) + _lines(data["bases"])
    )
    return next((size for most, size in SIZES if lines <= most), SMALLEST)


def _lines(text: str, width: float = 1.0) -> int:
    return sum(max(1, ceil(len(line) / (LINE * width))) for line in text.split("\n"))
