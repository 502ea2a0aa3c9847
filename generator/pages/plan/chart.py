"""Charts drawn at build as SVG: bars of parts, with no script and no inline style. A table with the same figures stands beside
each, so the drawing is one image with one sentence for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

WIDTH, BAR, LINE, GAP = 420, 20, 20, 10  # narrow enough for a phone; a name stands on a line of its own above its bar
UNKNOWN = "–"
LETTER = 8.2  # a letter's width, about; long names are cut in the drawing, the table has them whole


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One row of a chart: its name and its parts, in the order of the legend."""

    name: str
    parts: Sequence[int]


def bars(title: str, legend: Sequence[str], rows: Sequence[ChartBar]) -> Markup:
    """Horizontal bars, each cut into its parts, all to one scale. Nothing when there is nothing to draw."""
    most = max((sum(row.parts) for row in rows), default=0)
    if most == 0:
        return Markup("")
    room, x, y = WIDTH - 60, 0, 2
    lines = []
    for at, word in enumerate(legend):
        wide = 36 + int(len(word) * LETTER)
        if x and x + wide > WIDTH:
            x, y = 0, y + LINE
        lines.append(
            f'<rect class="part-{at}" x="{x}" y="{y}" width="14" height="14"/><text x="{x + 20}" y="{y + 12}">{escape(word)}</text>'
        )
        x += wide
    top = y + LINE + GAP
    height = top + len(rows) * (LINE + BAR + GAP)
    lines.insert(
        0,
        f'<svg class="chart" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">',
    )
    for at, row in enumerate(rows):
        y = top + at * (LINE + BAR + GAP) + LINE
        lines.append(f'<text x="0" y="{y - 6}">{escape(_cut(row.name))}</text>')
        ends = [round(end * room / most, 1) for end in accumulate(row.parts)]
        for part, (begin, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
            if end > begin:
                lines.append(
                    f'<rect class="part-{part}" x="{begin:g}" y="{y}" width="{round(end - begin, 1):g}" height="{BAR}"/>'
                )
        lines.append(f'<text x="{(ends[-1] if ends else 0) + 6:g}" y="{y + 15}">{number(sum(row.parts))}</text>')
    return Markup("".join([*lines, "</svg>"]))


def number(value: int | None) -> str:
    """1234 -> `1.234`; a dash for a figure that nobody gave."""
    return UNKNOWN if value is None else f"{value:,}".replace(",", ".")


def added(*values: int | None) -> int | None:
    """The sum of figures; None when one of them is missing: a sum without it would be a wrong figure."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def percent(value: float) -> str:
    """99.5 -> `99,5%`, 100.0 -> `100%`."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",") + "%"


def share(count: int | None, total: int | None) -> str:
    """How much `count` is of `total`, cut off after one decimal; a dash when there is no total or a figure is missing."""
    return percent(1000 * count // total / 10) if total and count is not None else UNKNOWN


def bar(name: str, *parts: int | None) -> list[ChartBar]:
    """The bar of one row; none when a figure is missing: half a bar would show a wrong sum. The table beside has the rest."""
    known = [part for part in parts if part is not None]
    return [ChartBar(name, known)] if len(known) == len(parts) else []


def _cut(text: str) -> str:
    most = int(WIDTH / LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
