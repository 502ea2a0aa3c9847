"""places.json: contacts of each commune's one-stop desk and feedback desk, for “Xã của bạn”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.catalogue.unit_succession import current_successors, describe_succession, name_list
from generator.catalogue.views import UnitView
from generator.outputs.exports.registry import compact_json
from generator.pages.formatting import mail, safe_url
from generator.plain_data import JsonObject
from generator.schema.contact import CLOCK
from generator.schema.values import PENDING_CONTACT

FIXED_NAME = True


def data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The communes by slug, and the district under `district`; contacts a unit has not given are left out."""
    home = catalogue.home_unit
    places = {unit.slug: place(unit) | _now(unit, catalogue) for unit in catalogue.communes}
    contacts: JsonObject = {"district": place(home) if home else {}, "communes": places}
    moved = {
        unit.slug: {
            "text": " ".join(describe_succession(unit)),
            "to": [successor.slug for successor in current_successors(unit)],
        }
        for unit in catalogue.units.values()
        if unit.is_commune and unit.begun and not unit.active
    }
    if moved:  # a commune that a visitor chose may have ended since
        contacts["moved"] = moved
    if note := past_note(catalogue.edition):
        contacts["edition"] = note
    yield "places.json", compact_json(contacts)


def _now(unit: UnitView, catalogue: Catalogue) -> dict[str, str]:
    """In a past edition: where the commune belongs now."""
    successors = [other for other, *_ in unit.went_to]
    if not successors or not (catalogue.edition and catalogue.edition.past):
        return {}
    above = next((successor.parent for successor in successors if successor.parent), None)
    where = f" ({name_list(above)})" if above else ""
    names = " hoặc ".join(dict.fromkeys(name_list(successor) for successor in successors))
    return {"now": f"Nay thuộc {names}{where}."}


def place(unit: UnitView) -> JsonObject:
    """The contacts of one unit, without empty values."""
    desk, feedback = unit.record.one_stop, unit.record.feedback
    values = {
        "name": unit.title,
        "url": unit.url,
        "desk": desk and desk.name,
        "address": desk and desk.address,
        "hours": desk and desk.hours,
        "phone": desk and desk.phone,
        "closes": desk.closes if desk and CLOCK.fullmatch(desk.closes or "") else "",  # else TT-263
        "saturday": desk and desk.saturday,
        "feedbackPhone": feedback and feedback.phone,
        "feedbackMail": mail(feedback.email) if feedback else "",
        "form": safe_url(feedback.report_form) if feedback else "",
    }
    return {key: value for key, value in values.items() if value and value != PENDING_CONTACT}
