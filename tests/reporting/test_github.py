"""Workflow commands of GitHub Actions, with what would break them escaped."""

from generator.reporting.context import Context
from generator.reporting.github import render
from generator.rules.documentation import documentation
from tests.reporting.examples import MILD, WRONG


def test_one_command_a_problem() -> None:
    assert render([WRONG]).split("\n")[0] == (
        "::error file=content/procedures/a/1.yml,line=1,col=13,title=TT-024::mã “1.00011” sai dạng (NĐ 63/2010 Đ24). → Ý bạn là “1.000110”?"
    )


def test_the_title_names_the_rule() -> None:
    assert "title=TT-024 Mã sai dạng::" in render([WRONG], Context(rules=documentation()))


def test_percent_signs_and_line_ends_are_escaped() -> None:
    assert "::tên: 100%25,%0Ahai dòng." in render([MILD]).split("\n")[0]
    assert render([MILD]).count("\n") == 1
