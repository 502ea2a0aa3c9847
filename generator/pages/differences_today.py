"""The parts of a procedure that its later versions changed, for the page of a past edition, which states what is
different today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.history import VersionView
from generator.pages import formatting
from generator.schema.procedure import Procedure


def later_versions(code: str, catalogue: Catalogue) -> list[VersionView]:
    """The versions of `code` that begin after the day of this edition and up to that of the present one; empty on a
    page of the present edition."""
    edition = catalogue.edition
    if not edition or not edition.past:
        return []
    until = edition.present.day
    return [one for one in catalogue.history.coming(code, edition.day) if one.since and one.since <= until]


def differing_parts(code: str, catalogue: Catalogue) -> list[str]:
    """`["nơi nộp", "phí"]`: the parts in which today's record of `code` differs from that of the edition's day, in the
    order in which a page answers them. Empty if only wording or legal bases differ: these are on the page of its
    changes."""
    versions = later_versions(code, catalogue)
    if not versions or versions[0].before is None:
        return []
    before, after = versions[0].before, versions[-1].record
    return [words for words, value in PARTS if value(before) != value(after)]


def _fees(record: Procedure) -> Any:
    each = [formatting.fees_of(record, channel) for channel in record.channels]
    return [formatting.fee_summary(fees) for fees in [record.fees, *each] if fees is not None]


def _times(record: Procedure) -> Any:
    each = [formatting.time_of(record, channel) for channel in record.channels]
    return [formatting.time_limit(value) for value in [record.time_limit, *each] if value is not None]


def _papers(record: Procedure) -> Any:
    dossier = record.dossier
    if dossier is None:
        return None
    cases = {(case.name, paper.name) for case in dossier.cases for paper in case.papers}
    return {("", paper.name) for paper in dossier.papers} | cases


PARTS: tuple[tuple[str, Callable[[Procedure], object]], ...] = (
    ("nơi nộp", lambda record: (record.receiving_place, record.executing_agency)),
    ("thời hạn", _times),
    ("phí", _fees),
    ("giấy tờ", _papers),
    ("nộp qua mạng", lambda record: record.online_level),
)
