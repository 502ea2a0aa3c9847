"""The diagnostic type shared by loading, rules and reporting."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
ERROR: Severity = "error"
WARNING: Severity = "warning"
SEVERITY_WORDS: dict[Severity, str] = {ERROR: "lỗi", WARNING: "nhắc"}
KeyPath = tuple[str | int, ...]  # the YAML keys and list indexes that lead to a value


class Problem(NamedTuple):
    """One diagnostic, ordered by its fields. path: relative to the parent of the content folder; line, column: from
    1; key: the place in the data, YAML keys and indexes joined by dots ("phi_le_phi.2.muc_thu"), "" if not known;
    form: message and hint with what the form says otherwise (text/audience.py), "" if that is nothing."""

    path: str
    line: int
    column: int
    id: str
    severity: Severity
    message: str
    law: str = ""
    hint: str = ""
    key: str = ""
    form: str = ""
