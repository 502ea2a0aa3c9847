"""Values that a unit states once for all procedures it receives: its desk, the hours, the number of sets, the
authority.

A procedure of the level of the site's unit that does not state such a part inherits it from the unit. Procedures of a
sector (police, tax) are not received by the People's Committee and inherit nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from generator.loading.store import Store
from generator.schema.periods import period
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.unit import Unit
from generator.schema.unit_kinds import level_of
from generator.schema.values import PENDING_CONTACT

Known = Mapping[str, Any]  # field name of a procedure, or "sets" of its dossier -> what the unit says


def known_by_unit(store: Store, day: dt.date) -> tuple[str, Known]:
    """(level of the site's unit, values that procedures of that level inherit from it on `day`); "" and no values if
    the site has no such unit on that day."""
    sites = store.of("site")
    slug = sites[0].record.unit if sites else None
    unit = next((entry.record for entry in store.of("unit") if slug and entry.stem == slug), None)
    if unit is None or not period(unit.term).holds(day):
        return "", {}
    desk = unit.one_stop
    title = f"{unit.kind or ''} {unit.name or slug}".strip()
    agency = f"UBND {title}"
    said = {
        "receiving_place": _place(unit) or f"Nơi nhận hồ sơ của {title}",
        "receiving_hours": desk.hours if desk else None,
        "executing_agency": agency,
        "deciding_agency": agency,
        "sets": desk.sets if desk else None,
    }
    return level_of(unit.kind, unit.parent), {name: value for name, value in said.items() if value not in (None, "")}


def receives(record: Procedure | ProcedureSummary, level: str) -> bool:
    """True if a unit of `level` receives the procedure itself, in which case the procedure inherits from it."""
    return level in record.levels and "ngành dọc" not in record.levels and not record.sector


def inherited(record: Procedure | ProcedureSummary, level: str, known: Known) -> dict[str, Any]:
    """The values that `record` inherits: those of the parts it does not state itself. level, known: see
    known_by_unit."""
    if not receives(record, level):
        return {}
    return {name: value for name, value in known.items() if name != "sets" and not getattr(record, name, value)}


def with_inherited(record: Procedure, level: str, known: Known) -> Procedure:
    """The whole record completed with inherited values; the same object if it inherits none."""
    changes = inherited(record, level, known)
    if record.dossier and record.dossier.sets is None and "sets" in known and receives(record, level):
        changes["dossier"] = record.dossier.model_copy(update={"sets": known["sets"]})
    return record.model_copy(update=changes) if changes else record


def _place(unit: Unit) -> str:
    """The name and the address of its desk, as far as they are stated."""
    desk = unit.one_stop
    parts = [desk.name, desk.address] if desk else []
    return ", ".join(part for part in parts if part and part != PENDING_CONTACT)
