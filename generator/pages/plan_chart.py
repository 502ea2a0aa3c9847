"""Charts drawn at build as SVG: bars of parts, with no script and no inline style. A table with the same figures stands beside
each, so the drawing is one image with one sentence for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

WIDTH, LABEL, BAR, GAP = 640, 220, 22, 12
LETTER = 7.2  # a letter's width, about; long names are cut in the drawing, the table has them whole


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its name and its parts, in the order of the legend."""

    name: str
    parts: Sequence[int]


def bars(title: str, legend: Sequence[str], rows: Sequence[Bar]) -> Markup:
    """Horizontal bars, each cut into its parts, all to one scale. Nothing when there is nothing to draw."""
    most = max((sum(row.parts) for row in rows), default=0)
    if most == 0:
        return Markup("")
    room = WIDTH - LABEL - 60
    height = len(rows) * (BAR + GAP) + 34
    lines = [
        f'<svg class="chart" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    ]
    x = 0
    for at, word in enumerate(legend):
        lines.append(
            f'<rect class="part-{at}" x="{x}" y="2" width="14" height="14"/><text x="{x + 20}" y="14">{escape(word)}</text>'
        )
        x += 36 + int(len(word) * LETTER)
    for at, row in enumerate(rows):
        y = 34 + at * (BAR + GAP)
        lines.append(f'<text x="{LABEL - 8}" y="{y + 16}" text-anchor="end">{escape(_cut(row.name))}</text>')
        ends = [round(end * room / most, 1) for end in accumulate(row.parts)]
        for part, (begin, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
            if end > begin:
                lines.append(
                    f'<rect class="part-{part}" x="{LABEL + begin:g}" y="{y}" width="{round(end - begin, 1):g}" height="{BAR}"/>'
                )
        lines.append(
            f'<text x="{LABEL + (ends[-1] if ends else 0) + 6:g}" y="{y + 16}">{number(sum(row.parts))}</text>'
        )
    return Markup("".join([*lines, "</svg>"]))


def number(value: int) -> str:
    """1234 -> `1.234`."""
    return f"{value:,}".replace(",", ".")


def percent(value: float) -> str:
    """99.5 -> `99,5%`, 100.0 -> `100%`."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",") + "%"


def share(count: int, total: int) -> str:
    """How much `count` is of `total`, cut off after one decimal; a dash when there is no total."""
    return percent(1000 * count // total / 10) if total else "–"


def _cut(text: str) -> str:
    most = int((LABEL - 12) / LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
