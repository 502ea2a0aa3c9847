"""TT-016: guides and notices begin with front matter; what is wrong with it is told at its line."""

import pytest

from generator.loading.decoding import decode
from tests.support.rule_samples import GUIDE, PLACES, fails, passes, problems


def test_plain_markdown() -> None:
    assert "thiếu phần mở đầu" in fails("TT-016", GUIDE, {GUIDE: "▶# Sinh con\n"})


def test_front_matter() -> None:
    passes("TT-016", GUIDE)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"---\nMang": "▶Mang"}, "thiếu dòng “---” đóng phần mở đầu (mở ở dòng 1)"),
        ({"---\nMang": "\n▶## Mang theo\n\nMang"}, "thiếu dòng “---” đóng phần mở đầu"),
        ({"---\nMang": "\n▶Mang theo\n\n---\n\nMang"}, "thiếu dòng “---” đóng phần mở đầu"),
        ({"---\nMang": "\n▶# Mang theo\n\nMang"}, "thiếu dòng “---” đóng phần mở đầu"),
        ({"---\nMang": "▶----\nMang"}, "dòng đóng phần mở đầu là “----”"),
        ({"---\nMang": "▶--\nMang"}, "dòng đóng phần mở đầu là “--”"),
        ({"---\nMang": "▶—\nMang"}, "dòng đóng phần mở đầu là “—”"),
        ({"---\nten": "▶----\nten"}, "dòng mở phần mở đầu là “----”"),
        ({"---\nten": "▶—\nten"}, "dòng mở phần mở đầu là “—”"),
        ({"---\nten": "▶--- ten: a\nten"}, "thiếu phần mở đầu"),
        ({"---\nten": "▶ten"}, "thiếu dòng “---” mở phần mở đầu"),
        ({"---\nten": "▶\n---\nten"}, "dòng trống trước dòng “---”"),
    ],
)
def test_the_right_cause_at_its_line(changes: dict[str, str], says: str) -> None:
    assert says in fails("TT-016", GUIDE, changes)
    text = GUIDE
    for old, new in changes.items():
        text = text.replace(old, new.replace("▶", ""), 1)
    assert [one.id for one in problems({PLACES["guide"]: text}) if one.severity == "error"] == ["TT-016"]


@pytest.mark.parametrize("line", ["--- ", "---\t", " ---"])
def test_spaces_around_the_dashes(line: str) -> None:
    passes("TT-016", GUIDE, {"---\nMang": f"{line}\nMang", "---\nten": f"{line}\nten"})


@pytest.mark.parametrize("change", [lambda raw: b"\xef\xbb\xbf" + raw, lambda raw: raw.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_other_line_ends(change) -> None:
    text, _ = decode(change(GUIDE.encode()), "content/guides/sinh-con.md")
    assert text == GUIDE


def test_a_slip_inside_closed_front_matter_is_told_as_that() -> None:
    found = problems({PLACES["guide"]: GUIDE.replace("mo_ta: ", "mo_ta ")})
    assert [one.id for one in found if one.severity == "error"] == ["TT-004"]


def test_rules_and_headings_in_the_body_are_no_front_matter() -> None:
    passes("TT-016", GUIDE, {"Mang theo giấy chứng sinh.": "Mang.\n\n---\n\n----\n\n# Hai\n\n***\n"})


def test_a_line_of_dashes_among_the_keys() -> None:
    """The keys below it would stand as text on the page."""
    fails("TT-016", GUIDE, {"buoc:": "---\n▶buoc:"})
    fails("TT-016", GUIDE, {"buoc:": "---\n\n▶buoc:"})


def test_dashes_inside_a_text_and_in_the_body() -> None:
    passes(
        "TT-016", GUIDE, {"mo_ta: Từ giấy chứng sinh đến thẻ bảo hiểm y tế.": "mo_ta: |\n  Từ giấy\n  ---\n  đến thẻ"}
    )
    passes("TT-016", GUIDE, {"Mang theo giấy chứng sinh.": "Mang theo:\n\n---\n\nbuoc: không phải khóa ở đây"})
