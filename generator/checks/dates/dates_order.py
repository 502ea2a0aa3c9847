"""Ngày không đúng thứ tự.

Văn bản không thể hết hiệu lực trước ngày có hiệu lực hay ngày ban hành; thủ tục không thể bị bãi bỏ trước khi bắt đầu,
ngày cuối cùng còn áp dụng không thể khác ngày bãi bỏ; đơn vị không thể giải thể trước khi thành lập. Một trong hai ngày
đã gõ nhầm: xem lại bản gốc. Phần đang chờ đối chiếu thì chỉ nhắc.

Sai:
    hieu_luc:
      tu: 2023-07-01
      den: 2022-07-01
Đúng:
    hieu_luc:
      tu: 2022-07-01
      den: 2023-07-01
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import issued_as_numbered, year_in
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.schema.law import Law
from generator.text.audience import either, field, label

ID = "TT-084"
SEVERITY = ERROR
KINDS = ("procedure", "law", "unit", "task")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Pairs of dates of which the second must not come before the first."""
    reported: set[KeyPath] = set()
    for first_path, first, path, second, key, strict in _pairs(entry):
        if path in reported:
            continue
        if (
            isinstance(first, dt.date)
            and isinstance(second, dt.date)
            and (second < first or (strict and second == first))
        ):
            reported.add(path)
            mild = downgrade_if_pending(entry.record, key) if entry.kind.name == "procedure" else None
            before = field(".".join(map(str, first_path)))
            yield Finding(
                path,
                f"ngày {second:%d/%m/%Y} không sau ngày {first:%d/%m/%Y} ({before})",
                "Xem lại hai ngày.",
                severity=mild,
            )
    if entry.kind.name == "procedure":
        yield from _two_ends(entry)
    if entry.kind.name == "law":
        yield from _issued_late(entry.record)


def _issued_late(law: Law) -> Iterator[Finding]:
    """A document in force before it was issued; one that amends or replaces it, but whose number is of an earlier
    year."""
    issued = issued_as_numbered(law)
    if not issued:
        return
    if isinstance(law.since, dt.date) and law.since < issued:
        yield Finding(
            ("ngay_hieu_luc",),
            f"có hiệu lực {law.since:%d/%m/%Y}, trước ngày ban hành {issued:%d/%m/%Y}",
            "Xem lại hai ngày (văn bản hồi tố rất hiếm).",
            severity=WARNING,
        )
    for key, numbers in (("bi_thay_the_boi", law.replaced_by), ("sua_doi_bo_sung_boi", law.amended_by)):
        for index, number in enumerate(numbers):
            if (year := year_in(number)) and year < issued.year:
                yield Finding((key, index), f"{number} có trước văn bản này ({issued:%d/%m/%Y})", "Xem lại số ký hiệu.")


def _two_ends(entry: Entry) -> Iterator[Finding]:
    """The last day of a procedure is the day before it is abolished, or that day."""
    record = entry.record
    until = record.validity.until if record.validity else None
    abolished = record.abolition.date if record.abolition else None
    if until and abolished and until not in (abolished, abolished - dt.timedelta(days=1)):
        yield Finding(
            ("hieu_luc", "den"),
            f"ngày cuối {until:%d/%m/%Y} không khớp với ngày bãi bỏ {abolished:%d/%m/%Y} ({field('bai_bo.ngay')})",
            f"Xem lại hai ngày; có {field('bai_bo')} thì không cần ghi {either('den', label('hieu_luc.den'))}.",
            severity=downgrade_if_pending(record, "hieu_luc"),
        )


def _pairs(entry: Entry) -> Iterator[tuple[KeyPath, Any, KeyPath, Any, str, bool]]:
    record, kind = entry.record, entry.kind.name
    if kind == "law":
        yield ("ngay_ban_hanh",), issued_as_numbered(record), ("ngay_het_hieu_luc",), record.until, "", False
        yield ("ngay_hieu_luc",), record.since, ("ngay_het_hieu_luc",), record.until, "", True
    elif kind == "unit" and record.term:
        yield ("hieu_luc", "tu"), record.term.since, ("hieu_luc", "den"), record.term.until, "", False
        for index, item in enumerate(record.successors):
            yield ("hieu_luc", "den"), record.term.until, ("ke_tuc", index, "ngay"), item.date, "", True
    elif kind == "task" and record.timing:
        yield ("thoi_gian", "tu"), record.timing.start, ("thoi_gian", "den"), record.timing.end, "", False
    elif kind == "procedure":
        since = record.validity.since if record.validity else None
        if record.validity:
            yield ("hieu_luc", "tu"), since, ("hieu_luc", "den"), record.validity.until, "hieu_luc", False
        if record.abolition:
            yield ("hieu_luc", "tu"), since, ("bai_bo", "ngay"), record.abolition.date, "hieu_luc", False
        for index, change in enumerate(record.amendments):
            yield ("hieu_luc", "tu"), since, ("sua_doi", index, "ngay"), change.date, "hieu_luc", False
