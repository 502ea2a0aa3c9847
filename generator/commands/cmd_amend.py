"""`tthc amend`: drafts of versions of many procedures at once, for a reform that renames authorities."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.commands._shared.content import add_folder, parse_day, report_missing_folder

if TYPE_CHECKING:
    from generator.loading.store import Store

NAME = "amend"
HELP = "soạn sẵn bản sửa đổi của nhiều thủ tục khi đổi tên cơ quan, đổi cấp làm việc"


def arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("codes", nargs="*", default=[], metavar="MÃ", help="mã các thủ tục")
    which.add_argument("--all", action="store_true", help="mọi thủ tục đang áp dụng ngày ấy")
    parser.add_argument(
        "--from", dest="day", type=parse_day, required=True, metavar="NGÀY", help="ngày đầu tiên áp dụng"
    )
    parser.add_argument("--by", required=True, metavar="SỐ_KÝ_HIỆU", help="văn bản làm thay đổi")
    parser.add_argument(
        "--replace",
        action="append",
        default=[],
        metavar="CŨ=MỚI",
        help="chữ cần thay trong các phần của thủ tục, dùng được nhiều lần: --replace 'UBND huyện=UBND xã'",
    )
    parser.add_argument("--note", default="", metavar="CÂU", help="một câu cho người dân hiểu từ ngày ấy có gì khác")
    add_folder(parser)


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    pairs = [tuple(pair.split("=", 1)) for pair in args.replace]
    if not pairs or any(len(pair) != 2 or not pair[0] for pair in pairs):
        print("tthc amend: cần chữ cũ và chữ mới, ví dụ --replace 'UBND huyện=UBND xã'.", file=sys.stderr)
        return 2
    from generator.commands._shared import new_version
    from generator.loading.folder import read_folder

    if wrong := new_version.no_number(args.by):
        print(f"tthc amend: {wrong}", file=sys.stderr)
        return 2
    store = read_folder(args.content)
    if store.has_errors():
        print("tthc amend: nội dung có lỗi khi đọc, chạy tthc check rồi sửa trước.", file=sys.stderr)
        return 2
    files, skipped = drafts(store, args.day, args.by, args.note, pairs, args.content, set(args.codes))
    missing = set(args.codes) - {entry.record.code for entry in store.of("procedure")}
    if missing:
        print(f"tthc amend: không có thủ tục {', '.join(sorted(missing))}.", file=sys.stderr)
        return 2
    if not files:
        print("Không thủ tục nào có những chữ ấy: không tạo tệp nào.")
        return 0
    code = new_version.write(args.content, files, store, args.by)
    if not code:
        print(f"{len(files)} bản thảo, mỗi bản ghi “chờ đối chiếu”.")
        if skipped:
            print(f"{skipped} thủ tục đã có bản ngày {args.day} được để nguyên.")
    return code


def drafts(
    store: Store, day: dt.date, document: str, note: str, pairs: list[tuple[str, str]], content: Path, codes: set[str]
) -> tuple[dict[Path, str], int]:
    """(file → text of each draft, number of procedures that have a version of that day already)."""
    from generator.commands._shared import new_version
    from generator.loading.versions import resolve
    from generator.schema.lifecycle import state_of
    from generator.schema.procedure import Procedure
    from generator.schema.record import specs

    files: dict[Path, str] = {}
    skipped = 0
    for entry in resolve(store, day).of("procedure"):
        if (codes and entry.record.code not in codes) or state_of(entry.record, day) != "in_force":
            continue
        if entry.since == day:
            skipped += 1
        if new_version.unfit(entry, day):
            continue
        changed: dict[str, Any] = {}
        for spec in specs(Procedure):
            before = new_version.part(entry, spec.key)
            after = replaced(before, pairs)
            if spec.key not in new_version.NEVER and after != before:
                changed[spec.key] = after
        if changed and (bases := _in_force_bases(new_version.part(entry, "can_cu_phap_ly"), store, day)):
            changed["can_cu_phap_ly"] = bases
        if changed:
            files[new_version.file_of(entry, day, content)] = new_version.draft(
                entry, day, document, note, list(changed), changed
            )
    return files, skipped


def _in_force_bases(bases: Any, store: Store, day: dt.date) -> list[dict[str, Any]] | None:
    """The legal bases with ended ones replaced by their successors; None if all are in force on `day`."""
    from generator.schema.lifecycle import law_ended

    laws = {entry.record.number: entry.record for entry in store.of("law")}

    def ended(number: str) -> bool:
        return number in laws and law_ended(laws[number], day)

    given = [basis for basis in bases or [] if isinstance(basis, dict) and basis.get("so_ky_hieu")]
    if not any(ended(basis["so_ky_hieu"]) for basis in given):
        return None
    found: dict[str, dict[str, Any]] = {}
    for basis in given:
        number = basis["so_ky_hieu"]
        after = laws[number].replaced_by if ended(number) else []
        for one in [{"so_ky_hieu": other} for other in after if other in laws and not ended(other)] or [basis]:
            found.setdefault(one["so_ky_hieu"], one)
    return list(found.values())


def replaced(value: object, pairs: list[tuple[str, str]]) -> Any:
    """`value` with every text replaced; items of a list that become equal are kept once."""
    if isinstance(value, str):
        for old, new in pairs:
            value = value.replace(old, new)
        return value
    if isinstance(value, list):
        found: list[Any] = []
        for item in value:
            after = replaced(item, pairs)
            if after == item or after not in found:
                found.append(after)
        return found
    return {key: replaced(item, pairs) for key, item in value.items()} if isinstance(value, dict) else value
