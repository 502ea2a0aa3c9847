"""Renders the drift as text for the terminal."""

from __future__ import annotations

from generator.importing.drift.comparison import Difference, Drift, ListedRecord

MAX_SHOWN = 20
MAX_LENGTH = 400


def render(drift: Drift, include_all: bool = False) -> str:
    """Four lists (TT 19/2014 Đ10 k3) and a total. include_all: include wording and every line of the lists."""
    lines = [f"Lưu ý: {warning}" for warning in drift.warnings]
    lines += _listed("Có ở nguồn, chưa có ở đây", drift.missing_here, include_all)
    lines += _listed("Có ở đây, không có ở nguồn", drift.missing_there, include_all)
    lines += _listed("Đã bãi bỏ ở nguồn mà đây còn đăng", drift.abolished_there, include_all)
    shown = [item for item in drift.compared if (item.differences if include_all else item.facts)]
    for item in shown:
        lines.append(f"{item.path}: {item.code} {item.name}")
        lines += [_one(difference) for difference in (item.differences if include_all else item.facts)]
    wording = sum(bool(item.differences) and not item.facts for item in drift.compared)
    same = sum(not item.differences for item in drift.compared)
    differing = sum(bool(item.facts) for item in drift.compared)
    result = f"{differing} khác, {wording} chỉ khác lời văn, {same} giống nhau"
    lines.append(
        f"So {len(drift.compared)} thủ tục có ở cả hai bên: {'chỉ so mã' if drift.codes_only else result}; "
        f"{len(drift.missing_here)} chưa có ở đây, {len(drift.missing_there)} không có ở nguồn, "
        f"{f'{drift.accepted} chỗ khác đã chấp nhận; ' if drift.accepted else ''}"
        f"{len(drift.abolished_there)} đã bãi bỏ ở nguồn."
    )
    return "\n".join(lines)


def _one(difference: Difference) -> str:
    return f"  {difference.label}\n    ở đây:  {_short(difference.ours)}\n    nguồn:  {_short(difference.theirs)}"


def _short(values: list[str]) -> str:
    text = " | ".join(value.replace("\n", " ") for value in values) or "(không nói)"
    return text if len(text) <= MAX_LENGTH else text[: MAX_LENGTH - 1] + "…"


def _listed(title: str, items: list[ListedRecord], include_all: bool) -> list[str]:
    if not items:
        return []
    shown = items if include_all else items[:MAX_SHOWN]
    more = [f"  … và {len(items) - len(shown)} thủ tục nữa (xem hết: --all)"] if len(items) > len(shown) else []
    return [f"{title}: {len(items)}", *(f"  {item.code} {item.name}" for item in shown), *more]
