"""What is said beside a value that awaits confirmation: the same words on pages, lists, sheets and in data."""

import datetime as dt

from generator.catalogue.doubt import Doubt, DoubtReason, Doubts, doubts_of
from generator.pages import doubt_words
from tests.support.real_content import real_catalogue

DAY = dt.date(2026, 11, 26)
PORTAL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd"


def doubt(value: str, name: str, why: str = "Chưa so được.", source: str = PORTAL) -> Doubt:
    return Doubt(value, name, (), DoubtReason.NOT_COMPARED, why, DAY, source)


def test_what_is_sure_carries_nothing() -> None:
    assert doubt_words.brief(Doubts()) == doubt_words.mark(None) == doubt_words.beside(None) == ""
    assert doubt_words.grouped(Doubts()) == []


def test_a_list_names_what_to_ask_about() -> None:
    doubts = Doubts(None, {"time": doubt("time", "thời hạn"), "steps": doubt("steps", "các bước")})
    assert doubt_words.brief(doubts) == "Hỏi lại trước khi đi: thời hạn", "a list shows no steps"
    whole = doubt("", "nội dung của bản 31/12/2023")
    assert doubt_words.brief(Doubts(whole, doubts.values)) == "Hỏi lại trước khi đi: nội dung của bản 31/12/2023"


def test_one_explanation_is_given_once_with_source_and_day() -> None:
    values = {
        "time": doubt("time", "thời hạn"),
        "fee": doubt("fee", "phí"),
        "papers": doubt("papers", "giấy tờ", "Khác."),
    }
    rows = doubt_words.grouped(Doubts(None, values))
    assert [names for names, _ in rows] == ["Thời hạn, phí", "Giấy tờ"]
    expected = "Chưa so được. Nguồn: bản ghi hiện nay trên Cổng Dịch vụ công quốc gia. Xem lần cuối ngày 26/11/2026."
    assert doubt_words.explained(rows[0][1]) == expected


def test_a_source_is_named_by_what_it_is() -> None:
    assert doubt_words.source_name("https://vpcp.example.vn/a/b") == "vpcp.example.vn"
    assert doubt_words.source_name("Nghị định 23/2015/NĐ-CP") == "Nghị định 23/2015/NĐ-CP"


def test_the_marks_tell_the_records_apart() -> None:
    """A mark that all carry warns of nothing."""
    views = real_catalogue().in_force
    marked = {value: sum(value in view.doubts.values for view in views) for value in ("place", "time", "fee", "papers")}
    assert all(0 < count < len(views) / 2 for count in marked.values()), marked
    assert any(not view.doubts for view in views)
    for view in views:
        assert view.doubts == doubts_of(view.load(), view.day), view.code
