"""schema.org descriptions of pages (`application/ld+json`) for search engines: services, offices, bread crumbs.

Only facts that are numbers or names: a fee that is not a plain amount, or that awaits confirmation, is left out.
"""

from __future__ import annotations

import json
from typing import Any

from generator.catalogue.views import ProcedureView, UnitView
from generator.pages.formatting import is_given, mail, names_gone_body

CONTEXT = "https://schema.org"


def service(view: ProcedureView) -> dict[str, Any]:
    """A procedure as a GovernmentService."""
    record = view.load()
    made: dict[str, Any] = {
        "@type": "GovernmentService",
        "identifier": view.code,
        "name": view.name,
        "alternateName": record.popular_names[:3],
        "provider": None if names_gone_body(view, record.executing_agency) else _organisation(record.executing_agency),
        "audience": {"@type": "Audience", "audienceType": record.audiences[:3]} if record.audiences else None,
        "serviceOutput": [{"@type": "Thing", "name": result.name} for result in record.results[:2] if result.name],
    }
    return {key: value for key, value in made.items() if value}


def office(unit: UnitView) -> dict[str, Any]:
    """A unit's one-stop desk as a GovernmentOffice; only contacts that the unit has given."""
    desk = unit.record.one_stop
    made: dict[str, Any] = {"@type": "GovernmentOffice", "name": f"UBND {unit.title[:1].lower()}{unit.title[1:]}"}
    if desk:
        made |= {
            "address": desk.address if is_given(desk.address) else None,
            "telephone": desk.phone if is_given(desk.phone) else None,
            "email": mail(desk.email) or None,
        }
    return {key: value for key, value in made.items() if value}


def breadcrumbs(crumbs: list[tuple[str, str]], base: str) -> dict[str, Any]:
    """The breadcrumbs of a page without the page itself. base: address of the site, with a slash at the end."""
    items = [
        {"@type": "ListItem", "position": number, "name": label, "item": base + url}
        for number, (label, url) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def script(*things: dict[str, Any]) -> str:
    """The element for the page's head. `<` is escaped, so no text can close it or begin a comment."""
    data = {"@context": CONTEXT} | (things[0] if len(things) == 1 else {"@graph": list(things)})
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "GovernmentOrganization", "name": name} if name else None


__all__ = ["breadcrumbs", "office", "script", "service"]
