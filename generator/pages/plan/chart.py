"""Stacked bar charts rendered at build time as SVG, with no script and no inline style.

Each stands beside a table with the same figures, so for assistive technology it is one image with a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

WIDTH, BAR, LINE, GAP = 420, 20, 20, 10  # narrow enough for a phone; names are above their bars
UNKNOWN = "–"
LETTER = 8.2  # approximate width of a letter; long names are cut in the chart, the table has them in full


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One row of a chart: its name and its parts, in the order of the legend."""

    name: str
    parts: Sequence[int]


def bars(title: str, legend: Sequence[str], rows: Sequence[ChartBar]) -> Markup:
    """Horizontal stacked bars on one scale; empty markup when all values are 0."""
    longest = max((sum(row.parts) for row in rows), default=0)
    if longest == 0:
        return Markup("")
    room, x, y = WIDTH - 60, 0, 2
    lines = []
    for at, word in enumerate(legend):
        wide = 36 + int(len(word) * LETTER)
        if x and x + wide > WIDTH:
            x, y = 0, y + LINE
        lines.append(
            f'<rect class="tthc-chart__part-{at}" x="{x}" y="{y}" width="14" height="14"/>'
            f'<text x="{x + 20}" y="{y + 12}">{escape(word)}</text>'
        )
        x += wide
    top = y + LINE + GAP
    height = top + len(rows) * (LINE + BAR + GAP)
    lines.insert(
        0,
        f'<svg class="tthc-chart" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}">',
    )
    for at, row in enumerate(rows):
        y = top + at * (LINE + BAR + GAP) + LINE
        lines.append(f'<text x="0" y="{y - 6}">{escape(_cut(row.name))}</text>')
        ends = [round(end * room / longest, 1) for end in accumulate(row.parts)]
        for part, (begin, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
            if end > begin:
                width = round(end - begin, 1)
                lines.append(
                    f'<rect class="tthc-chart__part-{part}" x="{begin:g}" y="{y}" width="{width:g}" height="{BAR}"/>'
                )
        lines.append(f'<text x="{(ends[-1] if ends else 0) + 6:g}" y="{y + 15}">{number(sum(row.parts))}</text>')
    return Markup("".join([*lines, "</svg>"]))


def number(value: int | None) -> str:
    """1234 -> `1.234`; a dash for a missing figure."""
    return UNKNOWN if value is None else f"{value:,}".replace(",", ".")


def added(*values: int | None) -> int | None:
    """The sum of figures; None when one is missing, because a partial sum would be wrong."""
    present = [value for value in values if value is not None]
    return sum(present) if len(present) == len(values) else None


def percent(value: float) -> str:
    """99.5 -> `99,5%`, 100.0 -> `100%`."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",") + "%"


def share(count: int | None, total: int | None) -> str:
    """`count` as a percentage of `total`, truncated to one decimal; a dash if the total is 0 or a figure is missing."""
    return percent(1000 * count // total / 10) if total and count is not None else UNKNOWN


def bar(name: str, *parts: int | None) -> list[ChartBar]:
    """The bar of one row; none when a figure is missing, because a partial bar would show a wrong sum."""
    present = [part for part in parts if part is not None]
    return [ChartBar(name, present)] if len(present) == len(parts) else []


def _cut(text: str) -> str:
    limit = int(WIDTH / LETTER)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
