"""“Bãi bỏ từ ngày 01/01/2024 theo …”, “Hết hiệu lực …”, “Sửa đổi theo …”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.diff.generic import without
from generator.loading.diff.texts import short
from generator.plain_data import Fields

KEYS = ("hieu_luc", "bai_bo", "sua_doi", "quyet_dinh_cong_bo")
ORDER = 1


def changes(old: Fields, new: Fields) -> Iterator[str]:
    """Whether the procedure is in force, since when, and by which decision."""
    was, now = old.get("bai_bo"), new.get("bai_bo")
    if now and now != was:
        yield f"Bãi bỏ từ ngày {_day(now.get('ngay'))} theo {now.get('van_ban', 'chưa rõ')}"
    elif was and not now:
        yield "Không còn bị bãi bỏ"
    term, new_term = old.get("hieu_luc", {}), new.get("hieu_luc", {})
    if term.get("tu") != new_term.get("tu"):
        yield f"Có hiệu lực từ: {_day(term.get('tu'))} → {_day(new_term.get('tu'))}"
    if term.get("den") != new_term.get("den"):
        yield f"Áp dụng đến hết ngày {_day(new_term['den'])}" if new_term.get("den") else "Tiếp tục áp dụng"
    if term.get("thay_the_boi", []) != new_term.get("thay_the_boi", []):
        yield f"Được thay bằng: {', '.join(new_term.get('thay_the_boi', [])) or 'không'}"
    for amendment in new.get("sua_doi", []):
        if amendment not in old.get("sua_doi", []):
            part, law = amendment.get("phan", ""), amendment.get("van_ban", "chưa rõ")
            yield f"Sửa đổi {part} từ ngày {_day(amendment.get('ngay'))} theo {law}{_note(amendment)}"
    for amendment in without(old.get("sua_doi", []), new.get("sua_doi", [])):
        part, law = amendment.get("phan", ""), amendment.get("van_ban", "chưa rõ")
        yield f"Bỏ dòng sửa đổi {part} từ ngày {_day(amendment.get('ngay'))} theo {law}"
    decision, new_decision = old.get("quyet_dinh_cong_bo"), new.get("quyet_dinh_cong_bo")
    if decision != new_decision:
        yield f"Quyết định công bố: {_decision(decision)} → {_decision(new_decision)}"


def _note(amendment: Fields) -> str:
    return f": {short(amendment['noi_dung'])}" if amendment.get("noi_dung") else ""


def _decision(decision: Fields | None) -> str:
    body = f" của {decision['co_quan']}" if decision and decision.get("co_quan") else ""
    return f"{decision.get('so', 'chưa rõ')} ngày {_day(decision.get('ngay'))}{body}" if decision else "chưa rõ"


def _day(value: object) -> str:
    parts = str(value or "chưa rõ").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else parts[0]
