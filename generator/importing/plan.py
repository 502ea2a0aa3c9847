"""Import of one file into a content folder: read, plan all changes, then write them or show the diff."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.importing.destination import ContentFolder
from generator.importing.draft_record import DraftRecord, ImportRefused, LawFacts, Options, SourceFile
from generator.importing.field_file import FieldFile
from generator.importing.law_files import law_texts, source_name
from generator.importing.merge import merge_record, new_file, plain
from generator.importing.provenance import FOLDER, hashes
from generator.importing.receiving import Receiver
from generator.importing.sources import Source
from generator.importing.sync.snapshots import Snapshots
from generator.importing.sync.unread_parts import fill
from generator.importing.word_account import WordAccount
from generator.io.causes import cause_of
from generator.io.file import OutputRefused, replace_file
from generator.io.transaction import writing
from generator.schema.procedure import Procedure
from generator.schema.record import field_labels
from generator.text.folding import fold

NOT_WRITTEN = {"listed", "duplicate", "refused"}
LEFT_OUT = "left out"
LABELS = field_labels(Procedure)
Progress = Callable[[Iterable[DraftRecord], str], Iterator[DraftRecord]]


@dataclass(slots=True)
class RecordResult:
    """The outcome for one record. state: new, changed, same, listed (not written), duplicate, refused, or LEFT_OUT, if
    the unit for which the import runs does not receive it."""

    record: DraftRecord
    state: str
    file: Path | None = None
    preserved: list[str] = field(default_factory=list)
    reason: str = ""
    unread: list[str] = field(default_factory=list)  # parts that the source no longer states: kept as taken last time


@dataclass(slots=True)
class ImportPlan:
    """The planned import. texts: the new text of every file to write; done: the outcome for each record."""

    target: ContentFolder
    done: list[RecordResult] = field(default_factory=list)
    texts: dict[Path, str] = field(default_factory=dict)
    new_fields: list[str] = field(default_factory=list)
    new_laws: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    words: WordAccount = field(default_factory=WordAccount)

    def count(self, state: str) -> int:
        return sum(item.state == state for item in self.done)


def plan_import(
    source: Source,
    file: Path,
    to: Path,
    options: Options,
    overwrite: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> ImportPlan:
    """Read `file` and compute the text of every file to write. Writes nothing. Raises ImportRefused."""
    target = ContentFolder.at(to)
    source_file = SourceFile(file)
    outcome = ImportPlan(target, warnings=source_file.warnings, words=source_file.words)
    records = source.read(source_file, options)
    snapshots = Snapshots(target, source.KIND)
    fields = FieldFile(target.fields)
    first_locations: dict[str, str] = {}
    for record in progress(records, "Đang nhập") if progress else records:
        if options.refuses and (why := options.refuses(record)):  # its words are not counted
            record.read = ()
            outcome.done.append(RecordResult(record, LEFT_OUT, reason=why))
            continue
        done = _plan_record(source, record, target, fields, first_locations, snapshots, outcome, overwrite)
        outcome.done.append(done)
        if done.state in NOT_WRITTEN:  # its words are in no file
            outcome.words.aside(
                record.location, " ".join(leaf.text for leaf in record.read), f"chưa nhập: {done.reason}"
            )
        else:
            outcome.words.add(record.words)
        record.read = ()
    _plan_shared_files(source, target, fields, outcome)
    return outcome


def guard_taken(outcome: ImportPlan, file: Path | str, unit: Receiver | None) -> None:
    """Raise ImportRefused if the file has no record, or none that the unit receives."""
    if not outcome.done:
        said = "".join(f" {warning}" for warning in outcome.warnings[:3])
        raise ImportRefused(f"{file}: không có bản ghi nào.{said}")
    if unit and outcome.count(LEFT_OUT) == len(outcome.done):
        raise ImportRefused(
            f"{file}: {unit.title} ({unit.level}) không nhận thủ tục nào trong {len(outcome.done)} bản ghi."
        )


def apply(outcome: ImportPlan, reports: Mapping[Path, str] | None = None) -> None:
    """Write the planned files and the reports on them, all or nothing. Raises OutputRefused."""
    if outcome.texts:
        with writing(outcome.target.root, outcome.texts, beside=reports):
            pass
    else:
        write_reports(reports or {})


def write_reports(reports: Mapping[Path, str]) -> None:
    """Write reports alone: nothing was imported. Raises OutputRefused."""
    for file, text in reports.items():
        try:
            replace_file(file, text.encode())
        except OSError as error:
            raise OutputRefused(f"{file}: không ghi được báo cáo: {cause_of(error)}.") from None


def difference(outcome: ImportPlan) -> Iterator[str]:
    """A unified diff of everything that `apply` would write, except what is remembered of the source."""
    root = outcome.target.root
    for file, text in sorted(outcome.texts.items()):
        relative_path = file.relative_to(root.parent).as_posix()
        if FOLDER in file.parts:
            continue
        old = outcome.target.text(file)
        yield from difflib.unified_diff(
            (old or "").splitlines(),
            text.splitlines(),
            "/dev/null" if old is None else f"a/{relative_path}",
            f"b/{relative_path}",
            lineterm="",
            n=2,
        )


def _plan_record(
    source: Source,
    record: DraftRecord,
    target: ContentFolder,
    fields: FieldFile,
    first_locations: dict[str, str],
    snapshots: Snapshots,
    outcome: ImportPlan,
    overwrite: frozenset[str],
) -> RecordResult:
    key = record.code or fold(record.name)
    if not key or (not record.code and not source.KEEPS_NAMELESS):
        return RecordResult(record, "listed", reason="không có mã và không khớp chắc chắn với thủ tục nào")
    field_slug = ""
    if record.data.get("linh_vuc"):
        record.data["linh_vuc"], field_slug = fields.settle(str(record.data["linh_vuc"]))
    if record.code and key in first_locations:
        return RecordResult(record, "duplicate", reason=f"trùng mã với {first_locations[key]}")
    first_locations.setdefault(key, record.location)
    used = {item.file for item in outcome.done if item.file} if not record.code else set()
    existing = [file for file in target.files_of(record.code, record.name) if file not in used]
    file = existing[0] if existing else target.new_file(record.code, record.name, field_slug, outcome.texts)
    old = target.text(file)
    unread: list[str] = []
    if old is None:
        result = new_file(Procedure, record.data)
    else:
        code = record.code or file.stem
        taken = None if overwrite else snapshots.previous(code)
        if taken is not None:
            filled, places = fill(taken, plain(record.data), record.unclear)
            unread = [" › ".join((LABELS[path[0]], *path[1:])) for path in places]
            record.data = filled if places else record.data
        marks = hashes(taken) if taken is not None else snapshots.marks(code, file)
        result = merge_record(Procedure, old, record.data, marks, overwrite)
    if result.refused:
        return RecordResult(record, "refused", file, reason=result.refused)
    # The state of the source, for the next import or `tthc sync`.
    said = result.text if old is None else Snapshots.text(record.data)
    remembered = snapshots.file(record.code or file.stem)
    if target.text(remembered) != said:
        outcome.texts[remembered] = said
    if result.text == old:
        return RecordResult(record, "same", file, result.preserved, unread=unread)
    outcome.texts[file] = result.text
    return RecordResult(record, "new" if old is None else "changed", file, result.preserved, unread=unread)


def _plan_shared_files(source: Source, target: ContentFolder, fields: FieldFile, outcome: ImportPlan) -> None:
    """Plan the shared files: fields.yml and laws/."""
    text = fields.text(target.text(target.root / "fields.yml"))
    if text:
        outcome.texts[target.root / "fields.yml"] = text
        outcome.new_fields = [line["ten"] for line in fields.new]
    facts: list[LawFacts] = []
    for item in outcome.done:
        if item.file and item.record.laws and item.state != "refused":
            text = outcome.texts.get(item.file) or target.text(item.file) or ""
            facts += [law for law in item.record.laws if law.number in text]  # not those of parts that editors changed
    for name, law_text in law_texts(facts, target.law_numbers, source_name(source.KIND)).items():
        file = target.root / "laws" / name
        if not file.exists():
            outcome.texts[file] = law_text
            outcome.new_laws.append(name)
