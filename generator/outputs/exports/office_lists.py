"""The list of each unit's procedures as DOCX and XLSX, beside its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.office.excel_list import excel_list
from generator.outputs.office.unit_list import unit_list
from generator.outputs.office.word_list import word_list
from generator.pages.formatting import date


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Two files for each unit that receives dossiers and has procedures."""
    footer = f"Bản {date(catalogue.as_of)}"
    for unit in catalogue.units.values():
        if unit.has_desk and unit.procedures:
            content = unit_list(unit, catalogue.as_of)
            yield urls.unit_list(unit.slug, "docx"), word_list(content, footer)
            yield urls.unit_list(unit.slug, "xlsx"), excel_list(content, footer)
