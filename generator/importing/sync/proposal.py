"""The weekly proposal: what changes for citizens, what was kept, what needs a person. Text for a terminal or
Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from generator.importing.sync.parts import Conflict
from generator.importing.sync.successors import Succession
from generator.importing.sync.sync_plan import RecordSync, SyncPlan, UnreadPart
from generator.plain_data import Fields
from generator.schema.procedure import Procedure
from generator.schema.record import Record, field_labels, specs

NOTHING = "Nguồn không có gì đổi."
TITLE = "# Cập nhật theo CSDL quốc gia"


def _labels(model: type[Record]) -> dict[str, str]:
    """Label by YAML key, of a record and all its parts."""
    found: dict[str, str] = {}
    for spec in specs(model):
        found.setdefault(spec.key, spec.label)
        if spec.part is not None and spec.part is not model:
            found = {**_labels(spec.part), **found}
    return found


_PARTS = field_labels(Procedure)
_LABELS = {**_labels(Procedure), "giay_to_chung": "giấy tờ", "truong_hop": "trường hợp"}
MAX_LENGTH = 160


def as_text(plan: SyncPlan) -> str:
    """For a terminal."""
    return re.sub(r"^#+ ", "", as_markdown(plan), flags=re.MULTILINE).replace("\\", "")


def as_markdown(plan: SyncPlan) -> str:
    """For a merge request; words of the source are escaped."""
    if not plan.moved():
        first = f" Ghi nhớ trạng thái của {len(plan.first)} thủ tục lần đầu." if plan.first else ""
        return f"{NOTHING}{first}"
    lines = [TITLE, "", _totals(plan)]
    for title, items in _sections(plan):
        if items:
            lines += ["", f"## {title}", "", *items]
    return "\n".join(lines)


def _totals(plan: SyncPlan) -> str:
    kept = sum(bool(record.conflicts) for record in plan.records)
    unread = f" Nguồn để trống hoặc không đọc được {len(plan.unread)} chỗ." if plan.unread else ""
    return (
        f"{len(_followed(plan))} thủ tục theo nguồn, {kept} thủ tục có chỗ giữ bản của đơn vị, {len(plan.vanished)} "
        f"không còn ở nguồn, {len(plan.abolished)} đã bãi bỏ ở nguồn, {plan.same} không đổi.{unread}"
    )


def _sections(plan: SyncPlan) -> Iterator[tuple[str, list[str]]]:
    """(title, lines of a list); without lines a section is left out."""
    conflicted = [record for record in plan.records if record.conflicts]
    yield "Theo nguồn", [line for record in _followed(plan) for line in _changes(record)]
    yield (
        "Giữ bản của đơn vị, nguồn đã đổi: cần người xem",
        [line for record in conflicted for line in _entry(record, map(_conflict, record.conflicts))],
    )
    yield (
        "Nguồn không đọc được hoặc để trống: giữ như lần trước, cần người xem",
        [_unread(plan, part) for part in plan.unread],
    )
    yield (
        "Không sửa được tệp",
        [f"- {record.file.name}: {_plain(record.refused)}" for record in plan.records if record.refused],
    )
    yield "Đã bãi bỏ ở nguồn: ghi văn bản và ngày bãi bỏ", _gone(plan, plan.abolished)
    yield "Không còn ở nguồn: xem đã bãi bỏ hay đổi mã", _gone(plan, plan.vanished)
    yield "Có thể đã đổi mã", [_succession(plan, item) for item in plan.proposals]
    yield "Lưu ý", [f"- {_plain(warning)}" for warning in plan.warnings]


def _followed(plan: SyncPlan) -> list[RecordSync]:
    return [record for record in plan.records if record.changed and not record.refused]


def _changes(record: RecordSync) -> list[str]:
    """A record that follows the source, with what changes for citizens, else the labels of the changed parts."""
    labels = ", ".join(_LABELS[key] for key in record.changed if key != "doi_chieu")
    since = f" (bản từ {record.day:%d/%m/%Y})" if record.day else ""
    return _entry(record, map(_plain, record.sentences or [f"đổi: {labels}"]), since)


def _entry(record: RecordSync, details: Iterable[str], note: str = "") -> list[str]:
    """A record, and its details as a nested list."""
    return [f"- {_plain(record.code)} {_plain(record.name)}{note}", *(f"    - {detail}" for detail in details)]


def _succession(plan: SyncPlan, item: Succession) -> str:
    new = ", ".join(f"{code} {plan.fresh.get(code, '')}" for code in item.new)
    return f"- {_plain(', '.join(item.old))} → {_plain(new)} ({item.what}, giống {int(100 * item.share)} %)"


def as_json(plan: SyncPlan) -> str:
    """For programs."""
    whole: Fields = {
        "records": [
            {"code": r.code, "name": r.name, "changed": r.changed, "sentences": r.sentences, "refused": r.refused,
             "from": str(r.day or ""),
             "conflicts": [{**asdict(conflict), "path": list(conflict.path)} for conflict in r.conflicts]}
            for r in plan.records
        ],
        "vanished": plan.vanished, "abolished": plan.abolished, "new": plan.fresh, "first": plan.first, "same":
        plan.same, "unread": [item._asdict() for item in plan.unread],
        "proposals": [item._asdict() for item in plan.proposals], "warnings": plan.warnings,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _gone(plan: SyncPlan, names: dict[str, str]) -> list[str]:
    """names: by the code of a procedure that the source has no longer, or has abolished."""
    return [
        f"- {_plain(code)} {_plain(name)}{' (đã nêu lần trước)' if code in plan.reported else ''}"
        for code, name in names.items()
    ]


def _unread(plan: SyncPlan, part: UnreadPart) -> str:
    note = " (đã nêu lần trước)" if part.mark in plan.reported else ""
    return f"- {_plain(part.code)} {_plain(part.name)}: {_plain(_place(part.path))}, {_plain(part.place)}{note}"


def _place(path: tuple[str, ...]) -> str:
    first, *inner = path
    return " › ".join((_PARTS.get(first, first), *(_LABELS.get(step, step) for step in inner)))


def _conflict(conflict: Conflict) -> str:
    place = _plain(_place(conflict.path))
    return f"{place}: đơn vị ghi “{_short(conflict.ours)}”, nguồn nay ghi “{_short(conflict.theirs)}”"


def _short(value: object) -> str:
    if value is None:
        return "(không có)"
    text = value if isinstance(value, str) else ", ".join(_values(value))
    text = " ".join(text.split())
    return _plain(text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 1]}…")


def _values(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _values(item)]
    if isinstance(value, list):
        return [text for item in value for text in _values(item)]
    return [str(value)]


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|!@~&])", r"\\\1", " ".join(text.split()))
