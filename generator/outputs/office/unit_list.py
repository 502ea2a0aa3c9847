"""What the list of a unit's procedures says, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.views import UnitView
from generator.outputs.official_form import OfficialForm, official_form
from generator.pages import doubt_words, formatting
from generator.schema.unit_kinds import desk_of

HEADINGS = ("STT", "Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Thời hạn", "Phí, lệ phí", "Nộp trực tuyến")
ONLINE = {"toàn trình": "toàn trình", "một phần": "một phần", "chưa trực tuyến": "chưa"}


@dataclass(frozen=True, slots=True)
class UnitList:
    """form: head and foot; rows: texts in the order of HEADINGS; uncertain:
    some value carries the mark, so the note must stand below."""

    form: OfficialForm
    title: str
    subtitle: str
    rows: list[tuple[str, ...]]
    uncertain: bool


def unit_list(unit: UnitView, catalogue: Catalogue) -> UnitList:
    """The list of a unit that receives dossiers, by field and name as on its page; of one that has ended, what became
    of it."""
    rows: list[tuple[str, ...]] = []
    uncertain = False
    for number, view in enumerate(unit.procedures, 1):
        record = view.record
        time_mark, fee_mark = (doubt_words.mark(view.doubts.of(value)) for value in ("time", "fee"))
        uncertain = uncertain or bool(time_mark or fee_mark)
        rows.append(
            (
                str(number),
                view.code,
                f"{view.called} ({view.name})" if view.called else view.name,
                view.field.name,
                formatting.time_summary(record) + time_mark,
                formatting.fee_summary(formatting.fees_of(record)) + fee_mark,
                ONLINE.get(record.online_level or "", "chưa rõ"),
            )
        )
    return UnitList(
        form=official_form(unit, "list", catalogue),
        title="DANH MỤC THỦ TỤC HÀNH CHÍNH",
        subtitle=f"tiếp nhận tại {desk_of(catalogue.as_of)[0]} {formatting.lower_first(unit.title)}, tính đến ngày "
        f"{formatting.date(catalogue.as_of)}"
        if unit.has_desk
        else " ".join([f"{unit.title} (cũ).", *describe_succession(unit)]),
        rows=rows,
        uncertain=uncertain,
    )
