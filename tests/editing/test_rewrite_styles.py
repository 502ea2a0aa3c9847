"""Random edits of the real files written in other styles: quotes, folded, literal and multi-line texts, lists and parts
in one line, comments behind and above, blank lines, CRLF, a byte-order mark. Only the lines of the edited value differ.

Sixty by day, TTHC_EDITS=3000 for a long run."""

from __future__ import annotations

import copy
import difflib
import os
import random
import re
from collections import Counter
from typing import Any

import pytest

from generator.editing.nodes import NotEditable, YamlNode, compose
from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editing.written import pruned, quoted
from generator.loading.file_names import record_kind
from generator.loading.yaml.positions import YamlError
from generator.schema.kinds import Kind
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow

CONTENT = PROJECT / "content"
EDITS = int(os.environ.get("TTHC_EDITS", "1000" if "TTHC_ALL" in os.environ else "60"))
MOST_PLACES = {"none": 0, "value": 1, "add": 1, "drop": 1, "move": 2}  # in which the text differs
COMMENT = re.compile(r"# lời nhắc \d+")


def leaves(node: YamlNode) -> list[YamlNode]:
    """The values that have no parts, and lists of such values in one piece."""
    if node.keys is None and node.items is None:
        return [node]
    flat = bool(node.items) and all(one.keys is None and one.items is None for one in node.children)
    return [node] * (flat and not node.flow) + [leaf for one in node.children for leaf in leaves(one)]


def restyled(text: str, node: YamlNode, number: int, rng: random.Random) -> str:
    """The text with one value in another style."""
    old, line = text[node.start : node.end], text.rfind("\n", 0, node.start) + 1
    margin = " " * (len(text[line : node.start]) - len(text[line : node.start].lstrip(" -")) + 2)
    head, tail = text[: node.start], text[node.end :]
    if node.items:
        key = head.rstrip()
        return f"{key} [{', '.join(quoted(text[one.start : one.end], chr(34)) for one in node.items)}]{tail}"
    if "\n" in old or not old or tail.partition("\n")[0].strip():
        return text
    style = rng.choice(["comment", "above", '"', "'", ">-", "|-", ">", "|", "lines"])
    if style == "comment":
        return f"{head}{old}  # lời nhắc {number}{tail}"
    if style == "above":
        return f"{text[:line]}{margin[2:]}# lời nhắc {number}\n{text[line:]}"
    if old[:1] in "'\"" or (style not in "'\"" and " " not in old):
        return text
    if style in "'\"":
        return f"{head}{quoted(old, style)}{tail}"
    first, _, rest = old.partition(" ")
    return f"{head}{first if style == 'lines' else f'{style}{chr(10)}{margin}{first}'}\n{margin}{rest}{tail}"


def other_style(text: str, kind: Kind, rng: random.Random) -> str:
    """The same record, with several values written in other styles."""
    for number in range(12):
        root = compose(text)
        assert root is not None
        made = restyled(text, rng.choice(leaves(root)), number, rng)
        try:
            data_of(made, kind)
            compose(made)
        except (YamlError, NotEditable):
            continue
        text = made
    return text


def places(data: Any, path: tuple = ()) -> list[tuple]:
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path] * bool(path) + [place for key, value in children for place in places(value, (*path, key))]


def edited(data: Any, rng: random.Random) -> tuple[str, Any]:
    """(what was done, the data with one value changed, an item added, removed or moved)."""
    new = copy.deepcopy(data)
    path = rng.choice(places(new))
    parent: Any = new
    for part in path[:-1]:
        parent = parent[part]
    value = parent[path[-1]]
    if isinstance(value, list) and len(value) > 1 and rng.random() < 0.6:
        act = rng.choice(["move", "add", "drop"])
        if act == "move":
            value.insert(0, value.pop())
        elif act == "add":
            value.append(copy.deepcopy(value[0]))
        else:
            del value[rng.randrange(len(value))]
        return act, new
    if isinstance(value, str) or value is None:
        parent[path[-1]] = rng.choice(["khác hẳn", f"{value} thêm", "8000", "một # hai", "a: b", "dòng một\ndòng hai"])
        return "value", new
    return "none", new


def pieces(old: str, new: str) -> int:
    """Number of separate places in which two texts differ."""
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    return sum(tag != "equal" for tag, *_ in matcher.get_opcodes())


def test_random_edits_in_any_style() -> None:
    rng, done = random.Random(EDITS), 0
    names = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yml"))
    while done < EDITS:
        path = rng.choice(names)
        kind = record_kind(path)
        if kind is None:
            continue
        text = other_style(RecordText.of((CONTENT / path).read_bytes()).text, kind, rng)
        data = data_of(text, kind)
        what, wanted = edited(data, rng)
        raw = (b"\xef\xbb\xbf" if done % 3 == 0 else b"") + text.replace("\n", "\r\n" if done % 2 else "\n").encode()
        source = RecordText.of(raw)
        new = rewrite(source.text, kind, wanted)
        done += 1
        assert pruned(data_of(new, kind)) == pruned(wanted), (path, text)
        assert source.bytes_with(source.text) == raw
        assert source.bytes_with(new).count(b"\r\n") == (new.count("\n") if done % 2 == 0 else 0)
        assert pieces(text, new) <= MOST_PLACES[what], (path, what)
        if what != "drop":
            assert Counter(COMMENT.findall(text)) == Counter(COMMENT.findall(new)), (path, what)


@pytest.mark.parametrize("line", ["ten: &a Tên", "ten: *a", "ten: !x Tên", "<<: *a"])
def test_what_the_reader_refuses_is_not_edited(line: str) -> None:
    kind = record_kind("units/a.yml")
    assert kind is not None
    text = f"ma_don_vi: '1'\n{line}\n"
    with pytest.raises((YamlError, NotEditable)):
        rewrite(text, kind, {**data_of(text, kind), "loai": "xã"})
