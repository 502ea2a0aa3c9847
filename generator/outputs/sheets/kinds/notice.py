"""The feedback notice of a unit, for its board (plan 2023 II.7, check P04), A4 and A3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.outputs.official_form import official_form
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.sheet import Sheet, once
from generator.schema.contact import Feedback

BASIS = "Theo Nghị định 20/2008/NĐ-CP, được sửa đổi bởi Nghị định 48/2013/NĐ-CP và Nghị định 92/2017/NĐ-CP."


def of_unit(unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
    """The notice in both sizes; a blank line to write on where the unit has not given a contact."""
    if not unit.record.feedback:
        return
    data = once(_data, unit, unit.record.feedback, catalogue)
    yield Sheet(urls.sheet_notice(unit.slug, "a4"), "notice", data)
    yield Sheet(urls.sheet_notice(unit.slug, "a3"), "notice", data, a3=True)


def _data(unit: UnitView, feedback: Feedback, catalogue: Catalogue) -> dict[str, Any]:
    page = catalogue.site.feedback
    rows = [
        ["Cơ quan tiếp nhận", sheet_data.known_or_blank(feedback.agency) or unit.title],
        ["Địa chỉ", sheet_data.known_or_blank(feedback.address)],
        ["Số điện thoại chuyên dùng", sheet_data.known_or_blank(feedback.phone)],
        ["Thư điện tử", sheet_data.known_or_blank(feedback.email)],
        ["Hệ thống phản ánh, kiến nghị", sheet_data.known_or_blank(feedback.system)],
    ]
    sections: list[list[Any]] = []
    if page:
        sections = [
            ["Được phản ánh, kiến nghị", page.allowed],
            ["Không tiếp nhận ở đây: khiếu nại, tố cáo", page.refused],
            ["Khi gửi cần", page.requirements],
            ["Cách gửi", page.ways],
        ]
    return {
        "title": "Thông báo tiếp nhận phản ánh, kiến nghị về quy định hành chính",
        "form": official_form(unit, "notice", catalogue).data(),
        "unit": unit.title,
        "rows": rows,
        "sections": sections,
        "basis": BASIS,
        "pages": 1,
        "sizes": [14, 13, 12, 11],  # it hangs on a board: as large as one page allows
        "link": sheet_data.link(urls.unit_feedback(unit.slug), catalogue),
        "foot": sheet_data.footer(catalogue),
    }
