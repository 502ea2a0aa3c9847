"""Messages and explanations as somebody reads them who sees fields instead of a file.

A message says itself what the form says otherwise (text/audience.py); here its keys become the labels of fields. The
explanations of fields speak to people who edit files: “true nếu …”, “để trong ngoặc kép”. On the form `true` is “có”,
and how a value is written in YAML does not matter."""

from __future__ import annotations

import re
from functools import cache

from generator.problem import Problem
from generator.schema.kinds import KINDS, Kind
from generator.schema.record import Record, specs
from generator.text.audience import for_form, parted

# in the explanations of fields, which the form shares with the files
_QUOTES = re.compile(r",? (?:luôn )?(?:để |đặt )?(?:cả giá trị )?trong (?:dấu )?ngoặc kép")
_ONLY_IF = re.compile(r"(?:^|(?<=[.;] ))true(?: (?=nếu|khi|cho)|: )", re.IGNORECASE)
_IN_FILE = re.compile(r",? (?:có (?:trong|tệp trong)|trong) content/[\w./-]+\w/?| ?\(viết liền\)|, như trong tệp gốc")
_FILE_NAME = re.compile(r"\bTên tệp(?= (?:của|trong)\b)")
_LEAVE = re.compile(r"\bbỏ dòng này\b")

Labels = dict[str, str]


def on_form(problem: Problem, kind: Kind, key: str = "") -> tuple[str, str]:
    """The message and the hint of a problem about the value at `key`, for the form."""
    here = tuple(part for part in key.split(".") if part and not part.isdecimal())

    def label_of(named: str) -> str:
        around, _, last = named.rpartition(".")
        known = _labels(kind, (around,) if around else here).get(last, last)
        return f"“{known}” ở {label_of(around)}" if around else f"“{known}”"

    message, hint = parted(problem.form) if problem.form else (problem.message, problem.hint)
    return in_form(for_form(message, label_of)), in_form(for_form(hint, label_of)).strip()


def in_form(text: str) -> str:
    """The explanation of a field, or a text that says the same of a file and of the form, for the form."""
    text = _QUOTES.sub("", _ONLY_IF.sub("Chọn “có” ", _IN_FILE.sub("", text)))
    return _LEAVE.sub("để trống ô này", _FILE_NAME.sub("Tên ngắn", text))


@cache
def _labels(kind: Kind, path: tuple[str, ...]) -> Labels:
    """YAML key → label of its field: of the part nearest to the field at `path`, else of anything in the record, else
    of any record. The same key may have several labels."""
    around: list[type[Record]] = [kind.model]
    model: type[Record] | None = kind.model
    for part in path:
        spec = next((one for one in specs(model) if one.key == part), None) if model else None
        model = spec.part if spec else None
        if model is not None:
            around.append(model)
    found: Labels = {}
    for one in [*reversed(around), *_below(around[-1]), *_below(kind.model), *_everywhere()]:
        for spec in specs(one):
            found.setdefault(spec.key, spec.label)
    return found


@cache
def _below(model: type[Record]) -> tuple[type[Record], ...]:
    """The record and all that its fields consist of."""
    found: dict[type[Record], None] = {}
    todo = [model]
    while todo:
        one = todo.pop(0)
        if one not in found:
            found[one] = None
            todo += [spec.part for spec in specs(one) if spec.part]
    return tuple(found)


@cache
def _everywhere() -> tuple[type[Record], ...]:
    return tuple(one for kind in KINDS for one in _below(kind.model))
