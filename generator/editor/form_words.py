"""Messages and explanations as somebody reads them who sees fields instead of a file.

The checks speak to people who edit files: “thiếu “Mô tả” (mo_ta)”, “Ví dụ “so_bo: 1””, “true nếu …”. On the form a key
is the label of its field, `true` is “có”, and how a value is written in YAML does not matter.
"""

from __future__ import annotations

import re
from functools import cache

from generator.editor.titles import shown_day
from generator.schema.dates import ISO_DAY
from generator.schema.kinds import KINDS, Kind
from generator.schema.record import Record, specs

_KEY = r"[a-z0-9]+(?:_[a-z0-9]+)*"
_LONG_KEY = r"[a-z0-9]+(?:_[a-z0-9]+)+"
_TRUTH = {"true": "có", "false": "không"}
_QUOTES = re.compile(r",? (?:luôn )?(?:để |đặt )?(?:cả giá trị )?trong (?:dấu )?ngoặc kép")
_ONLY_IF = re.compile(r"(?:^|(?<=[.;] ))true(?: (?=nếu|khi|cho)|: )", re.IGNORECASE)
_IN_FILE = re.compile(r",? (?:có (?:trong|tệp trong)|trong) content/[\w./-]+\w/?| ?\(viết liền\)|, như trong tệp gốc")
_FILE_NAME = re.compile(r"\bTên tệp(?= (?:của|trong)\b)")
_LEAVE = re.compile(r"\bbỏ dòng này\b")
_FIX = re.compile(r"(?:Chạy|hoặc chạy) tthc fix\b[^.;]*")
_LABELLED = re.compile(rf"(“[^“”]+”) \(({_KEY})\)")
_WRITE = re.compile(rf" ?Viết “({_KEY})(: …”\.|:”, dưới đó (mỗi mục )?[^.]*\.)")
_EXAMPLE = re.compile(rf"[Vv]í dụ (?:“({_KEY}): ([^”]*)”|({_LONG_KEY}): ([^”.;,]+))")
_SAYS = re.compile(rf"“({_KEY}): ([^“”]+)”")
_ADD = re.compile(rf"\b(Thêm|Điền|Ghi) ({_KEY}(?:, {_KEY})+)(?=[.;])")
_NAMED = re.compile(rf"[“`]?(?<![\w/])({_LONG_KEY}|(?<=Thêm )tep(?=:))(?![\w/])[”`]?(: (?:true|false)\b)?")

Labels = dict[str, str]


def in_form(text: str, kind: Kind, key: str = "") -> str:
    """The text of a message about the value at `key`, or of the explanation of its field, for the form."""
    labels = _labels(kind, tuple(part for part in key.split(".") if part and not part.isdecimal()))

    def label(name: str) -> str:
        return f"“{labels[name]}”" if name in labels else name

    def labelled(found: re.Match[str]) -> str:
        return found[1] if label(found[2]) == found[1] else found[0]

    def write(found: re.Match[str]) -> str:
        if found[2].startswith(": …"):
            return ""
        return " Bấm “Thêm” rồi điền từng mục." if found[3] or "bắt đầu bằng" in found[2] else " Điền các ô ở trong."

    def example(found: re.Match[str]) -> str:
        return f"{found[0][:5]} “{value_text((found[2] or found[4]).strip())}”"

    def value_text(value: str) -> str:
        return _TRUTH.get(value, shown_day(value) if ISO_DAY.fullmatch(value) else value)

    def says(found: re.Match[str]) -> str:
        known = found[1] in labels
        return f"{label(found[1])} là “{value_text(found[2])}”" if known else found[0]

    def add(found: re.Match[str]) -> str:
        names = found[2].split(", ")
        return f"{found[1]} {', '.join(map(label, names))}" if all(name in labels for name in names) else found[0]

    def named(found: re.Match[str]) -> str:
        if found[1] not in labels:
            return found[0]
        return label(found[1]) + (f": {_TRUTH[found[2][2:]]}" if found[2] else "")

    text = _QUOTES.sub("", _ONLY_IF.sub("Chọn “có” ", _IN_FILE.sub("", text)))
    text = _LEAVE.sub("để trống ô này", _FILE_NAME.sub("Tên ngắn", text))
    text = _FIX.sub("Người phụ trách kỹ thuật sửa được bằng một lệnh (tthc fix)", text)
    text = _EXAMPLE.sub(example, _WRITE.sub(write, _LABELLED.sub(labelled, text)))
    return _NAMED.sub(named, _ADD.sub(add, _SAYS.sub(says, text)))


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
