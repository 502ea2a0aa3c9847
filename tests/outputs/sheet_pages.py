"""The sheets of the small site, typeset, and what a printer or a phone makes of them."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.sheets.all_sheets import all_sheets
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.typeset import typeset_pdf
from tests.conftest import SMALL

AS_OF = dt.date(2023, 12, 31)

needs_tools = pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="zbar-tools, poppler-utils are not here"
)


@lru_cache(maxsize=2)
def catalogue(content: Path = SMALL) -> Catalogue:
    return build_catalogue(read_folder(content), AS_OF, [])


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    return {sheet.path: sheet for sheet in all_sheets(catalogue())}


@lru_cache(maxsize=32)
def made(path: str) -> bytes:
    return typeset_pdf(sheets()[path], None)


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def image(data: bytes, folder: Path, dpi: int, *more: str) -> Path:
    (folder / "sheet.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", *more, folder / "sheet.pdf", folder / "sheet"],
        check=True,
        capture_output=True,
    )
    return folder / "sheet.png"


UNIT = "don-vi/an-thanh/"

ONE_OF_EACH = {
    f"{UNIT}thu-tuc/danh-muc-a4.pdf": (f"{UNIT}thu-tuc/", 1),
    f"{UNIT}thu-tuc/danh-muc-a3.pdf": (f"{UNIT}thu-tuc/", 1),
    f"{UNIT}phan-anh/thong-bao-a4.pdf": (f"{UNIT}phan-anh/", 1),
    f"{UNIT}phan-anh/thong-bao-a3.pdf": (f"{UNIT}phan-anh/", 1),
    f"{UNIT}the-lien-he.pdf": (UNIT, 1),
    "thu-tuc/1-001193/phieu.pdf": ("thu-tuc/1-001193/", 1),
    "huong-dan/sinh-con/to-gap.pdf": ("huong-dan/sinh-con/", 2),
}
