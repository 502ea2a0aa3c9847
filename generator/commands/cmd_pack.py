"""`tthc pack`: a commune's site as a zip for a USB stick."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands.content import add_content, checked, config_file, missing, read

NAME = "pack"
HELP = "đóng gói trang của một xã để chạy từ USB, không cần mạng (zip)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--unit", required=True, metavar="ĐƠN_VỊ", help="tên tệp của xã, ví dụ an-thanh")
    parser.add_argument("--out", type=Path, default=None, metavar="TỆP", help="tệp zip (mặc định: trang-ĐƠN_VỊ.zip)")
    parser.add_argument(
        "--no-strict",
        dest="strict",
        action="store_false",
        help="vẫn đóng gói khi nội dung có lỗi; hồ sơ lỗi được đánh dấu",
    )


def run(args: argparse.Namespace) -> int:
    if missing(args.content):
        return 2
    import tempfile

    from generator.catalogue.build import build_catalogue
    from generator.commands.units import find_unit
    from generator.mkdocs_plugin import theme_dirs
    from generator.packing.archive import TooLarge, guard_zip, write_zip
    from generator.packing.bundle import BundleError
    from generator.packing.pack import MOST_BYTES, packed
    from generator.problem import ERROR
    from generator.reporting.text import render
    from generator.search.pagefind import PagefindError
    from generator.sheets.typeset import SheetError
    from generator.site.communes import make_communes

    out = args.out or Path(f"trang-{args.unit}.zip")
    guard_zip(out)
    store = read(args.content)
    day = store.day(args.as_of)
    problems = checked(store, day)
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors and args.strict:
        print(f"Nội dung có lỗi nên không đóng gói.\n{render(errors)}", file=sys.stderr)
        return 1
    catalogue = build_catalogue(store, day, problems)
    unit = find_unit(catalogue, args.unit)
    if not unit:
        return 2
    if not unit.is_commune:
        print(f"tthc: {unit.title} không phải xã.", file=sys.stderr)
        return 2
    try:
        with tempfile.TemporaryDirectory(prefix="tthc-") as folder:
            site = Path(folder) / "site"
            make_communes(
                catalogue,
                [unit],
                lambda one: site,
                Path(folder) / "chung",
                theme_dirs(config_file(), args.content),
                boards=True,
            )
            write_zip(out, packed(site, f"Thủ tục hành chính {unit.title}"), MOST_BYTES)
    except (TooLarge, BundleError, PagefindError, SheetError, OSError) as error:
        print(f"tthc: {error}", file=sys.stderr)
        return 2
    size = out.stat().st_size
    print(f"Đã đóng gói trang của {unit.title}: {out} ({size / 1e6:.1f} MB). Giải nén ra USB, mở MO-TRANG.html.")
    return 0
