"""Errors stand at the head of the pages that `serve` shows, and nowhere else."""

from __future__ import annotations

from generator.problem import ERROR, WARNING, Problem
from generator.reporting.error_overlay import MAX_SHOWN, with_error_overlay

PAGE = b"<!doctype html><html><body class='x'><main>a</main></body></html>"


def ask(
    path: str, problems: list[Problem], kind: str = "text/html", data: bytes = PAGE, failed: str = ""
) -> tuple[dict[str, str], bytes]:
    said: list = []

    def app(environ, start_response):
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))])
        return [data[:7], data[7:]]

    shown = with_error_overlay(app, lambda: problems, lambda: failed)
    body = b"".join(shown({"PATH_INFO": path}, lambda *given: said.extend(given)))
    return dict(said[1]), body


def problem(severity, message: str = "sai <b>", at: int = 1) -> Problem:
    return Problem("content/a.yml", at, 2, "TT-010", severity, message)


def test_an_error_is_shown_and_the_length_is_right() -> None:
    headers, body = ask("/thu-tuc/", [problem(ERROR)])
    assert b"<body class='x'><div " in body and b"content/a.yml:1:2: TT-010" in body
    assert b"sai &lt;b&gt;" in body
    assert headers["Content-Length"] == str(len(body))


def test_without_errors_and_in_other_files_nothing_changes() -> None:
    assert ask("/thu-tuc/", [problem(WARNING)])[1] == PAGE
    assert ask("/", [])[1] == PAGE
    assert ask("/assets/a.js", [problem(ERROR)], "text/javascript")[1] == PAGE
    assert ask("/x/", [problem(ERROR)], "application/json")[1] == PAGE
    assert ask("/x/", [problem(ERROR)], data=b"no body")[1] == b"no body"


def test_a_site_that_could_not_be_written_is_said_instead_of_errors() -> None:
    body = ask("/", [problem(ERROR)], failed="Không dựng được trang: ổ đĩa <đã> đầy.")[1].decode()
    assert "ổ đĩa &lt;đã&gt; đầy" in body and "TT-010" not in body


def test_many_errors_are_counted() -> None:
    body = ask("/", [problem(ERROR, at=at) for at in range(1, MAX_SHOWN + 4)])[1].decode()
    assert body.count("<li>") == MAX_SHOWN and "và 3 lỗi nữa" in body
