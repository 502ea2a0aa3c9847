"""What several commands share: where the content is, and the option of the day it is read for."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path


def add_content(parser: argparse.ArgumentParser) -> None:
    """The --content and --as-of options."""
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="THƯ_MỤC", help="thư mục nội dung (mặc định: content)")
    parser.add_argument("--as-of", type=day_of, default=None, metavar="NĂM-THÁNG-NGÀY", help="ngày mà nội dung được tính đến (mặc định: as_of trong site.yml)")


def missing(folder: Path) -> bool:
    """True, with a message, when `folder` is not a folder."""
    if folder.is_dir():
        return False
    print(f"tthc: không có thư mục “{folder}”.", file=sys.stderr)
    return True


def day_of(text: str) -> dt.date:
    """A date option: argparse reports what is no date."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng năm-tháng-ngày, ví dụ 2023-12-31") from None


def config_file() -> Path:
    """mkdocs.yml here, else the one of the project that this package was installed from."""
    here = Path("mkdocs.yml")
    return here if here.is_file() else Path(__file__).resolve().parents[2] / "mkdocs.yml"
