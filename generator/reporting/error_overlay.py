"""While `serve` runs: shows the errors of the check at the top of every page, for editors who look at the browser."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from generator.problem import ERROR, Problem
from generator.reporting.served_pages import App, with_insertion
from generator.reporting.text import line

MAX_SHOWN = 10


def _overlay_html(problems: list[Problem], failed: str) -> str:
    """At most MAX_SHOWN errors as HTML, or why the site could not be written; "" if all is well."""
    if failed:
        return f'<div class="tthc-banner tthc-banner--warning" role="alert" data-check><p>{escape(failed)}</p></div>'
    errors = [problem for problem in problems if problem.severity == ERROR]
    if not errors:
        return ""
    more = f"<p>và {len(errors) - MAX_SHOWN} lỗi nữa: xem bằng tthc check.</p>" if len(errors) > MAX_SHOWN else ""
    items = "".join(f"<li>{escape(line(problem))}</li>" for problem in errors[:MAX_SHOWN])
    return (
        '<div class="tthc-banner tthc-banner--warning" role="alert" data-check>'
        f"<p><strong>Nội dung có {len(errors)} lỗi</strong></p><ul>{items}</ul>{more}</div>"
    )


def with_error_overlay(app: App, problems: Callable[[], list[Problem]], failed: Callable[[], str]) -> App:
    """WSGI middleware that inserts the errors of `problems()` into HTML pages. failed: why the last build wrote no
    site, "" if it did."""
    return with_insertion(app, lambda _: _overlay_html(problems(), failed()))
