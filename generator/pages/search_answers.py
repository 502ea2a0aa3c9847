"""The direct answers of the search to questions about one fact: how much, how long, where, what to bring, when."""

from __future__ import annotations

import re

from generator.catalogue.views import ProcedureView
from generator.pages import formatting

FACTS = ("fee", "time", "place", "papers", "hours")  # the order in which the index has them
NAMED_PAPERS = 4
OTHER_SUMS = re.compile(
    r"trợ cấp|hỗ trợ|thuế|bảo hiểm|bhxh|bhyt|trước bạ|bồi thường|mai táng|chế độ|lương|thù lao|học bổng|học phí|"
    r"tiền sử dụng đất|mục đích sử dụng đất|thờ cúng",
    re.IGNORECASE,
)
"""Matters of which people ask other sums than the fee: what they pay in, are taxed or receive."""
NUMBERED = re.compile(r"\d")


def search_answers(view: ProcedureView) -> list[tuple[str, str]]:
    """(answer, unconfirmed part of it) for each of FACTS. The answer is empty where the record has none, and for the
    fee where the question may be about another sum."""
    record = view.record
    papers = [formatting.lower_first(name) if name[1:2].islower() else name for name in record.papers[:NAMED_PAPERS]]
    more = len(record.papers) - NAMED_PAPERS
    bring = "; ".join(papers) + (f" và {more} giấy tờ khác" if more > 0 else "")
    if record.cases:
        bring += f"{', ' if bring else ''}thêm giấy tờ theo từng trường hợp"
    asks_other_sum = OTHER_SUMS.search(" ".join([view.name, *record.popular_names])) is not None
    said = {
        "fee": "" if asks_other_sum else formatting.fee_of_view(view),
        "time": formatting.time_of_view(view),
        "place": formatting.with_year(view, record.receiving_place) if record.receiving_place else "",
        "papers": bring,
        "hours": record.receiving_hours or "",
    }
    given = {fact: text if formatting.is_given(text) else "" for fact, text in said.items()}
    return [(given[fact], _unsure(view, fact) if given[fact] else "") for fact in FACTS]


def form_labels(view: ProcedureView) -> list[str]:
    """The numbers by which people ask for its forms: `Mẫu CT01`."""
    forms = view.record.forms
    labels = [form.label for form in forms if form.label] if isinstance(forms, list) else []
    return list(dict.fromkeys(label for label in labels if NUMBERED.search(label)))


def _unsure(view: ProcedureView, fact: str) -> str:
    """The unconfirmed part of one fact, in the words of the page's own mark."""
    doubt = view.doubts.of("place" if fact == "hours" else fact)
    return doubt.name if doubt else ""
