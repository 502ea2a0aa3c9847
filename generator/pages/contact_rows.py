"""The contacts of a desk or an office as rows: label, text, link target."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.pages.wording import MISSING, lower_first
from generator.schema.contact import Contact, Feedback, OneStop
from generator.schema.record import Record, specs
from generator.schema.values import PENDING_CONTACT
from generator.schema.web_address import mail_address, phone_number, web_address

Row = tuple[str, str, str]  # label, text, address of the link or empty
LINKS: dict[str, Callable[[str], str]] = {
    "phone": lambda text: f"tel:{number}" if (number := phone_number(text)) else "",
    "email": lambda text: f"mailto:{box}" if (box := mail_address(text)) else "",
    "website": web_address,
    "system": web_address,
}


def stated_contact(value: str | None) -> str:
    """A contact, or "" if the unit has not provided it."""
    return "" if not value or value == PENDING_CONTACT else value


def contact_rows(values: Iterable[tuple[str, str, str | None]], missing: str = MISSING) -> list[Row]:
    """values: (label, name of the field, value). A row for each contact that is provided, then one
    row (`Điện thoại, thư điện tử`, `missing`) with the labels of those that are not."""
    found, absent = list[Row](), list[str]()
    for label, name, value in values:
        if text := stated_contact(value):
            found.append((label, text, LINKS[name](text) if name in LINKS else ""))
        else:
            absent.append(lower_first(label) if absent else label)
    return [*found, (", ".join(absent), missing, "")] if absent else found


def desk_contacts(desk: OneStop | None) -> list[Row]:
    """The rows of a one-stop desk."""
    return _declared(desk or OneStop(), "address", "hours", "phone", "email")


def unit_contacts(contact: Contact | None) -> list[Row]:
    """The rows of a unit."""
    return _declared(contact or Contact(), "address", "phone", "email", "website")


def feedback_contacts(feedback: Feedback) -> list[Row]:
    """The rows of the body that receives feedback."""
    return _declared(feedback, "agency", "address", "phone", "email", "system")


def _declared(record: Record, *names: str) -> list[Row]:
    labels = {spec.name: spec.label for spec in specs(type(record))}
    return contact_rows((labels[name], name, getattr(record, name)) for name in names)
