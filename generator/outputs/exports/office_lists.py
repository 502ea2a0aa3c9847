"""The list of each unit's procedures as DOCX and XLSX, beside its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.views import ProcedureView, UnitView
from generator.outputs.office.excel_list import excel_list
from generator.outputs.office.unit_list import unit_list
from generator.outputs.office.word_list import word_list
from generator.outputs.output import Data, Output
from generator.pages.formatting import date
from generator.pages.inputs import inputs_of, listed, plain
from generator.schema.unit_kinds import PROVINCE, level_of


def files(catalogue: Catalogue) -> Iterator[tuple[str, Data]]:
    """Two files for each unit that receives dossiers and has procedures; those of an ended unit state its
    successors."""
    for piece in pieces(catalogue):
        yield from piece.make()


def pieces(catalogue: Catalogue) -> list[Output]:
    """The files as outputs, one per unit."""
    units = [
        unit
        for unit in catalogue.units.values()
        if (unit.procedures if unit.has_desk else unit.begun and _had_a_list(unit))
    ]
    return [
        Output(f"danh-muc/{unit.slug}", partial(_of_unit, unit, catalogue), partial(_inputs, unit, catalogue))
        for unit in units
    ]


def _had_a_list(unit: UnitView) -> bool:
    return level_of(unit.record.kind, unit.record.parent) != PROVINCE


def _inputs(unit: UnitView, catalogue: Catalogue) -> object:
    became = [] if unit.has_desk else describe_succession(unit)
    return (unit.title, became, plain(catalogue.site.signature), inputs_of(catalogue).of_all(_row, unit.procedures))


def _row(view: ProcedureView) -> tuple[object, ...]:
    return (listed(view), view.field.name)


def _of_unit(unit: UnitView, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    content, footer = unit_list(unit, catalogue), f"Bản {date(catalogue.as_of)}"
    yield urls.unit_list(unit.slug, "docx"), word_list(content, footer)
    yield urls.unit_list(unit.slug, "xlsx"), excel_list(content, footer)
