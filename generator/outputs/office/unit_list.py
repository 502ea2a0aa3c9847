"""The content of the list of a unit's procedures, whatever the format: the head and foot, which are the unit's, and the
table, which units with the same procedures share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.views import ProcedureView, UnitView
from generator.outputs.office import excel_rows, word_rows
from generator.outputs.official_form import OfficialForm, official_form
from generator.outputs.ooxml.archive import Piece, piece
from generator.outputs.ooxml.row_numbers import numbered
from generator.pages import doubt_words, formatting
from generator.schema.unit_kinds import desk_of

HEADINGS = ("STT", "Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Thời hạn", "Phí, lệ phí", "Nộp trực tuyến")
ONLINE = {"toàn trình": "toàn trình", "một phần": "một phần", "chưa trực tuyến": "chưa"}


@dataclass(frozen=True, slots=True)
class ListTable:
    """The rows in both formats, compressed; count: of rows; uncertain: some value carries the mark, so the note must
    stand below."""

    word: Piece
    excel: Piece
    count: int
    uncertain: bool


@dataclass(frozen=True, slots=True)
class UnitList:
    """form: head and foot."""

    form: OfficialForm
    title: str
    subtitle: str
    table: ListTable


@dataclass(slots=True)
class _Shared:
    """rows: of each procedure in both formats, without their numbers, and whether one of its values is uncertain;
    tables: by list of procedures, which lives as long as the catalogue."""

    rows: dict[str, tuple[bytes, bytes, bool]]
    tables: dict[int, ListTable]


_SHARED: WeakKeyDictionary[Catalogue, _Shared] = WeakKeyDictionary()


def unit_list(unit: UnitView, catalogue: Catalogue) -> UnitList:
    """The list of a unit that receives dossiers, by field and name as on its page; of one that has ended, what became
    of it."""
    return UnitList(
        form=official_form(unit, "list", catalogue),
        title="DANH MỤC THỦ TỤC HÀNH CHÍNH",
        subtitle=f"tiếp nhận tại {desk_of(catalogue.as_of)[0]} {formatting.lower_first(unit.title)}, tính đến ngày "
        f"{formatting.date(catalogue.as_of)}"
        if unit.has_desk
        else " ".join([f"{unit.title} (cũ).", *describe_succession(unit)]),
        table=_table(unit.procedures, catalogue),
    )


def _table(views: list[ProcedureView], catalogue: Catalogue) -> ListTable:
    """The table of these procedures, made once: units of a kind share one list."""
    shared = _SHARED.setdefault(catalogue, _Shared({}, {}))
    if id(views) not in shared.tables:
        rows = [_row(view, shared) for view in views]
        shared.tables[id(views)] = ListTable(
            word=piece(numbered((row[0] for row in rows), 1)),
            excel=piece(excel_rows.numbered(row[1] for row in rows)),
            count=len(rows),
            uncertain=any(row[2] for row in rows),
        )
    return shared.tables[id(views)]


def _row(view: ProcedureView, shared: _Shared) -> tuple[bytes, bytes, bool]:
    if view.code not in shared.rows:
        marks = [doubt_words.mark(view.doubts.of(value)) for value in ("time", "fee")]
        texts = _texts(view, *marks)
        shared.rows[view.code] = (word_rows.row(texts), excel_rows.row(texts), any(marks))
    return shared.rows[view.code]


def _texts(view: ProcedureView, time_mark: str, fee_mark: str) -> Sequence[str]:
    """The cells after the number, in the order of HEADINGS."""
    record = view.record
    return (
        view.code,
        f"{view.called} ({view.name})" if view.called else view.name,
        view.field.name,
        formatting.time_of_view(view) + time_mark,
        formatting.fee_of_view(view) + fee_mark,
        ONLINE.get(record.online_level or "", "chưa rõ"),
    )
