"""Chữ phải đủ tương phản với nền, ở cả nền sáng và nền tối."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, Position, line_in

ID = "KT-006"
TITLE = "Chữ mờ trên nền"
LAW = "theo TT 26/2020 (WCAG 1.4.3)"
MIN_RATIO = 4.5
# names in our palette: text colour and its background
PAIRS = (
    ("--colour-text", "--colour-page"),
    ("--colour-text-muted", "--colour-page"),
    ("--colour-text", "--colour-surface"),
    ("--colour-link", "--colour-page"),
    ("--colour-on-brand", "--colour-brand"),
    ("--colour-success", "--colour-page"),
    ("--colour-warning-text", "--colour-warning-surface"),
)
RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
SET = re.compile(
    r"(?<![\w-])(--[\w-]++|color|background|background-color)\s*+:\s*+(#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?)\s*+(?:;|$)"
)


def check_file(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    """The palette of each style sheet, and every rule that sets both colours itself."""
    if not name.endswith(".css"):
        return
    text = (site.folder / name).read_text("utf-8", "replace")
    first: dict[str, str] = {}
    for rule in RULE.finditer(text):
        colours = dict(SET.findall(rule[2]))
        place = line_in(text, rule.start(2))
        if any(key.startswith("--") for key in colours):
            palette = first | colours
            first = first or colours
            for fore, under in PAIRS:
                if fore in palette and under in palette:
                    yield from _judge(name, place, fore, palette[fore], palette[under])
        back = colours.get("background", colours.get("background-color", ""))
        if "color" in colours and back:
            yield from _judge(name, place, rule[1].strip(), colours["color"], back)


def _judge(name: str, place: Position, what: str, fore: str, back: str) -> Iterator[AuditFinding]:
    ratio = contrast(fore, back)
    if ratio < MIN_RATIO:
        said = f"{ratio:.1f}".replace(".", ",")
        yield AuditFinding(
            name,
            place,
            f"{what}: chữ {fore} trên nền {back} chỉ tương phản {said}, cần 4,5",
            "Chọn màu đậm hoặc nhạt hơn.",
        )


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (#rgb or #rrggbb), 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
