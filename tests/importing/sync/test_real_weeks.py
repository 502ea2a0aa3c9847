"""Two states of the national database, made from real records: every kind of change, each in records of its own.

What is right is known without asking the sync: an unedited record must be what a fresh import of the second state
makes of it; an edited one must have the editor's part and everything else of that import; all others keep every byte.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import Options
from generator.importing.merge import plain
from generator.importing.plan import apply, plan_import
from generator.importing.read_json import read_objects
from generator.importing.sources.national_api import source
from generator.importing.sync import channel_form
from generator.importing.sync.sync_plan import SyncPlan
from generator.loading.yaml.parse import parse
from tests.conftest import DATA
from tests.importing.sync.kinds import SOURCE
from tests.importing.sync.two_weeks import Change, read, synced
from tests.support.folders import file_bytes
from tests.support.import_samples import write_lines

FILE = DATA / "national-api.jsonl.gz"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FILE.is_file(), reason="no national data here")]
# records, and how many of them each kind of change is tried in: at night one that an editor changed and one as it was
# imported; by day one, every second of which an editor changed
MOST, EACH = (350, 2) if "TTHC_ALL" in os.environ else (50, 1)
OWN = ("doi_chieu", "ghi_chu_nguon")  # about the comparison itself


def _papers(data: dict[str, Any]) -> list[dict[str, Any]]:
    return data["executionCases"][0]["profileComponents"]


def _split(data: dict[str, Any]) -> None:
    first = _papers(data)[0]
    _papers(data).append({**first, "name": "Phần còn lại của giấy ấy"})
    first["name"] += " (bản 1)"


def _new_papers(data: dict[str, Any]) -> None:
    new = [{"name": "Đơn theo mẫu mới", "originalQty": 1, "copyQty": 0}]
    data["executionCases"][0].update(profileComponents=new)


def _summary(data: dict[str, Any]) -> None:
    data.update(description="Tóm tắt mới của nguồn.")


def _field(data: dict[str, Any]) -> None:
    data.update(categoriesDetails=[{"name": "Chứng thực"}], category={"name": "Chứng thực"})


# kinds besides those of the made-up records, or in the form that real ones have
MORE: dict[str, Change] = {
    "paper split in two": _split,
    "all papers replaced": _new_papers,
    "summary": _summary,
    "field": _field,
}
KINDS: dict[str, Change] = {name: change for name, (change, _) in SOURCE.items()} | MORE
EDITOR = "Tên do đơn vị đặt lại"


def texts(items: list[dict[str, Any]], tmp_path: Path) -> dict[str, dict[str, Any]]:
    """Code -> the record that a fresh import makes, without what it says about the comparison."""
    return {record.code: facts(plain(record.data)) for record in read(tmp_path, items, "fresh.json") if record.code}


def facts(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is about the comparison; limits and fees with each channel, wherever they are written."""
    return channel_form.expand({key: value for key, value in data.items() if key not in OWN})


