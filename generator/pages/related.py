"""What stands around a procedure: what looks like it, what comes before, with and after it, and the journeys it is part of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import GuideView, ProcedureView

INVERSE = {"làm trước": "làm sau", "làm sau": "làm trước", "liên thông": "liên thông", "gần giống": "gần giống"}
HEADINGS = (
    ("gần giống", "Gần giống, đừng nhầm"),
    ("làm trước", "Làm trước"),
    ("liên thông", "Làm cùng một lúc (liên thông)"),
    ("làm sau", "Làm tiếp sau"),
)


@dataclass(slots=True)
class GuidePosition:
    """Where a procedure stands in a guide: step `number` of `count`."""

    guide: GuideView
    number: int
    count: int
    title: str


def relatives(
    view: ProcedureView, turned: dict[str, list[tuple[str, ProcedureView]]]
) -> list[tuple[str, list[tuple[ProcedureView, str]]]]:
    """(heading, [(other, the difference in one line)]) in a fixed order. A relation that only the other record states counts
    too: what is before that one is after this one."""
    found: dict[str, dict[str, tuple[ProcedureView, str]]] = {relation: {} for relation, _ in HEADINGS}
    for relation, other, note in view.related:
        if other.in_force and relation in found:
            found[relation][other.code] = (other, note or _difference(other))
    known = {code for group in found.values() for code in group}
    for relation, other in turned.get(view.code, ()):
        if other.code not in known and other.in_force:
            found[relation][other.code] = (other, _difference(other))
    return [(heading, list(found[relation].values())) for relation, heading in HEADINGS if found[relation]]


def inverse_relations(catalogue: Catalogue) -> dict[str, list[tuple[str, ProcedureView]]]:
    """code → (relation seen from there, the procedure that states it)."""
    found: dict[str, list[tuple[str, ProcedureView]]] = {}
    for view in catalogue.procedures.values():
        for relation, other, _ in view.related:
            if relation in INVERSE:
                found.setdefault(other.code, []).append((INVERSE[relation], view))
    return found


def guide_positions(view: ProcedureView) -> list[GuidePosition]:
    """Where the procedure stands in each guide that names it; the first time counts."""
    found = []
    for guide in view.guides:
        for number, (step, own, together) in enumerate(guide.steps, 1):
            if view in own or view in together:
                found.append(GuidePosition(guide, number, len(guide.steps), step.title or ""))  # type: ignore[attr-defined]
                break
    return found


def _difference(other: ProcedureView) -> str:
    """One line that tells `other` apart: its own distinction, else what it is for."""
    return other.record.distinction or other.record.summary or ""
