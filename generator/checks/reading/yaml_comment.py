"""Chữ sau dấu # bị coi là ghi chú.

Trong tệp YAML, dấu cách rồi dấu # mở một ghi chú: phần sau nó không lên trang. `ten: Mẫu số 1 # 2` chỉ còn “Mẫu số 1”,
`muc_thu: 8000 #đồng` chỉ còn 8000. Là chữ của giá trị thì để cả giá trị trong dấu ngoặc kép; là ghi chú cho người biên
tập thì đưa lên một dòng riêng ở trên.

Sai: `ten: Mẫu số 1 # 2`
Đúng: `ten: "Mẫu số 1 # 2"`
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import text_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.schema.record import Record, specs

ID = "TT-187"
SEVERITY = WARNING
KINDS = tuple(kind.name for kind in ALL_KINDS)
MAYBE = re.compile(r"^[^\n#]*[^\s#][ \t]+#", re.MULTILINE)
KEY = re.compile(r"\s*(?:-\s+)*([a-z][a-z0-9_]*):")
LIMIT = 20


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A comment after an unquoted value on the same line."""
    document, text = entry.document, text_of(entry)
    if not (" #" in text or "\t#" in text) or not MAYBE.search(document.yaml_text):
        return
    import yaml

    from generator.loading.yaml.full import EventParser

    lines = document.yaml_text.split("\n")
    reported = 0
    for event in yaml.parse(document.yaml_text, Loader=EventParser):
        if not isinstance(event, yaml.ScalarEvent) or event.style or not event.value or event.end_mark is None:
            continue
        line, column = event.end_mark.line, event.end_mark.column
        rest = lines[line][column:] if line < len(lines) else ""
        comment = rest.lstrip()
        if not comment.startswith("#") or not comment.strip("# \t") or reported >= LIMIT:
            continue
        if _is_plain_comment(lines[line], rest, comment, entry.kind.model):
            continue
        reported += 1
        value = event.value if len(event.value) <= 40 else f"…{event.value[-37:]}"
        yield Finding(
            (),
            f"“{comment[:50].rstrip()}” không lên trang: giá trị chỉ còn “{value}”",
            "Là chữ của giá trị thì để cả giá trị trong ngoặc kép; là ghi chú thì đưa lên dòng riêng.",
            at=(line + document.line_offset + 1, column + len(rest) - len(comment) + 1),
        )


def _is_plain_comment(line: str, rest: str, comment: str, model: type[Record]) -> bool:
    """True if it is clearly a comment: template text, or set off from a number, a date or a choice."""
    key = KEY.match(line)
    labels = _keys(model).get(key[1] if key else "")
    if labels is None:
        return False
    return any(comment[1:].strip().startswith(f"{label}: ") for label in labels[1]) or (
        not labels[0] and rest.startswith(("  ", "\t")) and comment.startswith("# ")
    )


@cache
def _keys(model: type[Record]) -> dict[str, tuple[bool, tuple[str, ...]]]:
    """(accepts any text, labels) by key, for keys at any depth of a record."""
    by_key: dict[str, tuple[bool, tuple[str, ...]]] = {}
    for spec in specs(model):
        words = str(spec.annotation)
        free = spec.part is None and "Stripped" in words and "Literal" not in words
        _put(by_key, spec.key, free, (spec.label,))
        if spec.part is not None:
            for key, (text, labels) in _keys(spec.part).items():
                _put(by_key, key, text, labels)
    return by_key


def _put(by_key: dict[str, tuple[bool, tuple[str, ...]]], key: str, free: bool, labels: tuple[str, ...]) -> None:
    before = by_key.get(key, (False, ()))
    by_key[key] = (before[0] or free, before[1] + labels)
