"""Workflow commands of GitHub Actions: what would break them escaped, and no more of them than GitHub shows."""

from __future__ import annotations

import re

from generator.checks._engine.documentation import documentation
from generator.problem import ERROR, WARNING, Problem
from generator.reporting.context import Context
from generator.reporting.github import render
from tests.support.problem_examples import MILD, WRONG

COMMAND = re.compile(r"^::(error|warning|notice) ", re.MULTILINE)


def made(severity: str, count: int, path: str = "content/a.yml") -> list[Problem]:
    return [Problem(path, at + 1, 1, "TT-001", severity, f"{severity} {at}") for at in range(count)]  # type: ignore[arg-type]


def test_one_command_a_problem_with_the_place_in_its_text_too() -> None:
    assert render([WRONG]).split("\n")[0] == (
        "::error file=content/procedures/a/1.yml,line=1,col=13,title=TT-024::content/procedures/a/1.yml:1: mã “1.00011” sai dạng "  # noqa: E501
        "(NĐ 63/2010 Đ24). → Ý bạn là “1.000110”?"
    )


def test_the_title_names_the_rule() -> None:
    assert "title=TT-024 Mã sai dạng::" in render([WRONG], Context(rules=documentation()))


def test_percent_signs_and_line_ends_are_escaped() -> None:
    assert ": tên: 100%25,%0Ahai dòng." in render([MILD]).split("\n")[0]
    assert render([MILD]).count("\n") == 1


def test_ten_of_each_kind_and_nothing_is_lost() -> None:
    text = render([*made(WARNING, 300), *made(ERROR, 25)])
    kinds = COMMAND.findall(text)
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert "25 lỗi, 300 nhắc. GitHub chỉ hiện 20 điều bên cạnh dòng; 305 điều còn lại ở nhật ký" in text
    group = text.partition("::group::")[2].partition("::endgroup::")[0].strip().split("\n")[1:]
    assert len(group) == 305
    assert group[0].startswith("content/a.yml:11:1: TT-001 lỗi: error 10") and all(
        row.startswith("content/a.yml:") for row in group
    )
    assert text.endswith("\n25 lỗi, 300 nhắc")


def test_ten_need_no_summary() -> None:
    assert COMMAND.findall(render(made(ERROR, 10))) == ["error"] * 10 and "::group::" not in render(made(ERROR, 10))


def test_new_ones_first_and_standing_reminders_take_no_place() -> None:
    problems = [*made(WARNING, 50), *made(ERROR, 12)]
    new = [problems[49], problems[61]]
    rows = [row for row in render(problems, Context(new=new)).split("\n") if COMMAND.match(row)]
    assert "error 11" in rows[0] and [row for row in rows if row.startswith("::warning")] == [
        row for row in rows if "warning 49" in row
    ]
    assert len(rows) == 10 + 1 + 1


def test_paths_are_those_of_the_repository_in_marks_and_in_the_log() -> None:
    text = render(made(ERROR, 12), Context(place=lambda path: f"huyen/{path}"))
    assert text.count("file=huyen/content/a.yml") == 10 and text.count("::huyen/content/a.yml:") == 10
    assert text.count("\nhuyen/content/a.yml:") == 2


def test_the_content_gives_the_runner_no_orders() -> None:
    evil = "x\n::add-mask::x\r::stop-commands::y ##[add-path]z"
    text = render([Problem("content/a.yml", 1, 1, "TT-001", ERROR, evil)] * 12)
    allowed = re.compile(r"^::(error|notice|group|endgroup)\b")
    assert all(allowed.match(row) for row in re.split(r"[\r\n]", text) if row.lstrip().startswith("::"))
    assert "##[" not in text


def test_a_message_without_end_is_cut() -> None:
    assert len(render([WRONG._replace(message="a" * 100_000)])) < 3000
