"""What the search says about matters that other bodies handle.

It names the body of the edition's day. The reader of a past edition lives today, so there the present body comes first
if it is another one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.schema.search_answers import Elsewhere, ElsewhereChange
from generator.schema.web_address import web_address


def matter_on(item: Elsewhere, catalogue: Catalogue) -> Elsewhere:
    """The matter as the edition names its body; in a past edition the present body where they differ."""
    then, now = item.as_of(catalogue.as_of), item.as_of(_present_day(catalogue))
    return then if now.body == then.body else then.model_copy(update={"body": f"nay là {now.body}"})


def answer_to(item: Elsewhere, catalogue: Catalogue) -> dict[str, Any]:
    """The content of the card: `answer`, its `link`, procedures that are `near`. In a past edition, if something else
    holds today, that is the answer; `since` says from when, and `then` what held on the edition's day."""
    then, change = item.as_of(catalogue.as_of), _later_change(item, catalogue)
    now = item.as_of(_present_day(catalogue)) if change else then
    near = [catalogue.procedures[code] for code in item.codes if code in catalogue.procedures]
    said = {
        "answer": now.answer or "",
        "link": web_address(now.link),
        "near": [[view.code, urls.procedure(view.code), view.name] for view in near if view.in_force],
    }
    if change:
        said["since"] = f"Từ {change.from_day:%d/%m/%Y}:" if isinstance(change.from_day, dt.date) else "Nay:"
        body = f"{then.body}. " if then.body != now.body else ""
        said["then"] = f"Ngày {catalogue.as_of:%d/%m/%Y}: {body}{then.answer or ''}"
    return said


def _present_day(catalogue: Catalogue) -> dt.date:
    """The day of the reader: that of the present edition."""
    return catalogue.edition.present.day if catalogue.edition else catalogue.as_of


def _later_change(item: Elsewhere, catalogue: Catalogue) -> ElsewhereChange | None:
    """The latest change that holds today and does not yet on the edition's day."""
    now = item.begun(_present_day(catalogue))
    return now[-1] if len(now) > len(item.begun(catalogue.as_of)) else None
