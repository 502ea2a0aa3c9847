"""`tthc import KIND FILE --to DIR`: converts records of other systems to YAML and preserves what editors wrote."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import parse_day

if TYPE_CHECKING:
    from generator.importing.destination import ContentFolder
    from generator.importing.plan import ImportPlan

NAME = "import"
HELP = "nhập thủ tục từ CSDL quốc gia hoặc danh mục kèm quyết định"


def arguments(parser: argparse.ArgumentParser) -> None:
    from generator.importing.registry import sources

    kinds = sources()
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "các loại nguồn:\n" + "\n".join(f"  {kind:<19} {module.HELP}" for kind, module in kinds.items())
    parser.add_argument("kind", choices=tuple(kinds), metavar="LOẠI", help=f"loại nguồn: {', '.join(kinds)}")
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp nguồn")
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="THƯ_MỤC",
        help="thư mục nội dung nhận kết quả (hoặc thư mục procedures của nó)",
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ đổi gì, không ghi")
    parser.add_argument(
        "--take",
        nargs="+",
        default=[],
        metavar="KHÓA",
        help="lấy theo nguồn cả những khóa người viết khác nguồn (all: mọi khóa)",
    )
    parser.add_argument("--catalogue", type=Path, metavar="TỆP", help="danh mục quốc gia, để tìm mã theo tên")
    parser.add_argument(
        "--accept-match",
        type=_share,
        default=1.0,
        metavar="SỐ",
        help="nhận mã của tên giống từ mức này (0,75 đến 1; mặc định 1: trùng khớp và duy nhất)",
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="TỆP",
        help="bảng ánh xạ cột của loại table; chưa có thì công cụ viết đề nghị vào đó",
    )
    parser.add_argument(
        "--for",
        dest="unit",
        default="",
        metavar="ĐƠN_VỊ",
        help="chỉ lấy thủ tục đơn vị này nhận (tên tệp trong units/, ví dụ hong-gai), theo cấp và ngành",
    )
    parser.add_argument(
        "--also",
        nargs="+",
        default=[],
        metavar="MÃ",
        help="với --for: lấy thêm các mã này, hoặc cả ngành dọc có nơi nhận riêng (ví dụ: thuế)",
    )
    parser.add_argument("--hidden", action="store_true", help="nhập cả các dòng ẩn của bảng tính, văn bản")
    parser.add_argument(
        "--date", type=parse_day, metavar="NĂM-THÁNG-NGÀY", help="ngày lấy dữ liệu, ghi vào phần đối chiếu"
    )
    parser.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="TỆP",
        help="ghi báo cáo đầy đủ từng bản ghi vào tệp .json hoặc .html (dùng được hai lần)",
    )
    parser.add_argument("--no-check", action="store_true", help="không kiểm tra các bản ghi vừa nhập")


def run(args: argparse.Namespace) -> int:
    from generator.importing.draft_record import ImportRefused

    try:
        return _import(args)
    except ImportRefused as refused:
        print(f"tthc import: {refused}", file=sys.stderr)
        return 2


def _import(args: argparse.Namespace) -> int:
    from generator.build.pool import parallel_map
    from generator.build.progress import track
    from generator.importing import column_mapping, summary
    from generator.importing.destination import ContentFolder
    from generator.importing.draft_record import Options
    from generator.importing.import_report import as_html, as_json
    from generator.importing.plan import apply, difference, guard_taken, plan_import, write_reports
    from generator.importing.receiving import receiver
    from generator.importing.registry import sources

    _refuse_wrong_options(args)
    target, mapping = ContentFolder.at(args.to), None
    if args.kind == "table":
        if not args.map.exists():
            return _propose(args.file, args.map)
        mapping = column_mapping.read(args.map)
    unit = receiver(target.root, args.unit, frozenset(args.also)) if args.unit else None
    refuses = unit.refuses if unit else None
    options = Options(
        args.date, _known(target, args.catalogue), args.accept_match, args.hidden, mapping, refuses, parallel_map
    )
    source = sources()[args.kind]
    outcome = plan_import(source, args.file, args.to, options, frozenset(args.take), track)
    guard_taken(outcome, args.file, unit)
    rules = None if args.no_check else _findings(outcome, args.date)
    reports = {file: (as_html if _is_page(file) else as_json)(outcome, rules) for file in args.report}
    if args.dry_run:
        for line in difference(outcome):
            print(line)
        write_reports(reports)
    else:
        apply(outcome, reports)
    print(summary.render(outcome, rules, args.dry_run, ", ".join(map(str, args.report))))
    return 1 if outcome.count("refused") else 0


def _refuse_wrong_options(args: argparse.Namespace) -> None:
    """Raise ImportRefused, or OutputRefused for a report that would replace another file."""
    from generator.importing.draft_record import ImportRefused
    from generator.io.file import guard_file
    from generator.schema.procedure import Procedure
    from generator.schema.record import specs

    unknown = [key for key in args.take if key != "all" and key not in {spec.key for spec in specs(Procedure)}]
    if unknown:
        raise ImportRefused(f"--take: “{unknown[0]}” không phải một phần của thủ tục.")
    if not args.file.exists():
        raise ImportRefused(f"không có tệp “{args.file}”.")
    if args.kind == "table" and args.map is None:
        raise ImportRefused("loại table cần --map TỆP (chưa có tệp thì công cụ viết đề nghị vào đó).")
    if args.also and not args.unit:
        raise ImportRefused("--also chỉ dùng cùng với --for ĐƠN_VỊ.")
    for report in args.report:
        guard_file(report, _is_report)


def _findings(outcome: ImportPlan, as_of: dt.date | None) -> list[tuple[str, str, int, int]]:
    """What the rules find in the imported records, as `validation.per_rule` gives it: on the day of the site; in a
    folder of records only, on `as_of`, when they were taken from the source, not in the year the tool knows."""
    from generator.build.pool import parallel_map
    from generator.importing import validation
    from generator.loading.folder import read_file, site_file
    from generator.loading.store import Store
    from generator.schema.kinds import BY_NAME

    site = Store({"site": []})
    file = site_file(outcome.target.root)
    day = as_of or dt.date.today()
    if file.is_file():
        read_file(file, file.name, BY_NAME["site"], site)
        day = site.effective_date()
    return validation.per_rule(validation.problems(outcome, day, parallel_map))


def _propose(file: Path, to: Path) -> int:
    """Write the proposed mapping for the editor to correct; nothing is imported yet."""
    from generator.importing import column_mapping
    from generator.importing.sources import table
    from generator.io.transaction import write_all

    mapping, examples = table.propose(file)
    text = column_mapping.text_of(mapping, examples)
    write_all(to.parent, {to: text}, new=True)
    print(text, end="")
    print(f"Chưa nhập gì. Xem lại {to}, sửa cho đúng rồi chạy lại lệnh này.")
    return 0


def _is_page(file: Path) -> bool:
    return file.suffix.lower() in (".html", ".htm")


def _is_report(file: Path) -> bool:
    """True when `file` is a report of this command, JSON or HTML."""
    from generator.importing.import_report import TITLE
    from generator.io.file import with_keys

    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            page = f"<title>{TITLE}</title>" in stream.read(2000)
    except OSError:
        return False
    return page or with_keys("records", "fields", "laws", "rules")(file)


def _known(target: ContentFolder, catalogue: Path | None) -> tuple[tuple[str, str, str], ...]:
    """Names to match against: those of the folder, and of the national catalogue if there is one."""
    rows = {code: (code, name, field) for code, name, field in target.known}
    if catalogue is not None:
        from generator.importing.draft_record import ImportRefused, Options, SourceFile
        from generator.importing.registry import sources

        if not catalogue.exists():
            raise ImportRefused(f"không có tệp “{catalogue}”.")
        for record in sources()["national-catalogue"].read(SourceFile(catalogue), Options()):
            rows.setdefault(record.code, (record.code, record.name, str(record.data.get("linh_vuc", ""))))
    return tuple(rows.values())


def _share(text: str) -> float:
    try:
        share = float(text.replace(",", "."))
    except ValueError:
        share = 0.0
    if not 0.75 <= share <= 1:
        raise argparse.ArgumentTypeError(f"“{text}” phải là một số từ 0,75 đến 1")
    return share