class Weeks:
    """The content after the second week, and what it was made from. changed: kind -> codes of its records; edited:
    those that an editor renamed before."""

    def __init__(self, tmp_path: Path) -> None:
        self.content = tmp_path / "content"
        first = list(_whole(tmp_path))
        second = copy.deepcopy(first)
        before = texts(first, tmp_path)
        self.changed: dict[str, list[str]] = {name: [] for name in KINDS}
        names, waiting = list(KINDS)[::-1], list(range(len(second)))  # what few records have is the last
        seen = dict.fromkeys(names, -1)  # the last record that was tried
        for _ in range(EACH):
            for name in names:
                untried = [at for at in waiting if at > seen[name]]
                number = next((at for at in untried if self._applies(KINDS[name], second[at], before, tmp_path)), None)
                seen[name] = len(second) if number is None else number
                if number is not None:
                    waiting.remove(number)
                    self.changed[name].append(second[number]["data"]["code"])
        self.records = read(tmp_path, second, "b.json")
        self.fresh = {record.code: facts(plain(record.data)) for record in copy.deepcopy(self.records) if record.code}
        apply(plan_import(source, write_lines(tmp_path / "a.json", first), self.content, Options()))  # type: ignore[arg-type]
        self.files = {
            parse(file.read_text("utf-8"))["ma_thu_tuc"]: file for file in self.content.glob("procedures/*/*.yml")
        }
        named = [codes for codes in self.changed.values() if codes]
        by_day = {codes[0] for codes in named[::2]}
        self.edited = by_day if EACH == 1 else {codes[1] for codes in named if len(codes) > 1}
        for code in self.edited:
            text = self.files[code].read_text("utf-8")
            data = parse(text)
            self.files[code].write_text(_renamed(text, data), "utf-8")
        self.bytes = file_bytes(self.content)
        self.plan: SyncPlan = synced(self.content, self.records)

    @staticmethod
    def _applies(change: Change, answer: dict[str, Any], before: dict[str, Any], tmp_path: Path) -> bool:
        """Apply the change where the record has what it changes, and the reader sees a difference."""
        tried = copy.deepcopy(answer)
        try:
            change(tried["data"])
        except (KeyError, IndexError, AttributeError, TypeError):
            return False
        after = texts([tried], tmp_path)
        code = answer["data"]["code"]
        if code not in after or after[code] == before[code] or before[code].keys() - after[code].keys():
            return False  # a part that the source does not state any more is not followed
        answer["data"] = tried["data"]
        return True

    def data(self, code: str) -> dict[str, Any]:
        return facts(parse(self.files[code].read_text("utf-8")))


def _whole(tmp_path: Path) -> Iterator[dict[str, Any]]:
    """Real answers that an import writes, each code once."""
    seen: set[str] = set()
    for _, answer in read_objects(FILE):
        data = answer.get("data") if isinstance(answer, dict) else None
        code = data.get("code") if isinstance(data, dict) else None
        if code and code not in seen and data.get("state") == "ACTIVE" and len(seen) < MOST:
            seen.add(code)
            yield json.loads(json.dumps(answer))


def _renamed(text: str, data: dict[str, Any]) -> str:
    """The text with another name: the editors' own."""
    from generator.importing.merge import replace_keys
    from generator.schema.procedure import Procedure

    made, refused = replace_keys(Procedure, text, {**data, "ten_thu_tuc": EDITOR}, ["ten_thu_tuc"])
    assert not refused
    return made


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Weeks:
    return Weeks(tmp_path_factory.mktemp("weeks"))


def test_there_are_enough_records_and_kinds(weeks: Weeks) -> None:
    assert len(weeks.files) > MOST * 0.7 and len(KINDS) == 40
    assert [name for name, codes in weeks.changed.items() if not codes] == []
    assert len(weeks.edited) > 30 / (3 - EACH)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_right_outcome(weeks: Weeks, kind: str) -> None:
    for code in weeks.changed[kind]:
        wanted = dict(weeks.fresh[code])
        if code in weeks.edited:
            wanted["ten_thu_tuc"] = EDITOR
        assert weeks.data(code) == wanted, code


def test_everything_else_keeps_every_byte(weeks: Weeks) -> None:
    touched = {code for codes in weeks.changed.values() for code in codes}
    now = file_bytes(weeks.content)
    for code, file in weeks.files.items():
        if code not in touched:
            name = file.relative_to(weeks.content).as_posix()
            assert now[name] == weeks.bytes[name], code
    assert {record.code for record in weeks.plan.records} <= touched
    assert not weeks.plan.vanished and not weeks.plan.abolished


def test_the_week_after_is_silent(weeks: Weeks) -> None:
    before = file_bytes(weeks.content)
    assert not synced(weeks.content, weeks.records).moved()
    assert file_bytes(weeks.content) == before
