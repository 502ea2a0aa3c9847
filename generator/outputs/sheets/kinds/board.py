"""The board list: what a unit receives, with the columns of a provincial decision's list (L18), A4 and A3 landscape."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.catalogue.wording import wording
from generator.outputs.official_form import official_form
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.sheet import Sheet, once
from generator.pages import doubt_words, formatting

COLUMNS = [
    "STT",
    "Tên thủ tục hành chính",
    "Mã thủ tục",
    "Thời hạn giải quyết",
    "Nơi nộp",
    "Phí, lệ phí",
    "Căn cứ pháp lý",
    "Cơ quan thực hiện",
]


def of_unit(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """The list in both sizes."""
    data = once(_data, unit, catalogue)
    yield Sheet(urls.sheet_board(unit.slug, "a4"), "board", data)
    yield Sheet(urls.sheet_board(unit.slug, "a3"), "board", data, a3=True)


def _data(unit: UnitView, catalogue: Catalogue) -> dict[str, Any]:
    groups, number = [], 0
    for name, views in groupby(unit.procedures, key=lambda view: view.field.name):
        rows = []
        for view in views:
            number += 1
            rows.append([str(number), *sheet_data.procedure_row(view)])
        groups.append({"name": name, "rows": rows})
    return {
        "title": f"Danh mục thủ tục hành chính tiếp nhận tại {wording(catalogue).desk}",
        "unit": unit.title,
        "form": official_form(unit, "list", catalogue).data(),
        "desk": sheet_data.desk(unit),
        "count": number,
        "columns": COLUMNS,
        "groups": groups,
        "note": doubt_words.NOTE if any(view.doubts for view in unit.procedures) else "",
        "link": sheet_data.link(urls.unit_procedures(unit.slug), catalogue),
        "foot": sheet_data.footer(catalogue),
        "day": formatting.date(catalogue.as_of),
    }
