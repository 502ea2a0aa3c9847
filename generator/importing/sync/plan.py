"""Plans one synchronisation: which parts follow the source, which stay, which codes vanished. Writes nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.importing.destination import ContentFolder, slug
from generator.importing.draft_record import DraftRecord, ImportRefused
from generator.importing.law_files import law_texts, source_name
from generator.importing.merge import METADATA_KEYS, plain
from generator.importing.sync import channel_form, parts, successors
from generator.importing.sync.dated import (
    DECISION,
    VersionedRecord,
    decision_law,
    edited,
    first_day,
    new_version,
    versioned,
)
from generator.importing.sync.snapshots import Snapshots
from generator.importing.sync.sync_plan import VANISHED, RecordSync, SyncPlan, UnreadPart
from generator.importing.sync.unread_parts import fill, misread
from generator.importing.yaml_writer import dump, scalar
from generator.loading.diff.compare import compare
from generator.loading.diff.snapshot import snapshot
from generator.loading.entry import Entry
from generator.loading.folder import read_text
from generator.loading.store import Store
from generator.loading.versions import MARK, versions_of
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields
from generator.schema.kinds import BY_NAME
from generator.schema.lifecycle import state_of
from generator.schema.procedure import Procedure
from generator.schema.record import specs

VANISHED_AT_ONCE = 0.3  # more than this share gone at once: the file is not the whole source
MIN_VANISHED = 2  # one code may vanish anywhere, also from a unit of three procedures
OWN = METADATA_KEYS | {"bo_qua_kiem_tra", "ghi_chu_dia_phuong"}  # keys that never follow a source by themselves
PENDING = "chờ đối chiếu"
MAX_NAMED = 10  # codes in one message


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """complete: the source is complete, so that a missing code has vanished; levels, refuses: which new records are
    mentioned, those of these levels (of all if empty) for which `refuses` gives no reason; dated: what a new decision
    changes becomes a version from its day."""

    complete: bool = True
    levels: frozenset[str] = frozenset()
    refuses: Callable[[DraftRecord], str] | None = None
    dated: bool = False

    def mentions(self, record: DraftRecord) -> bool:
        """True if a new record is one that the unit may have to add."""
        stated = set(record.data.get("cap_thuc_hien", []))
        of_level = not self.levels or not stated or bool(stated & self.levels)
        return of_level and not (self.refuses and self.refuses(record))


def plan_sync(
    store: Store,
    records: Iterable[DraftRecord],
    kind: str,
    target: ContentFolder,
    as_of: dt.date,
    options: SyncOptions = SyncOptions(),  # noqa: B008 it is frozen
) -> SyncPlan:
    """Compare our procedures with the source's records. kind: of the source; as_of: the day on which ours count as
    ended or not. Raises ImportRefused when too much vanished at once."""
    plan = SyncPlan(target, dated=options.dated)
    snapshots = Snapshots(target, kind)
    theirs = _by_code(plan, records)
    ours = {
        entry.record.code: entry
        for entry in store.of("procedure")
        if entry.record.code and MARK not in Path(entry.path).name
    }
    versions = versions_of(store, "procedure")
    imported = snapshots.codes()
    for code, entry in sorted(ours.items()):
        match = theirs.get(code)
        has_ended = state_of(entry.record, as_of) == "ended"
        if match is not None and match.state != "abolished":
            file = target.root.parent / entry.path
            _follow(plan, snapshots, code, file, match, versions.get(code, []))
        elif match is not None and not has_ended:
            plan.abolished[code] = entry.record.name or ""
        elif match is None and not has_ended and options.complete and code in imported:
            plan.vanished[code] = entry.record.name or ""
    reported = snapshots.reported()
    _guard_share(plan, imported & ours.keys(), {code for code, reason in reported.items() if reason == VANISHED})
    plan.fresh = {
        code: record.name
        for code, record in theirs.items()
        if code not in ours and record.state != "abolished" and options.mentions(record)
    }
    lost = {code: _data(ours[code]) for code in plan.vanished | plan.abolished}
    if lost:
        plan.proposals = successors.propose(lost, {code: plain(theirs[code].data) for code in plan.fresh})
    _remember_reported(plan, snapshots, reported)
    _laws(plan, theirs, kind)
    return plan


def _by_code(plan: SyncPlan, records: Iterable[DraftRecord]) -> dict[str, DraftRecord]:
    """The source's records by their code, the first of each."""
    by_code: dict[str, DraftRecord] = {}
    for record in records:
        if record.code in by_code:
            plan.warnings.append(f"{record.location}: mã {record.code} có hai lần ở nguồn, lấy bản đầu")
        elif record.code:
            by_code[record.code] = record
    return by_code


def _remember_reported(plan: SyncPlan, snapshots: Snapshots, before: dict[str, str]) -> None:
    """Note which items were reported in the same state already (`before`), and write what is reported now."""
    now = plan.stated()
    plan.reported = {item for item, reason in now.items() if before.get(item) == reason}
    if before != now:
        plan.texts[snapshots.reported_file] = json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _follow(
    plan: SyncPlan, snapshots: Snapshots, code: str, file: Path, match: DraftRecord, versions: list[Entry]
) -> None:
    """Merge one record of ours with the source's, part by part."""
    try:
        record = versioned(plan.target, file, versions)
    except YamlError as error:
        plan.records.append(RecordSync(code, match.name, file, refused=f"dòng {error.line}: {error.message}"))
        return
    ours = record.data
    theirs = plain(match.data)
    if garbled := misread(theirs):
        name = str(ours.get("ten_thu_tuc") or code)
        plan.unread += [UnreadPart(code, name, match.location, path) for path in garbled]
        plan.same += 1
        return
    base = snapshots.base(code, file, ours, theirs)
    unread: list[tuple[str, ...]] = []
    if base is not None:
        theirs, unread = fill(base, theirs, match.unclear)
    taken = Snapshots.text(theirs if unread else match.data)
    if plan.target.text(snapshots.file(code)) != taken:
        plan.texts[snapshots.file(code)] = taken
    if base is None:  # hand-written or never taken by this tool: remember the source's state, change nothing
        plan.first.append(code)
        return
    merged, conflicts = _merge(base, ours, theirs)
    result = RecordSync(code, str(ours.get("ten_thu_tuc") or match.name), file, conflicts=conflicts, data=merged)
    plan.unread += [UnreadPart(code, result.name, match.location, path) for path in unread]
    result.changed = [spec.key for spec in specs(Procedure) if merged.get(spec.key) != ours.get(spec.key)]
    if result.changed:
        _mark(merged, theirs, result)
        result.before = ours
        result.sentences = _sentences(code, ours, merged)
        _write(plan, record, result)
    if result.changed or conflicts:
        plan.records.append(result)
    else:
        plan.same += 1


