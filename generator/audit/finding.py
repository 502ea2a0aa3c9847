"""What an audit check yields."""

from __future__ import annotations

from typing import NamedTuple

from generator.problem import ERROR, Severity

REBUILD = "Dựng lại trang."  # how to mend what the program has made


class AuditFinding(NamedTuple):
    """file: path below the site folder; place: (line, column) from 1; law: None for the LAW of the check."""

    file: str
    place: tuple[int, int]
    message: str
    hint: str = ""
    law: str | None = None
    severity: Severity = ERROR
