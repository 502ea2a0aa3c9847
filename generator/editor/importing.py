"""What the editor would import from a file, before the officer agrees: made by the importers of `tthc import`."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.editing.record_text import RecordText, Unreadable
from generator.editor.app import Editor
from generator.editor.checking import check_all
from generator.editor.form_words import on_form
from generator.editor.import_plans import ImportedFile, PlannedImport
from generator.editor.multipart import SentFile
from generator.editor.titles import label_of, title_of
from generator.editor.words import words
from generator.editor.workspace import ChangedUnderneath, FileChange
from generator.importing.destination import ContentFolder
from generator.importing.draft_record import ImportRefused, Options
from generator.importing.drift.comparison import UnknownSource, kind_of_file
from generator.importing.import_report import tables
from generator.importing.plan import NOT_WRITTEN, ImportPlan, guard_taken, plan_import
from generator.importing.receiving import receiver
from generator.importing.registry import sources
from generator.importing.summary import STATES, word_line
from generator.problem import ERROR
from generator.schema.kinds import BY_NAME
from generator.schema.portable_names import FORBIDDEN, portable

SHOWN_ERRORS = 5  # of one record
PROCEDURE = BY_NAME["procedure"]


def planned(editor: Editor, sent: SentFile, unit: str, hidden: bool, day: dt.date | None) -> PlannedImport:
    """Read the file and compute what to write; nothing is written. unit: only what this unit receives, "" for all;
    hidden: hidden rows, too; day: when the file was taken. Raises ImportRefused, ChangedUnderneath, OutputRefused."""
    name = safe_name(sent.name)
    with TemporaryDirectory(prefix="tthc-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / name
        file.write_bytes(sent.data)
        place = f"{folder}{os.sep}"
        try:
            outcome = _outcome(editor, file, unit, hidden, day)
        except UnknownSource:
            raise ImportRefused(
                f"{name}: không nhận ra danh mục hay dữ liệu của Cổng. Xin bản Word hoặc Excel."
            ) from None
        except ImportRefused as refused:
            raise ImportRefused(f"{refused}".replace(place, "")) from None
    return _described(editor, outcome, name, place)


def safe_name(name: str) -> str:
    """The name of a sent file without folders and whatever a file system or a terminal could take amiss."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(sign if sign.isprintable() else " " for sign in FORBIDDEN.sub(" ", last))
    stem, dot, ending = " ".join(shown.split()).strip(". ").rpartition(".")
    return f"{portable(stem[:80].strip('. ')) or 'tep'}{dot}{ending[:8]}" if dot else portable(ending[:80] or "tep")


def _outcome(editor: Editor, file: Path, unit: str, hidden: bool, day: dt.date | None) -> ImportPlan:
    target = ContentFolder.at(editor.content)
    taker = receiver(target.root, unit) if unit else None
    options = Options(day, target.known, hidden=hidden, refuses=taker.refuses if taker else None)
    outcome = plan_import(sources()[kind_of_file(file)], file, editor.content, options)
    guard_taken(outcome, file, taker)
    return outcome


def _described(editor: Editor, outcome: ImportPlan, name: str, place: str) -> PlannedImport:
    """place: the folder of the file, which messages leave out."""
    root, workspace = outcome.target.root, editor.workspace
    texts = {file.relative_to(root).as_posix(): text for file, text in outcome.texts.items()}
    records = {path: text for path, text in texts.items() if not path.startswith(".")}
    changes = []
    for path, text in sorted(records.items()):
        now = workspace.open(path, may_be_new=True)
        source = _source(now.raw)
        if source.text != (outcome.target.text(root / path) or ""):
            raise ChangedUnderneath(now.raw, path)
        changes.append(FileChange(path, source.bytes_with(text), now.digest))
    found = PlannedImport(
        name,
        word_line(outcome.words),
        changes,
        {path: text for path, text in texts.items() if path not in records},
        [(outcome.count(state), word) for state, word in STATES if outcome.count(state)],
        list(_left(outcome)),
        report=[
            (title, heads, [tuple(cell.replace(place, "") for cell in row) for row in rows])
            for title, heads, rows in tables(outcome, None)
        ],
    )
    editor.loaded.refresh()
    drafts = {path: editor.loaded.drafted(path, workspace.kind(path), text) for path, text in records.items()}
    errors = [one for one in check_all(editor.loaded, drafts, editor.as_of) if one.severity == ERROR]
    unsaved = {draft.path for draft in editor.drafts.all()}
    for path, draft in drafts.items():
        kind, before, shown = workspace.kind(path), editor.loaded.files.get(path), editor.loaded.display_path(path)
        data = draft.entries[0].document.data if draft.entries else None
        file = ImportedFile(
            path,
            title_of(kind, path, data),
            [text for text, _ in words(kind, before.entries, draft.entries)] if before else [],
            list(dict.fromkeys(on_form(one, kind, one.key)[0] for one in errors if one.path == shown))[:SHOWN_ERRORS],
            path in unsaved,
        )
        (found.changed if before else found.new).append(file)
    return found


def _left(outcome: ImportPlan) -> Iterator[tuple[str, str]]:
    """What an officer would miss: records that are not taken, parts of others that stay as somebody wrote them."""
    for one in outcome.done:
        what = f"{one.record.location}: {one.record.name or one.record.code}"
        if one.state in NOT_WRITTEN:
            yield what, one.reason
        for key in one.preserved:
            yield what, f"“{label_of(PROCEDURE, key)}” khác tệp này nhưng do người viết nên giữ nguyên"


def _source(raw: bytes) -> RecordText:
    try:
        return RecordText.of(raw)
    except Unreadable as error:
        raise ImportRefused(f"{error}") from None
