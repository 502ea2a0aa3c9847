"""Renders the drift as a chapter of the editors' handbook: Markdown with front matter, for content/handbook/.

Source texts are escaped: every character with a meaning in Markdown or HTML is written as an entity.
"""

from __future__ import annotations

import re
import unicodedata

from generator import urls
from generator.importing.drift.comparison import Compared, Drift, ListedRecord
from generator.schema.codes import PROCEDURE_CODE

MAX_SHOWN = 200
MAX_LENGTH = 300
ORDER = 90  # among the last chapters


def render(drift: Drift, source: str, include_all: bool = False) -> str:
    """The chapter. source: name of the compared file; include_all: include wording and every line of the lists."""
    shown = [item for item in drift.compared if (item.differences if include_all else item.facts)]
    lines = [
        "---",
        "ten: Khác với CSDL quốc gia",
        "mo_ta: Thủ tục nào thiếu, thừa, đã bãi bỏ hay ghi khác so với bản ghi quốc gia; "
        "để người biên tập rà từng mục.",
        f"thu_tu: {ORDER}",
        "---",
        _summary(drift, source) + "Trang này do `tthc drift` viết, đừng sửa tay: sửa thủ tục rồi chạy lại lệnh.",
    ]
    lines += [f"\n> {_text(warning)}" for warning in drift.warnings]
    for title, items in (
        ("Có ở nguồn, chưa có ở đây", drift.missing_here),
        ("Có ở đây, không có ở nguồn", drift.missing_there),
        ("Đã bãi bỏ ở nguồn mà đây còn đăng", drift.abolished_there),
    ):
        lines += _listed(title, items, include_all)
    if shown:
        lines.append(f"\n## Ghi khác nhau: {len(shown)}")
    for item in shown:
        lines += _compared(item, include_all)
    return "\n".join(lines) + "\n"


def _summary(drift: Drift, source: str) -> str:
    both = f"So với {_text(source)}: {len(drift.compared)} thủ tục có ở cả hai bên"
    if drift.codes_only:
        return f"{both}, chỉ so mã. "
    differing = len([item for item in drift.compared if item.facts])
    wording = len([item for item in drift.compared if item.differences and not item.facts])
    return f"{both}, {differing} khác, {wording} chỉ khác lời văn. "


def _listed(title: str, items: list[ListedRecord], include_all: bool) -> list[str]:
    if not items:
        return []
    shown = items if include_all else items[:MAX_SHOWN]
    more = [f"- và {len(items) - len(shown)} thủ tục nữa"] if len(items) > len(shown) else []
    return [
        f"\n## {title}: {len(items)}\n",
        *(f"- {_code(item.code, bool(item.path))} {_text(item.name)}" for item in shown),
        *more,
    ]


def _compared(item: Compared, include_all: bool) -> list[str]:
    rows = item.differences if include_all else item.facts
    return [
        f"\n### {_text(item.code)} {_text(item.name)}\n",
        f"Tệp `{item.path}`, {_code(item.code, True, 'xem trang')}.\n",
        "| Phần | Ở đây | Nguồn |",
        "|---|---|---|",
        *(f"| {_text(row.label)} | {_side(row.ours)} | {_side(row.theirs)} |" for row in rows),
    ]


def _side(values: list[str]) -> str:
    return "; ".join(map(_text, values)) or "(không nói)"


def _code(code: str, ours: bool, words: str = "") -> str:
    """The code, as a link to our page if there is one."""
    return (
        f"[{words or code}](../../{urls.procedure(code)})" if ours and PROCEDURE_CODE.fullmatch(code) else _text(code)
    )


def _text(text: str) -> str:
    """Escape a text: one line, NFC, truncated, with every Markdown or HTML character as an entity."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    plain = "".join(char for char in plain if char.isprintable())
    plain = plain if len(plain) <= MAX_LENGTH else plain[: MAX_LENGTH - 1] + "…"
    return re.sub(r"[&<>|*_`\[\]()#\\!~{}]", lambda sign: f"&#{ord(sign[0])};", plain)
