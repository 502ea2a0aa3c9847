"""A long list of procedures by field, which a phone shows folded to the names of the fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.catalogue.views import FieldView, ProcedureView

MAX_OPEN = 20  # procedures that a phone lists at once; more are folded


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The procedures of one field in a list. first: the number of the first of them in the whole list."""

    field: FieldView
    first: int
    procedures: list[ProcedureView]


def usual_place(procedures: Iterable[ProcedureView]) -> str:
    """The place of filing that more than half of the procedures have, which a phone's list says once; empty if none."""
    places = [view.record.receiving_place for view in procedures]
    place, count = Counter(places).most_common(1)[0] if places else (None, 0)
    return place if place and 2 * count > len(places) > 1 else ""


def field_groups(procedures: Iterable[ProcedureView]) -> list[FieldGroup]:
    """The list by field, in its own order."""
    groups: dict[str, FieldGroup] = {}
    for view in procedures:
        groups.setdefault(view.field.slug, FieldGroup(view.field, 0, [])).procedures.append(view)
    starts = accumulate((len(one.procedures) for one in groups.values()), initial=1)
    return [replace(one, first=first) for one, first in zip(groups.values(), starts, strict=False)]
