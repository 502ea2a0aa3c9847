"""TT-016: guides and notices begin with front matter."""

from tests.rules.sample import GUIDE, fails, passes


def test_plain_markdown() -> None:
    fails("TT-016", GUIDE, {GUIDE: "▶# Sinh con\n"})


def test_front_matter() -> None:
    passes("TT-016", GUIDE)


def test_a_line_of_dashes_among_the_keys() -> None:
    """The keys below it would stand as text on the page."""
    fails("TT-016", GUIDE, {"buoc:": "---\n▶buoc:"})
    fails("TT-016", GUIDE, {"buoc:": "---\n\n▶buoc:"})


def test_dashes_inside_a_text_and_in_the_body() -> None:
    passes(
        "TT-016", GUIDE, {"mo_ta: Từ giấy chứng sinh đến thẻ bảo hiểm y tế.": "mo_ta: |\n  Từ giấy\n  ---\n  đến thẻ"}
    )
    passes("TT-016", GUIDE, {"Mang theo giấy chứng sinh.": "Mang theo:\n\n---\n\nbuoc: không phải khóa ở đây"})
