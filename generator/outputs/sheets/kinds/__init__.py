"""Kinds of sheets, one module each, discovered by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.catalogue.catalogue import Catalogue
    from generator.catalogue.views import GuideView, ProcedureView, UnitView
    from generator.outputs.sheets.sheet import Sheet


class SheetKind(Protocol):
    """A module has one or more of these functions, which yield its sheets."""

    MARKS: ClassVar[tuple[str, ...]] = ("of_unit", "of_ended", "of_procedure", "of_guide")

    def of_unit(self, unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
        """The sheets of a unit that receives dossiers."""

    def of_ended(self, unit: UnitView, catalogue: Catalogue) -> Iterator[Sheet]:
        """The sheets of a unit that has ended."""

    def of_procedure(self, view: ProcedureView, catalogue: Catalogue) -> Iterator[Sheet]:
        """The sheets of a procedure in force."""

    def of_guide(self, guide: GuideView, catalogue: Catalogue) -> Iterator[Sheet]:
        """The sheets of a life event."""


PLUGIN = SheetKind
