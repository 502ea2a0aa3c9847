"""Expired or abolished but still posted as in force (TT 19/2014 Đ10 k3 b)."""

from __future__ import annotations

import datetime as dt

from generator.loading.entry import Entry
from generator.reporting.quality.facts import Facts, Report, report_row


def report(facts: Facts) -> Report:
    """Our procedures that the national database has abolished, and those whose legal bases have all ended."""
    gone = {code: words for code, _, words in facts.national.abolished_there} if facts.national else {}
    rows = []
    for entry in facts.in_force:
        if entry.record.code in gone:
            rows.append(report_row(entry, "đã bị bãi bỏ trên CSDL quốc gia"))
        elif _without_basis(entry, facts):
            rows.append(report_row(entry, "mọi văn bản làm căn cứ đã hết hiệu lực"))
    note = (
        f"Đã so với {facts.national.source}."
        if facts.national
        else "Chưa so với CSDL quốc gia: chỉ thấy được thủ tục mà mọi căn cứ đã hết hiệu lực."
    )
    return Report(
        "het-hieu-luc",
        "Hết hiệu lực, bị bãi bỏ nhưng vẫn đăng như đang áp dụng",
        "TT 19/2014/TT-BTP Đ10 k3 b",
        note,
        tuple(rows),
    )


def _without_basis(entry: Entry, facts: Facts) -> bool:
    known = [facts.laws[basis.number] for basis in entry.record.legal_bases if basis.number in facts.laws]
    return bool(known) and all(isinstance(law.until, dt.date) and law.until <= facts.as_of for law in known)
