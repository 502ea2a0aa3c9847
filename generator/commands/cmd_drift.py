"""`tthc drift`: compares our content with the national records of a file, or our codes with the official register."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import add_content, read_content, report_missing_folder, warn_of_unread
from generator.io.causes import cause_of

if TYPE_CHECKING:
    from generator.importing.drift.accepted import AcceptedDifferences
    from generator.importing.drift.comparison import Drift
    from generator.loading.entry import Entry
    from generator.loading.store import Store

NAME = "drift"
# marks of our own output: its JSON keys, the last line of the text, the first lines of the chapter
KEYS = ("missing_here", "missing_there", "abolished_there")
LAST_LINE = re.compile(r"So \d+ thủ tục có ở cả hai bên: .* đã bãi bỏ ở nguồn\.\s*\Z")
CHAPTER = "Trang này do `tthc drift` viết"
HELP = "so nội dung với bản ghi của CSDL quốc gia hoặc với danh mục chính thức: thiếu, thừa, bãi bỏ, khác nhau"


def arguments(parser: argparse.ArgumentParser) -> None:
    from generator.importing.registry import sources

    add_content(parser)
    parser.add_argument(
        "--against",
        type=Path,
        metavar="TỆP",
        help="tệp nguồn để so từng phần; không nêu thì chỉ so mã với danh mục ở content/catalogue/",
    )
    parser.add_argument("--kind", choices=tuple(sources()), default="", help="loại nguồn (mặc định: tự nhận theo tệp)")
    parser.add_argument(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        help="dạng kết quả; markdown là một chương của sổ tay biên tập",
    )
    parser.add_argument(
        "--out", type=Path, metavar="TỆP", help="ghi vào tệp này, ví dụ content/handbook/khac-csdl-quoc-gia.md"
    )
    parser.add_argument(
        "--level",
        action="append",
        default=[],
        choices=("cấp xã", "cấp huyện", "cấp tỉnh", "cấp bộ", "ngành dọc"),
        help="chỉ tính “chưa có ở đây” với cấp này (dùng được nhiều lần)",
    )
    parser.add_argument(
        "--accept",
        nargs="+",
        default=[],
        metavar="MÃ",
        help="chấp nhận chỗ khác của các thủ tục này (im lặng tới khi một bên đổi); cần --reason",
    )
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="vì sao chấp nhận, ghi vào danh sách")
    parser.add_argument("--all", action="store_true", help="in hết, cả chỗ chỉ khác lời văn")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    import json

    from generator.importing.draft_record import ImportRefused, Options
    from generator.importing.drift import page
    from generator.importing.drift import text as drift_text
    from generator.importing.drift.accepted import AcceptedDifferences
    from generator.importing.drift.comparison import as_data, compare_with_source, load_source
    from generator.importing.name_match import known_names
    from generator.io.file import guard_file, replace_file
    from generator.loading.versions import resolve

    if args.out:
        guard_file(args.out, is_ours)
    store = read_content(args.content)
    warn_of_unread(store, "drift", str(args.content), "so sánh dưới đây")
    day = store.effective_date(args.as_of)
    ours = resolve(store, day).of("procedure")
    levels = frozenset(args.level)
    try:
        if args.against is None:
            if args.accept or args.kind:
                raise ImportRefused("--accept, --kind cần --against: danh mục chỉ có mã và tên.")
            drift = _with_register(store, ours, day, levels)
        else:
            options = Options(known=known_names(store.of("procedure")))
            records, warnings = load_source(args.against, args.kind, options)
            accepted = AcceptedDifferences(args.content)
            if args.accept:
                return _accept(args, compare_with_source(ours, records, day), accepted, day)
            drift = compare_with_source(ours, records, day, levels, accepted)
            drift.warnings = warnings
    except ImportRefused as refused:
        print(f"tthc drift: {refused}", file=sys.stderr)
        return 2
    if args.format == "json":
        shown = json.dumps(as_data(drift), ensure_ascii=False, indent=1)
    elif args.format == "markdown":
        shown = page.render(drift, args.against.name if args.against else "danh mục chính thức", args.all).rstrip("\n")
    else:
        shown = drift_text.render(drift, args.all)
    if args.out is None:
        print(shown)
    else:
        try:
            guard_file(args.out, is_ours)
            replace_file(args.out, f"{shown}\n".encode())
        except OSError as error:
            print(f"tthc drift: không ghi được {args.out}: {cause_of(error)}", file=sys.stderr)
            return 2
    return 1 if drift.anything() else 0


def _with_register(store: Store, ours: Iterable[Entry], day: dt.date, levels: frozenset[str]) -> Drift:
    from generator.importing.draft_record import ImportRefused
    from generator.importing.drift.register import compare_with_register

    lists = [entry.record for entry in store.of("official_list")]
    if not lists:
        raise ImportRefused("chưa có danh mục chính thức ở content/catalogue/. Nêu tệp để so bằng --against.")
    drift = compare_with_register(ours, lists, day, levels)
    covered = sorted({level for one in lists for level in one.complete_levels})
    drift.warnings = [f"danh mục chỉ ghi đủ {', '.join(covered)}"] if covered else []
    return drift


def _accept(args: argparse.Namespace, drift: Drift, accepted: AcceptedDifferences, day: dt.date) -> int:
    from generator.importing.draft_record import ImportRefused
    from generator.io.transaction import write_all

    if not args.reason.strip():
        raise ImportRefused("--accept cần --reason: vì sao chỗ khác này là đúng.")
    wanted = set(args.accept)
    found = [item for item in drift.compared if item.code in wanted and item.differences]
    missing = wanted - {item.code for item in found}
    if missing:
        raise ImportRefused(f"--accept: {', '.join(sorted(missing))} không có chỗ nào khác nguồn.")
    for item in found:
        for difference in item.differences:
            accepted.add(item.code, difference.label, difference.ours, difference.theirs, args.reason.strip(), day)
    write_all(args.content, {accepted.file: accepted.text()})
    print(f"Đã chấp nhận {sum(len(item.differences) for item in found)} chỗ khác, ghi ở {accepted.file}.")
    return 0


def is_ours(file: Path) -> bool:
    """True when `file` was written by this command, in any of its formats."""
    from generator.io.file import with_keys

    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(CHAPTER in text[:4000] or LAST_LINE.search(text[-1000:]) or with_keys(*KEYS)(file))
