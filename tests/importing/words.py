"""One word, and what became of it: in a record, in the report, or lost."""

from __future__ import annotations

from pathlib import Path

from generator.importing.draft_record import Options, SourceFile
from generator.importing.sources.decision_list import source
from tests.importing.office import TITLES, record, run, table

WORD = "Zqmark"


def fate(file: Path) -> tuple[str, str]:
    """(“record” or “report” or “lost”, why it was not read)."""
    read = SourceFile(file)
    records = list(source.read(read, Options()))
    for item in records:
        read.words.add(item.words)
    unread = [item for item in read.words.unread if WORD in item.text]
    words = read.words
    assert words.total == words.placed + words.noted + words.structure + words.reported
    assert words.unread_words <= words.reported
    if unread:
        assert all(item.place for item in unread)
        return "report", unread[0].reason
    return ("record" if any(WORD in str(item.data) for item in records) else "lost"), ""


def named(inside: str) -> str:
    """A table whose second record has `inside` in its name."""
    return table(record(1), record(2, run("Cấp giấy hai ") + inside), record(3))


def page(tmp_path: Path, name: str, around: str = "", inside: str = "") -> Path:
    heads = "".join(f"<th>{title}</th>" for title in TITLES)
    file = tmp_path / "trang.html"
    file.write_text(
        f"<!doctype html><html><body>{around}<table>{inside}<tr>{heads}</tr>"
        f"<tr><td>1<td>9.100001<td>{name}<td>Hộ tịch<td>5 ngày<td>Không</tr></table></body></html>",
        "utf-8",
    )
    return file
