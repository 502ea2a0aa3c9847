"""Matters of other bodies: each edition says the body of its own day; a past one, whose reader lives today, today's
first."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.search_words import search_words
from generator.outputs.search.elsewhere import answer_to, matter_on
from generator.schema.search_answers import Elsewhere, ElsewhereChange
from tests.support.real_content import real_store

THEN, NOW = dt.date(2023, 12, 31), dt.date(2026, 11, 26)
LICENCE = Elsewhere.model_construct(
    title="Giấy phép lái xe",
    body="Sở Giao thông vận tải",
    answer="Nộp ở Sở.",
    link="https://dichvucong.gov.vn",
    changes=[
        ElsewhereChange.model_construct(from_day=dt.date(2025, 3, 1), body="Công an tỉnh", answer="Nộp ở Công an.")
    ],
)


def edition(day: dt.date, present: dt.date | None = NOW) -> Catalogue:
    """A catalogue of `day`; present: that of the latest edition, None for a site of one day."""
    view = SimpleNamespace(present=SimpleNamespace(day=present)) if present else None
    return cast(Catalogue, SimpleNamespace(as_of=day, edition=view, procedures={}))


def said(item: Elsewhere, catalogue: Catalogue) -> tuple[str | None, dict[str, Any]]:
    return matter_on(item, catalogue).body, answer_to(item, catalogue)


def test_a_past_edition_says_todays_body_first_and_its_own_beside_it() -> None:
    body, text = said(LICENCE, edition(THEN))
    assert body == "nay là Công an tỉnh"
    assert (text["since"], text["answer"]) == ("Từ 01/03/2025:", "Nộp ở Công an.")
    assert text["then"] == "Ngày 31/12/2023: Sở Giao thông vận tải. Nộp ở Sở."
    assert text["link"] == "https://dichvucong.gov.vn", "what a change does not state stays as it was"


def test_the_present_edition_says_todays_alone() -> None:
    body, text = said(LICENCE, edition(NOW))
    assert (body, text["answer"]) == ("Công an tỉnh", "Nộp ở Công an.")
    assert not text.keys() & {"since", "then"}


def test_a_site_of_one_day_says_that_day_alone() -> None:
    body, text = said(LICENCE, edition(dt.date(2025, 2, 28), None))
    assert (body, text["answer"]) == ("Sở Giao thông vận tải", "Nộp ở Sở.")
    assert said(LICENCE, edition(dt.date(2025, 3, 1), None))[0] == "Công an tỉnh"
    assert not text.keys() & {"since", "then"}


def test_a_change_that_nobody_knows_the_day_of_holds_from_when_it_was_seen() -> None:
    change = ElsewhereChange.model_construct(
        from_day="chưa rõ", body="Công an xã", answer="Hỏi.", date=dt.date(2026, 11, 23)
    )
    unsure = LICENCE.model_copy(update={"changes": [change]})
    body, text = said(unsure, edition(THEN))
    assert body == "nay là Công an xã"
    assert text["since"] == "Nay:"
    assert said(unsure, edition(dt.date(2026, 11, 22), None))[0] == "Sở Giao thông vận tải"


def test_the_body_is_named_once_where_only_the_way_changed() -> None:
    change = ElsewhereChange.model_construct(from_day=dt.date(2025, 7, 1), answer="Nộp trên mạng.")
    body, text = said(LICENCE.model_copy(update={"changes": [change]}), edition(THEN))
    assert body == "Sở Giao thông vận tải"
    assert text["then"] == "Ngày 31/12/2023: Nộp ở Sở."


def test_no_answer_of_today_names_what_no_longer_exists() -> None:
    """Districts ended on 01/07/2025, with these departments earlier that year."""
    gone = ("Sở Giao thông vận tải", "Sở Kế hoạch và Đầu tư", "Phòng Nội vụ", "Chi cục Thi hành án", "huyện ")
    matters = [item.as_of(NOW) for item in search_words(real_store()).elsewhere]
    wrong = [
        (item.title, word)
        for item in matters
        for word in gone
        if word in f"{item.body} {item.answer} " and "Không còn" not in (item.answer or "")
    ]
    assert len(matters) > 30 and wrong == []


def test_every_change_names_its_source_and_the_day_it_was_seen() -> None:
    changes = [change for item in search_words(real_store()).elsewhere for change in item.changes]
    assert len(changes) >= 10
    assert all(change.source and change.date and change.answer for change in changes)
