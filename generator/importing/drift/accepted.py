"""Differences that the unit has accepted: they stay silent until either side moves.

The list is `.nhap/khac-nguon-chap-nhan.yml` below the content folder; editors may change reasons and delete lines.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.importing.provenance import FOLDER, field_hash
from generator.importing.yaml_writer import scalar
from generator.io.causes import cause_of
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields

FILE = "khac-nguon-chap-nhan.yml"
KEYS = ("ma_thu_tuc", "phan", "ly_do", "ngay", "dau_o_day", "dau_nguon")


class AcceptedDifferences:
    """The accepted differences of a content folder. Raises ImportRefused when the file is not readable."""

    def __init__(self, content: Path) -> None:
        self.file = content / FOLDER / FILE
        try:
            rows = parse(self.file.read_text("utf-8")) if self.file.is_file() else []
        except (OSError, UnicodeDecodeError, YamlError) as error:
            raise ImportRefused(f"{self.file}: không đọc được ({cause_of(error)}). Sửa tệp này trước.") from None
        self.rows: list[Fields] = [row for row in rows or [] if isinstance(row, dict)]

    def has(self, code: str, label: str, ours: list[str], theirs: list[str]) -> bool:
        """True while both sides are as they were when the difference was accepted."""
        marks = (code, label, field_hash(sorted(ours)), field_hash(sorted(theirs)))
        return any(
            tuple(row.get(key) for key in ("ma_thu_tuc", "phan", "dau_o_day", "dau_nguon")) == marks
            for row in self.rows
        )

    def add(self, code: str, label: str, ours: list[str], theirs: list[str], reason: str, day: dt.date) -> None:
        """Accept one difference, with the reason and the day; an older acceptance of the same part is replaced."""
        self.rows = [row for row in self.rows if (row.get("ma_thu_tuc"), row.get("phan")) != (code, label)]
        values = (code, label, reason, day.isoformat(), field_hash(sorted(ours)), field_hash(sorted(theirs)))
        self.rows.append(dict(zip(KEYS, values, strict=True)))

    def text(self) -> str:
        """The text of the file."""
        rows = sorted(self.rows, key=lambda row: (str(row.get("ma_thu_tuc")), str(row.get("phan"))))
        lines = ["# Chỗ khác nguồn đã chấp nhận. Một bên đổi thì chỗ ấy lại hiện trong `tthc drift`."]
        for row in rows:
            pairs = [f"{key}: {_quoted(str(row[key]))}" for key in KEYS if row.get(key)]
            lines += [f"{'- ' if not index else '  '}{pair}" for index, pair in enumerate(pairs)]
        return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return f'"{text}"' if text.replace(".", "").isalnum() and any(char.isdigit() for char in text) else scalar(text)
