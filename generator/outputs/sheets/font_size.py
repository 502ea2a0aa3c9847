"""Font size of a procedure's sheet, estimated from the lengths of its texts.

Letting Typst measure every sheet at three sizes doubled typesetting time (187 sheets: 6.0 s of CPU, not 2.8 s)."""

from __future__ import annotations

from math import ceil
from typing import Any

LINE = 89  # letters per full-width line at the largest size
SIZES = ((54, 12.6), (60, 11.6))  # (maximum number of lines, size in points)
MIN_SIZE, ONE_PAGE = 10.6, 68  # size; maximum number of its lines that are tried on one page


def size_for(data: dict[str, Any]) -> dict[str, Any]:
    """The size in points for a sheet's data, and the number of pages where that is expected to be one; tests compare
    page counts with those at the smallest size."""
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
    lines += 1.6 + sum(map(_lines, data["ask"])) if data["ask"] else 0
    size = next((size for max_lines, size in SIZES if lines <= max_lines), MIN_SIZE)
    return {"size": size, "pages": 1} if lines <= ONE_PAGE else {"size": size}


def _lines(text: str, width: float = 1.0) -> int:
    return sum(max(1, ceil(len(line) / (LINE * width))) for line in text.split("\n"))
