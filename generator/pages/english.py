"""/en/: the organisation and its contacts, the two things required in a foreign language (theo NĐ 42/2022)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.pages.contact_rows import Row, contact_rows
from generator.pages.inputs import inputs_of, plain
from generator.pages.page import Page, Values
from generator.schema.contact import Feedback, OneStop
from generator.schema.unit_kinds import NO_DISTRICTS

KINDS = {
    "tỉnh": "Province",
    "thành phố": "City",
    "huyện": "District",
    "quận": "District",
    "thị xã": "Town",
    "xã": "Commune",
    "phường": "Ward",
    "thị trấn": "Township",
    "đặc khu": "Special Zone",
}
OWED = "Not yet provided by the unit"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The two English pages, when the site has a unit of its own; they are kept after that unit has ended."""
    if not catalogue.site_unit or not catalogue.site_unit.begun:
        return
    home = catalogue.site_unit
    units = catalogue.home_and_communes
    offices = [view for view in catalogue.agencies.values() if view.record.kind == "cơ quan" and view.record.english]
    desk = "Public administrative service centre" if catalogue.as_of >= NO_DISTRICTS else "One-stop desk"
    common: Values = {
        "lang": "en",
        "has_feedback_form": False,
        "section": urls.ENGLISH,
        "inputs": lambda: (inputs_of(catalogue).units, [plain(office.record) for office in offices]),
    }
    words = {"english": name, "contacts": contacts, "owed": OWED, "home": home}
    yield Page(
        url=urls.ENGLISH,
        template="english.html",
        title=f"{name(home)}: organisation",
        description="The offices, the units, and where administrative procedures are handled.",
        context={
            **words,
            "offices": offices,
            "units": units,
            "communes": [unit for unit in units if unit is not home],
            "home_kind": KINDS.get(home.record.kind or "", ""),
            "desk": desk,
            "desks": f"{desk[:1].lower()}{desk[1:]}s",
        },
        **common,
    )
    yield Page(
        url=urls.ENGLISH_CONTACTS,
        template="english-contacts.html",
        title=f"{name(home)}: contacts",
        description="Addresses, telephone numbers and e-mail of the one-stop desks.",
        context={**words, "units": units},
        crumbs=[("Organisation", urls.ENGLISH)],
        **common,
    )


def name(unit: UnitView) -> str:
    """`Tân An Commune`, `Tân Lập District`."""
    return f"{unit.record.name or unit.slug} {KINDS.get(unit.record.kind or '', '')}".strip()


def contacts(unit: UnitView) -> list[Row]:
    """The contacts of a unit's desk. Addresses stay in Vietnamese, for local use."""
    desk, feedback = unit.record.one_stop or OneStop(), unit.record.feedback or Feedback()
    rows = (
        ("Address", "address", desk.address),
        ("Opening hours", "hours", desk.hours),
        ("Telephone", "phone", desk.phone),
        ("E-mail", "email", desk.email),
        ("Complaints about regulations", "phone", feedback.phone),
    )
    return contact_rows(rows, missing=OWED)
