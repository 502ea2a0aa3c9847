"""A complete record of each kind, and a small way to say what a rule should make of a changed one.

`fails("TT-042", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶0"})` reads: with this change the rule reports a problem at the
place of the mark, and nowhere else. `passes(…)` reads: with this change the rule reports nothing.
"""

from __future__ import annotations

import copy
import datetime as dt
from functools import cache

from generator.checks._engine.context import RecordContext
from generator.checks._engine.rule import rules_named
from generator.checks._engine.runner import check, check_record
from generator.loading.entry import Entry
from generator.loading.folder import read_text
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import KINDS, kind_of
from tests.support.form_language import words_of_the_file
from tests.support.record_texts import (  # noqa: F401  the tests of the rules take the texts from here
    AGENCIES,
    DISTRICT,
    FIELDS,
    GUIDE,
    HANDBOOK,
    HOLIDAYS,
    LAW,
    NOTICE,
    PLACES,
    PLAN,
    PROCEDURE,
    SAMPLES,
    SITE,
    TASK,
    UNIT,
)

MARK = "▶"
MAX_LENGTH = 300  # of a message with its hint
DAY = "2023-12-31"


OFFICIAL = """\
nguon: Danh mục thử
ngay: 2023-12-01
ghi_chu: Chưa có thủ tục của công an.
thu_tuc:
  - {ma_thu_tuc: "1.001193", ten_thu_tuc: Đăng ký khai sinh, linh_vuc: Hộ tịch, cap_thuc_hien: [cấp xã]}
  - {ma_thu_tuc: "1.000894", ten_thu_tuc: Đăng ký kết hôn, linh_vuc: Hộ tịch, cap_thuc_hien: [cấp xã]}
"""

WHOLE = {PLACES[kind]: text for kind, text in SAMPLES.items()} | {"units/tu-ky.yml": DISTRICT}


def read(files: dict[str, str]) -> Store:
    """A store of `files` (path below content/ → text)."""
    store = Store({kind.name: [] for kind in KINDS})
    for path, text in sorted(files.items()):
        _read_into(store, path, text)
    return store


def problems(files: dict[str, str], as_of: str = DAY) -> list[Problem]:
    """Everything that a whole small content with `files` in place of its own has wrong."""
    day = dt.date.fromisoformat(as_of)
    store = read(files)
    for path in sorted(WHOLE.keys() - files.keys()):
        for entry in _unchanged(path, day):
            store.entries[entry.kind.name].append(copy.copy(entry))
    for entries in store.entries.values():
        entries.sort(key=lambda entry: entry.path)  # stable: records of one file keep their order
    return check(store, day)


@cache
def _unchanged(path: str, day: dt.date) -> list[Entry]:
    """The records of a file of WHOLE, read and checked alone once, as a build remembers them: most of the thousand
    calls of a test run change one file of twenty."""
    store = Store({kind.name: [] for kind in KINDS})
    _read_into(store, path, WHOLE[path])
    assert store.problems == []
    for entry in store.all():
        found, matched, facts = check_record(entry, RecordContext(day))
        if not found:  # else its findings are wanted each time
            entry.matched, entry.facts = matched, facts
    return list(store.all())


def _read_into(store: Store, path: str, text: str) -> None:
    kind = kind_of(path)
    assert kind is not None, f"no kind lives at {path}"
    read_text(text, f"content/{path}", kind, store)


def change(text: str, changes: dict[str, str]) -> str:
    """`text` with each key replaced once by its value; every key must be there."""
    for old, new in changes.items():
        assert old in text, f"the sample has no {old!r}"
        text = text.replace(old, new, 1)
    return text


def fails(
    rule: str,
    sample: str,
    changes: dict[str, str],
    *,
    others: dict[str, str] | None = None,
    as_of: str = DAY,
    severity: str = "",
    path: str = "",
) -> str:
    """Assert that `rule` reports exactly at the marks of the changed sample; return its messages and hints as one
    text."""
    text = change(sample, changes)
    path = path or _place(sample)
    marks, plain = _unmark(text)
    assert marks, "a failing example needs a mark ▶ where the finding is expected"
    found = [problem for problem in problems({path: plain} | (others or {}), as_of) if problem.id == rule]
    assert {(problem.path, problem.line, problem.column) for problem in found} == {
        (f"content/{path}", *mark) for mark in marks
    }, found
    if severity:
        assert {problem.severity for problem in found} == {severity}
    if any(one.check for one in rules_named({rule})):  # what the parser reports is about the file
        for problem in found:
            assert problem.hint, ("it does not say how to mend it", problem)
            assert len(problem.message) + len(problem.hint) <= MAX_LENGTH, problem
            assert not words_of_the_file(problem, plain), (words_of_the_file(problem, plain), problem)
    return "\n".join(f"{problem.message} {problem.hint} {problem.law}" for problem in found)


def passes(
    rule: str,
    sample: str,
    changes: dict[str, str] | None = None,
    *,
    others: dict[str, str] | None = None,
    as_of: str = DAY,
    path: str = "",
) -> None:
    """Assert that `rule` has nothing to say about the changed sample (nor the rest of the small content)."""
    text = change(sample, changes or {})
    found = [
        problem for problem in problems({path or _place(sample): text} | (others or {}), as_of) if problem.id == rule
    ]
    assert not found, found


def answer(key: str) -> dict[str, str]:
    """The change that gives PROCEDURE a question of which the second answer has one more key."""
    answers = f"[{{ma: toi, tra_loi: Tôi}}, {{ma: nho, tra_loi: Người khác, {key}}}]"
    return {"doi_tuong_thuc_hien:": f"cau_hoi:\n  - {{ma: ai, hoi: Ai đi làm?, chon: {answers}}}\ndoi_tuong_thuc_hien:"}


def _place(sample: str) -> str:
    return next(PLACES[kind] for kind, text in SAMPLES.items() if text == sample)


def _unmark(text: str) -> tuple[list[tuple[int, int]], str]:
    marks, lines = [], []
    for number, line in enumerate(text.split("\n"), 1):
        while MARK in line:
            marks.append((number, line.index(MARK) + 1))
            line = line.replace(MARK, "", 1)
        lines.append(line)
    return marks, "\n".join(lines)
