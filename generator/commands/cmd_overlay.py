"""`tthc overlay`: lists local overlays that need a review; creates one, or marks one as reviewed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import add_content, parse_day, read_content, report_missing_folder
from generator.io.causes import cause_of

if TYPE_CHECKING:
    import datetime as dt

    from generator.loading.store import Store

NAME = "overlay"
HELP = "lớp địa phương: liệt kê lớp cần rà soát; với --unit, tạo lớp mới hoặc ghi là đã rà soát"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--unit", default=None, metavar="ĐƠN_VỊ", help="tên tệp của đơn vị, ví dụ tan-an")
    parser.add_argument("--procedure", default=None, metavar="MÃ", help="mã thủ tục; bỏ trống: lớp của cả đơn vị")
    parser.add_argument(
        "--day",
        type=parse_day,
        default=None,
        metavar="NĂM-THÁNG-NGÀY",
        help="ngày rà soát (mặc định: ngày của nội dung)",
    )


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    store = read_content(args.content)
    return _write(args, store) if args.unit else _list(store, args.as_of)


def _day_of(store: Store, unit: str, as_of: dt.date | None) -> dt.date:
    """The day whose records a layer is written for: the last that the site publishes on which its unit exists."""
    from generator.schema.periods import period

    terms = [period(entry.record.term) for entry in store.of("unit") if entry.stem == unit]
    days = [day for day in store.days(as_of) if any(term.holds(day) for term in terms)]
    return max(days, default=store.effective_date(as_of))


def _list(store: Store, as_of: dt.date | None) -> int:
    from generator.loading.overlays.location import unit_of
    from generator.loading.overlays.review import parts_to_review
    from generator.loading.versions import resolve

    found = 0
    overlays = store.of("overlay")
    days = {entry.path: _day_of(store, unit_of(entry), as_of) for entry in overlays}
    procedures, units = {}, {}
    for day in sorted(set(days.values())):
        there = resolve(store, day)
        procedures[day] = {one.record.code: one.full_record for one in there.of("procedure")}
        units[day] = {one.stem: one.record for one in there.of("unit")}
    for entry in overlays:
        day, code = days[entry.path], entry.record.code
        record = procedures[day].get(code) if code else units[day].get(unit_of(entry))
        parts = parts_to_review(entry.record, record) if record else []
        if parts:
            found += 1
            print(f"{entry.path}: cần rà soát: {', '.join(spec.label for spec in parts)}")
    print(f"{len(overlays)} lớp địa phương, {found} cần rà soát.")
    return 0


def _write(args: argparse.Namespace, content: Store) -> int:
    from generator.loading.overlays.location import path_of
    from generator.loading.overlays.review import part_versions
    from generator.loading.overlays.text import new_overlay, renewed_overlay
    from generator.loading.versions import resolve
    from generator.text.suggestions import suggest

    of_day = _day_of(content, args.unit, args.as_of)
    store = resolve(content, of_day)
    units = {entry.stem: entry.record for entry in store.of("unit")}
    procedures = {entry.record.code: entry.full_record for entry in store.of("procedure")}
    known, wanted, what = (procedures, args.procedure, "thủ tục") if args.procedure else (units, args.unit, "đơn vị")
    if args.unit not in units:
        known, wanted, what = units, args.unit, "đơn vị"
    if wanted not in known:
        print(
            f"tthc: không có {what} “{wanted}”. {suggest(wanted, [key for key in known if key])}".rstrip(),
            file=sys.stderr,
        )
        return 2
    from generator.io.file import guard_file
    from generator.io.transaction import write_all

    file: Path = args.content / path_of(args.unit, args.procedure)
    guard_file(file, lambda there: True)
    now, day = part_versions(known[wanted]), args.day or of_day
    try:
        if file.is_file():
            text = renewed_overlay(file.read_text("utf-8"), now, day)
        else:
            text = new_overlay(args.procedure, now, day)
    except (OSError, UnicodeError) as error:
        print(f"tthc: không đọc được {file}: {cause_of(error)}", file=sys.stderr)
        return 2
    write_all(args.content, {file: text})
    print(f"Đã ghi {file}: phiên bản của {len(now)} phần, rà soát ngày {day:%d/%m/%Y}.")
    return 0
