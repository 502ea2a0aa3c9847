"""The text format: one line a problem, the source line with a caret, colour only when asked for."""

from generator.problem import Problem
from generator.reporting.context import Context
from generator.reporting.text import excerpt, render
from tests.support.problem_examples import MILD, SOURCE, WRONG


def test_a_line_says_where_what_why_and_what_to_write_instead() -> None:
    assert render([WRONG]) == (
        "content/procedures/a/1.yml:1:13: TT-024 lỗi: mã “1.00011” sai dạng (NĐ 63/2010 Đ24). → Ý bạn là “1.000110”?\n1 lỗi, 0 nhắc"  # noqa: E501
    )


def test_the_caret_stands_under_the_place() -> None:
    shown = render([WRONG], Context(source=lambda path: SOURCE)).split("\n")
    assert shown[1] == "     1 | ma_thu_tuc: 1.00011"
    assert shown[2] == "       |             ^"
    assert shown[1][shown[2].index("^")] == "1"


def test_marks_of_their_own_and_wide_letters_do_not_move_the_caret() -> None:
    for line, column, width in (("te\u0302n: x", 6, 4), ("Ａ: x", 4, 4)):
        _, caret = excerpt([line], 1, column)
        assert caret == "       | " + " " * width + "^"


def test_a_long_line_is_cut_around_the_place() -> None:
    row, caret = excerpt(["a" * 300 + "X" + "b" * 300], 1, 301)
    assert len(row) < 130 and row[caret.index("^")] == "X"


def test_a_place_outside_the_file_shows_no_line() -> None:
    assert excerpt(["a"], 7, 1) == [] and excerpt([""], 1, 1) == []


def test_control_characters_never_reach_the_terminal() -> None:
    row, _ = excerpt(["a\x1b[31mb\u202e"], 1, 1)
    assert "\x1b" not in row and "\u202e" not in row


def test_colour_only_when_asked_for() -> None:
    assert "\x1b[31m" in render([WRONG], Context(colour=True))
    assert "\x1b[33m" in render([MILD], Context(colour=True))
    assert "\x1b" not in render([WRONG, MILD], Context(source=lambda path: SOURCE))


def test_nothing_wrong() -> None:
    assert render([]) == "Không có lỗi."


def test_errors_and_reminders_are_counted() -> None:
    found = render([WRONG, MILD, Problem("a", 1, 1, "TT-001", "error", "x")])
    assert found.endswith("2 lỗi, 1 nhắc")
