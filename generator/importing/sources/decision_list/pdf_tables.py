"""Reads the tables of a PDF that has text (not of a scan), with pdfplumber, where it is installed (tthc[pdf])."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.importing import text_cleaning
from generator.importing.draft_record import ImportRefused
from generator.importing.sources.decision_list import pdf_pages
from generator.importing.sources.decision_list.rows import EMPTY, Aside, Budget, Cell, SourceRow, Table, too_big

MAX_BYTES = 30_000_000
TIMEOUT = 180  # seconds
MIN_LETTERS = 20  # letters of a page; with fewer, it is a picture
_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_GET_WORD = "Xin bản Word hoặc Excel gốc, hoặc mở bằng Word rồi lưu thành .docx và soát lại."


def read_tables(file: Path) -> list[Table]:
    """Every table of the file, then one without rows for the text after them. A table that goes on at the top of the
    next page is one table. Raises ImportRefused."""
    pages = _pages(file)
    lacking = [page["number"] for page in pages if _letters(page) < MIN_LETTERS]
    if len(lacking) * 2 > len(pages):
        pictures = f"{len(lacking)} trong {len(pages)} trang là ảnh, không có chữ để đọc"
        raise ImportRefused(f"{file}: đây là tệp PDF quét: {pictures}. {_GET_WORD}")
    tables: list[Table] = []
    heading: list[str] = []
    budget = Budget(ImportRefused(too_big(file, "quá nhiều ô, quá nhiều chữ")))
    for page in pages:
        first = True
        for block in page["blocks"]:
            if isinstance(block, str):
                lines = [line for line in block.split("\n") if not _NUMBER.fullmatch(line)]
                heading += lines
                first = first and not lines
                continue
            width = max(map(len, block), default=0)
            goes_on = first and tables and not heading and page["number"] > 1
            if not (goes_on and tables[-1].rows and len(tables[-1].rows[0].cells) == width):
                tables.append(Table(f"bảng {len(tables) + 1}", heading="\n".join(heading)))
                heading = []
            _add(tables[-1], block, width, page["number"], budget)
            first = False
    last = Table("", heading="\n".join(heading))
    last.warnings.append(f"{file.name}: đọc từ PDF: ô gộp, chữ gạch ngang có thể khác bản gốc, hãy soát lại")
    if lacking:
        last.warnings.append(f"{file.name}: trang {', '.join(map(str, lacking))} là ảnh, không đọc được")
    return [*tables, last]


def _add(table: Table, block: list[list[str]], width: int, page: int, budget: Budget) -> None:
    for number, row in enumerate(block, start=1):
        cells = []
        for text in [*row, *[""] * (width - len(row))]:
            joined = text_cleaning.text(_joined(text))
            place = f"trang {page} dòng {number} ({table.name})"
            table.unread += [
                Aside(place, code, "mã chương trình của trang web") for code in text_cleaning.programs(text)
            ]
            budget.spend(joined)
            cells.append(Cell(joined) if joined else EMPTY)
        table.rows.append(SourceRow(f"trang {page} dòng {number} ({table.name})", cells))


def _joined(text: str) -> str:
    """The lines of a cell, which are broken by its width: joined, but where one begins like an item of a list."""
    return re.sub(r"(?<!\n)\n(?![^\S\n]*(?:[-–+*•]|\d{1,2}[.)]\s))", " ", text)


def _letters(page: dict[str, Any]) -> int:
    return sum(
        len(block) if isinstance(block, str) else sum(len(cell) for row in block for cell in row)
        for block in page["blocks"]
    )


def _pages(file: Path) -> list[dict[str, Any]]:
    if find_spec("pdfplumber") is None:
        raise ImportRefused(
            f'{file}: đây là tệp PDF, máy này chưa có phần đọc PDF (pip install "tthc[pdf]"). {_GET_WORD}'
        )
    if file.stat().st_size > MAX_BYTES:
        raise ImportRefused(too_big(file, f"hơn {MAX_BYTES // 1_000_000} MB"))
    words = [sys.executable, "-m", pdf_pages.__name__, str(file.resolve())]
    try:
        done = subprocess.run(words, capture_output=True, timeout=TIMEOUT, check=False)
        made = json.loads(done.stdout) if done.returncode == 0 else {"error": "hỏng, có mật khẩu, hoặc quá lớn"}
    except (subprocess.TimeoutExpired, OSError, ValueError):
        made = {"error": "đọc quá lâu"}
    if "error" in made or not made["pages"]:
        why = made.get("error", "không có trang nào")
        raise ImportRefused(f"{file}: không đọc được tệp PDF ({why}). {_GET_WORD}")
    if made["more"]:
        raise ImportRefused(too_big(file, f"hơn {pdf_pages.MAX_PAGES} trang"))
    return list(made["pages"])
