"""`tthc report`: the four reports of TT 19/2014/TT-BTP, what is confirmed and complete; keeps the figures by day."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import (
    add_content,
    check_content,
    parse_day,
    read_content,
    report_missing_folder,
    warn_of_unread,
)

if TYPE_CHECKING:
    import datetime as dt

    from generator.loading.store import Store
    from generator.reporting.quality.facts import NationalComparison
    from generator.reporting.quality.summary import Quality

NAME = "report"
HELP = "bốn báo cáo theo TT 19/2014/TT-BTP, tỉ lệ đã đối chiếu và tỉ lệ đủ phần"
BAR = 24


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--against", type=Path, metavar="TỆP", help="tệp CSDL quốc gia để so (như tthc drift)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="dạng kết quả")
    parser.add_argument(
        "--record",
        type=parse_day,
        metavar="NĂM-THÁNG-NGÀY",
        help="ghi số liệu của ngày này vào content/quality.yml; trang chất lượng cho thấy thay đổi theo thời gian",
    )
    parser.add_argument("--all", action="store_true", help="in mọi dòng (mặc định: 10 dòng đầu mỗi báo cáo)")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    from generator.loading.versions import resolve
    from generator.reporting.quality.facts import Facts
    from generator.reporting.quality.summary import as_data, quality

    store = read_content(args.content)
    warn_of_unread(store, "report", str(args.content), "số liệu dưới đây")
    day = store.effective_date(args.as_of)
    problems = check_content(store, day)
    store = resolve(store, day)
    national = None
    if args.against:
        from generator.importing.draft_record import ImportRefused

        try:
            national = compared(store, day, args.against)
        except ImportRefused as error:
            print(f"tthc: {error}", file=sys.stderr)
            return 2
    report = quality(Facts(store, day, problems, national, text_day=_first_edition(store, day)))
    if args.record:
        record_figures(args.content, store, report, args.record)
    print(
        json.dumps(as_data(report), ensure_ascii=False, indent=1)
        if args.format == "json"
        else show(report, None if args.all else 10)
    )
    return 0


def _first_edition(store: Store, day: dt.date) -> dt.date | None:
    """The day of the first edition when `day` is later: texts that hold since then are older than the edition."""
    days = [one.day for entry in store.of("site") for one in entry.record.editions if one.day]
    return min(days) if days and min(days) < day else None


def record_figures(content: Path, store: Store, report: Quality, day: dt.date) -> None:
    """Add the figures of `day` to the content. Raises OutputRefused if the file cannot be written, or not be read:
    writing it again would drop the days that were not read."""
    from generator.io.file import OutputRefused
    from generator.io.transaction import write_all
    from generator.problem import ERROR
    from generator.reporting.quality.history import FILE, figures, recorded, written

    unread = (one for one in store.problems if one.severity == ERROR and one.path.partition("/")[2] == FILE)
    if fault := next(unread, None):
        raise OutputRefused(f"không ghi số liệu: {fault.path}:{fault.line} có lỗi, sửa trước để không mất ngày đã ghi.")
    write_all(content, {content / FILE: written([*recorded(store), figures(report, day)])})


def compared(store: Store, day: dt.date, file: Path) -> NationalComparison:
    """The result of a comparison with the records in `file`. Raises ImportRefused."""
    from generator.importing.drift.comparison import compare_with_source, load_source
    from generator.reporting.quality.facts import NationalComparison

    records, _ = load_source(file)
    levels = frozenset(level for entry in store.of("procedure") for level in entry.record.levels)
    drift = compare_with_source(store.of("procedure"), records, day, levels)
    return NationalComparison(
        source=file.name,
        missing_here=[(item.code, item.name, item.field) for item in drift.missing_here],
        abolished_there=[(item.code, item.name, "") for item in drift.abolished_there],
        different=[
            (item.code, item.name, ", ".join(part.label for part in item.facts))
            for item in drift.compared
            if item.facts
        ],
    )


def show(quality: Quality, limit: int | None) -> str:
    """The reports as text for a terminal."""
    totals = quality.overall
    lines = [
        f"Chất lượng công khai thủ tục, tính đến {quality.as_of:%d/%m/%Y}: {totals.total} thủ tục đang có hiệu lực",
        "",
    ]
    for label, count in (
        ("Đối chiếu hết, không phải hỏi lại", quality.confirmed[0].sure),
        ("Đủ phần a–g (cách đếm quốc gia)", totals.national),
        ("Đủ cả phí, mẫu, điều kiện (cách đếm của trang)", totals.ours),
    ):
        percent = totals.percent(count)
        full = round(BAR * percent / 100)
        lines.append(
            f"  {label:<48} {'█' * full}{'░' * (BAR - full)} {count}/{totals.total} ({percent:.1f} %)".replace(".", ",")
        )
    lines.append("  Đủ phần là không mục nào bị bỏ trống; không nói nội dung đã đúng hay chưa.")
    for level in quality.levels:
        posted = "chưa đo được: chưa có danh mục chính thức"
        if level.official is not None:
            posted = f"đã đăng {level.posted} trên {level.official} thủ tục của danh mục chính thức"
        lines.append(f"  {level.level}: {posted}")
    lines.append("")
    for number, report in enumerate(quality.reports, 1):
        lines += [f"{number}. {report.title}: {len(report.lines)}  ({report.law})", f"   {report.note}"]
        lines += [f"   - {line.code} {line.name}".rstrip() + f": {line.reason}" for line in report.lines[:limit]]
        if limit is not None and len(report.lines) > limit:
            lines.append(f"   … và {len(report.lines) - limit} thủ tục nữa (thêm --all để xem hết)")
        lines.append("")
    return "\n".join(lines).rstrip()
