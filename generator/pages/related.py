"""Relations of a procedure: similar ones, those before, with and after it, and the guides it is part of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import GuideView, ProcedureView

INVERSE = {"làm trước": "làm sau", "làm sau": "làm trước", "liên thông": "liên thông", "gần giống": "gần giống"}
SIMILAR = "Gần giống, đừng nhầm"
HEADINGS = (
    ("gần giống", SIMILAR),
    ("làm trước", "Làm trước"),
    ("liên thông", "Làm cùng một lúc (liên thông)"),
    ("làm sau", "Làm tiếp sau"),
)


@dataclass(slots=True)
class GuidePosition:
    """Position of a procedure in a guide: step `number` of `count`."""

    guide: GuideView
    number: int
    count: int
    title: str


def relatives(
    view: ProcedureView, inverse: dict[str, list[tuple[str, ProcedureView]]]
) -> list[tuple[str, list[tuple[ProcedureView, str]]]]:
    """(heading, [(other, the difference in one line)]) in a fixed order. Relations stated only by the other record
    are included, inverted. inverse: see `inverse_relations`."""
    groups: dict[str, dict[str, tuple[ProcedureView, str]]] = {relation: {} for relation, _ in HEADINGS}
    for relation, other, note in view.related:
        if other.in_force and relation in groups:
            groups[relation][other.code] = (other, note or _difference(other))
    stated = {code for group in groups.values() for code in group}
    for relation, other in inverse.get(view.code, ()):
        if other.code not in stated and other.in_force:
            groups[relation][other.code] = (other, _difference(other))
    return [(heading, list(groups[relation].values())) for relation, heading in HEADINGS if groups[relation]]


def inverse_relations(catalogue: Catalogue) -> dict[str, list[tuple[str, ProcedureView]]]:
    """code → [(inverse relation, the procedure that states it)]."""
    result: dict[str, list[tuple[str, ProcedureView]]] = {}
    for view in catalogue.procedures.values():
        for relation, other, _ in view.related:
            if relation in INVERSE:
                result.setdefault(other.code, []).append((INVERSE[relation], view))
    return result


def guide_positions(view: ProcedureView) -> list[GuidePosition]:
    """The first position of the procedure in each guide that lists it."""
    positions = []
    for guide in view.guides:
        for number, (step, own, together) in enumerate(guide.steps, 1):
            if view in own or view in together:
                title = step.title or ""  # type: ignore[attr-defined]
                positions.append(GuidePosition(guide, number, len(guide.steps), title))
                break
    return positions


def _difference(other: ProcedureView) -> str:
    """One line that distinguishes `other`: its distinction, else its summary."""
    return other.record.distinction or other.record.summary or ""
