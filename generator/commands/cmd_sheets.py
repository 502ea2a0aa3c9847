"""`tthc sheets`: everything one unit prints, in a zip."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands._shared.content import (
    add_content,
    read_checked,
    report_missing_folder,
    with_progress,
)
from generator.io.causes import failure

NAME = "sheets"
HELP = "dựng bản in của một đơn vị: danh mục niêm yết, thông báo, phiếu thủ tục, tờ gấp, thẻ liên hệ (zip)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--unit", required=True, metavar="ĐƠN_VỊ", help="tên tệp của đơn vị, ví dụ tan-an")
    parser.add_argument("--out", type=Path, default=None, metavar="TỆP", help="tệp zip (mặc định: ban-in-ĐƠN_VỊ.zip)")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    from generator.catalogue.builder import build_catalogue
    from generator.checks._engine.withholding import verdict
    from generator.commands._shared.units import find_unit
    from generator.outputs.sheets.all_sheets import unit_sheets
    from generator.outputs.sheets.typeset import SheetError, typeset_pdf
    from generator.publishing.offline_archive.archive import guard_zip, write_zip

    out = args.out or Path(f"ban-in-{args.unit}.zip")
    guard_zip(out)
    read = read_checked(args.content, args.as_of)
    problems = read.check()
    judged = verdict(read.store, problems)  # sheets of a content with errors are drafts, unless it may withhold some
    catalogue = build_catalogue(read.store, read.day, problems, withhold=judged.publishable)
    unit = find_unit(catalogue, args.unit)
    if not unit:
        return 2
    try:
        sheets = list(unit_sheets(unit, catalogue))
        made = [(sheet.path, typeset_pdf(sheet)) for sheet in with_progress(sheets, "Đang dựng bản in")]
        write_zip(out, made)
    except (SheetError, OSError) as error:
        print(f"tthc: {failure(error)}", file=sys.stderr)
        return 2
    print(f"Đã dựng {len(made)} tờ in của {unit.title}: {out} ({out.stat().st_size / 1e6:.1f} MB).")
    return 0
