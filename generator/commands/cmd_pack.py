"""`tthc pack`: a commune's site as a zip for a USB stick."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands._shared.content import (
    add_content,
    config_file,
    report_missing_folder,
)
from generator.io.causes import failure

NAME = "pack"
HELP = "đóng gói trang của một xã, hoặc một trang đã dựng, để mở từ USB, từ đĩa, không cần mạng (zip)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--unit", metavar="ĐƠN_VỊ", help="tên tệp của xã, ví dụ tan-an")
    which.add_argument("--site", type=Path, metavar="THƯ_MỤC", help="đóng gói cả trang đã dựng ở đây, ví dụ site")
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="TỆP",
        help="tệp zip (mặc định: trang-ĐƠN_VỊ.zip, trang-xem-truoc.zip)",
    )
    parser.add_argument(
        "--no-strict",
        dest="strict",
        action="store_false",
        help="vẫn đóng gói khi nội dung có lỗi; hồ sơ lỗi được đánh dấu",
    )


def run(args: argparse.Namespace) -> int:
    if args.site:
        return _whole(args.site, args.out or Path("trang-xem-truoc.zip"))
    if report_missing_folder(args.content):
        return 2
    import tempfile

    from generator.build.pipeline import SiteBuilder, SiteOptions
    from generator.build.reading import cache_beside
    from generator.commands._shared.build_units import refuses
    from generator.commands._shared.units import find_unit
    from generator.composition.unit_sites import unit_sites
    from generator.javascript.modules import BundleError
    from generator.mkdocs_plugin import theme_dirs
    from generator.outputs.search.pagefind import PagefindError
    from generator.outputs.sheets.typeset import SheetError
    from generator.publishing.offline_archive.archive import ArchiveTooLarge, guard_zip, write_zip
    from generator.publishing.offline_archive.files import MAX_BYTES, archive_files

    out = args.out or Path(f"trang-{args.unit}.zip")
    guard_zip(out)
    try:
        with tempfile.TemporaryDirectory(prefix="tthc-") as folder:
            site, themes = Path(folder) / "site", theme_dirs(config_file(), args.content)
            cache = cache_beside(args.content)
            site_options = SiteOptions(as_of=args.as_of, withhold=args.strict)
            builder = SiteBuilder(args.content, site, themes, site_options, cache=cache, remembers=False)
            if refuses(builder, args.strict, "Nội dung có lỗi nên không đóng gói."):
                return 1
            catalogue = builder.catalogues()[0]
            unit = find_unit(catalogue, args.unit)
            if not unit:
                return 2
            if not unit.is_commune:
                print(f"tthc: {unit.title} không phải xã.", file=sys.stderr)
                return 2
            builder.write(lambda: unit_sites(catalogue, {"": unit}, themes, boards=True))
            write_zip(out, archive_files(site, f"Thủ tục hành chính {unit.title}"), MAX_BYTES)
    except (ArchiveTooLarge, BundleError, PagefindError, SheetError, OSError) as error:
        print(f"tthc: {failure(error)}", file=sys.stderr)
        return 2
    size = out.stat().st_size
    print(f"Đã đóng gói trang của {unit.title}: {out} ({size / 1e6:.1f} MB). Giải nén ra USB, mở MO-TRANG.html.")
    return 0


def _whole(site: Path, out: Path) -> int:
    """Pack a built site unchanged, of any size: the preview of a proposal."""
    from generator.javascript.modules import BundleError
    from generator.publishing.offline_archive.archive import write_zip
    from generator.publishing.offline_archive.files import archive_files

    if report_missing_folder(site):
        return 2
    try:
        write_zip(out, archive_files(site, "Xem trước"))
    except FileNotFoundError:
        print(f"tthc pack: “{site}” không phải trang đã dựng (không có index.html).", file=sys.stderr)
        return 2
    except (BundleError, OSError) as error:
        print(f"tthc pack: {failure(error)}", file=sys.stderr)
        return 2
    print(f"Đã đóng gói {site}: {out} ({out.stat().st_size / 1e6:.1f} MB). Giải nén, mở MO-TRANG.html.")
    return 0