def _merge(base: Fields, ours: Fields, theirs: Fields) -> tuple[Fields, list[parts.Conflict]]:
    """(the merged record, the parts that both sides changed)."""
    base, expanded, theirs = (
        channel_form.expand({key: value for key, value in side.items() if key not in OWN})
        for side in (base, ours, theirs)
    )
    merged, conflicts = parts.merge_value(base, expanded, theirs)
    if merged == expanded:
        return dict(ours), conflicts
    result = channel_form.collapse(merged) | {key: value for key, value in ours.items() if key in OWN}
    channels = merged.get(channel_form.KEYS[0])
    if channels and channels == expanded.get(channel_form.KEYS[0]):  # untouched as a group: in the editors' own form
        result |= {key: ours[key] for key in channel_form.KEYS if key in ours}
    return result, conflicts


def _mark(merged: Fields, theirs: Fields, result: RecordSync) -> None:
    """Mark a record that follows the source as awaiting confirmation again, naming the changed parts."""
    check = dict(merged.get("doi_chieu") or {})
    check["trang_thai"] = PENDING
    for key in ("nguon", "ngay"):
        if theirs.get("doi_chieu", {}).get(key):
            check[key] = theirs["doi_chieu"][key]
    pending = [*check.get("phan_cho_doi_chieu", []), *result.changed]
    check["phan_cho_doi_chieu"] = [
        spec.key for spec in specs(Procedure) if spec.key in set(pending) and spec.key in merged
    ]
    if not check["phan_cho_doi_chieu"]:
        del check["phan_cho_doi_chieu"]
    if merged.get("doi_chieu") != check:
        merged["doi_chieu"] = check
        result.changed.append("doi_chieu")


def _write(plan: SyncPlan, record: VersionedRecord, result: RecordSync) -> None:
    """Plan the files of a changed record: a new version from the day of a new decision, or where each part stands."""
    day = first_day(record, result.data) if plan.dated else None
    if day is None:
        texts, result.refused = edited(plan.target, record, result.data, result.changed)
        plan.texts |= texts
        return
    note = "; ".join(result.sentences) or f"Theo quyết định {result.data[DECISION]['so']}."
    file, text = new_version(record, result.data, result.changed, day, scalar(note))
    plan.texts[file], result.day = text, day
    number, law = decision_law(result.data, day)
    if number not in plan.target.law_numbers:
        plan.texts.setdefault(plan.target.root / "laws" / f"{slug(number)}.yml", law)


def _sentences(code: str, before: Fields, after: Fields) -> list[str]:
    """The change in citizens' words."""
    states = []
    for data in (before, after):
        store = Store({"procedure": []})
        try:
            text = dump(Procedure, data)
        except KeyError:  # an unknown key of the editors: the check reports it
            return []
        read_text(text, f"procedures/{code}.yml", BY_NAME["procedure"], store)
        states.append(snapshot(store))
    return next((change.sentences for change in compare(*states)), [])


def _guard_share(plan: SyncPlan, previous: set[str], known: set[str]) -> None:
    """Refuse a source that lost much at once. previous: our codes that were imported before; known: those of them
    that were already reported as vanished."""
    lost, before = plan.vanished.keys() - known, previous - known
    if len(lost) >= MIN_VANISHED and len(lost) > VANISHED_AT_ONCE * len(before):
        raise ImportRefused(
            f"nguồn thiếu {len(lost)} trong {len(before)} thủ tục đã lấy lần trước: có vẻ tải chưa đủ. Tải lại, hoặc "
            "thêm --partial nếu nguồn chỉ là một phần. Nếu các thủ tục ấy đã bãi bỏ thật: ghi bai_bo trong tệp của "
            f"chúng rồi chạy lại. Thiếu: {', '.join(sorted(lost)[:MAX_NAMED])}{' …' if len(lost) > MAX_NAMED else ''}. "
            "Chưa có gì thay đổi."
        )


def _data(entry: Entry) -> Fields:
    data = entry.document.data
    return data if isinstance(data, dict) else {}


def _laws(plan: SyncPlan, theirs: dict[str, DraftRecord], kind: str) -> None:
    """New documents that a changed record cites get a record in laws/."""
    facts = [law for record in plan.records for law in theirs[record.code].laws if law.number in _numbers(record)]
    for name, text in law_texts(facts, plan.target.law_numbers, source_name(kind)).items():
        file = plan.target.root / "laws" / name
        if not file.exists():
            plan.texts[file] = text


def _numbers(record: RecordSync) -> set[str]:
    """The documents that a changed record cites now."""
    bases = record.data.get("can_cu_phap_ly") if record.changed and not record.refused else None
    return {str(item.get("so_ky_hieu")) for item in bases or () if isinstance(item, dict)}
