"""XLSX workbooks that are the same on any day and take every text as text."""

from __future__ import annotations

import datetime as dt
import io

import xlsxwriter

CREATED = dt.datetime(2000, 1, 1)


def new_workbook(title: str) -> tuple[xlsxwriter.Workbook, io.BytesIO]:
    """An empty workbook, and where its bytes are once it is closed. Neither formulas nor links nor numbers are made of
    texts."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "created": CREATED})
    return book, out
