"""Random edits of all real files: the data is what was wanted, untouched lines and comments stay.

Two hundred by day, TTHC_EDITS=10000 for a long run; it prints the share of single-value edits of one line.
"""

from __future__ import annotations

import copy
import os
import random
from typing import Any

import pytest

from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editing.written import pruned
from generator.loading.file_names import record_kind
from generator.loading.yaml.positions import YamlError
from generator.schema.kinds import Kind
from generator.schema.record import Record, specs
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow

CONTENT = PROJECT / "content"
EDITS = int(os.environ.get("TTHC_EDITS", "3000" if "TTHC_ALL" in os.environ else "200"))
TEXTS = (
    "chín nghìn", "8000", "a: b", "# không", "1.000110", "- gạch", '“ngoặc” "kép"', "d'Or", "12:30", "true", "[a]",
    "a, b", "{x}",
    "*", "tiếng Việt có dấu " * 9,
)  # fmt: skip


def files() -> list[str]:
    found = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*") if path.is_file())
    return [path for path in found if record_kind(path)]


def places(data: Any, path: tuple = ()) -> list[tuple]:
    """Paths of all values."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path] * bool(path) + [place for key, value in children for place in places(value, (*path, key))]


def at(data: Any, path: tuple) -> Any:
    for part in path:
        data = data[part]
    return data


def words(rng: random.Random, old: Any) -> str:
    parts = str(old or "x").split(" ")
    if rng.random() < 0.5 and "\n" not in str(old):
        parts[rng.randrange(len(parts))] = rng.choice(("khác", "123", "Điều 5"))
        return " ".join(parts).strip() or "khác"
    return rng.choice(TEXTS).strip()


def model_of(kind: Kind, path: tuple) -> type[Record] | None:
    model: type[Record] | None = kind.model
    for part in path:
        if isinstance(part, str) and model:
            model = next((spec.part for spec in specs(model) if spec.key == part), None)
    return model


def changed(rng: random.Random, kind: Kind, data: Any) -> tuple[str, Any]:
    """(kind of edit, other data)."""
    new = copy.deepcopy(data)
    path = rng.choice(places(new) or [()])
    if not path:
        return "none", new
    parent, key, value = at(new, path[:-1]), path[-1], at(new, path)
    roll = rng.random()
    if isinstance(value, list) and len(value) > 1 and roll < 0.5:
        rng.shuffle(value)
        return "order", new
    if isinstance(value, list) and value and roll < 0.7:
        value.insert(rng.randrange(len(value) + 1), copy.deepcopy(rng.choice(value)))
        return "add", new
    if isinstance(value, dict) and roll < 0.6 and (model := model_of(kind, path)):
        free = [spec for spec in specs(model) if spec.key not in value and not spec.part and not spec.is_list]
        if free:
            value[rng.choice(free).key] = words(rng, "")
            return "key", new
    if roll < 0.25 and len(parent) > 1:
        del parent[key]
        return "remove", new
    if isinstance(value, list | dict):
        if isinstance(key, str) and path != (key,):
            parent[key] = "không"
            return "union", new
        return "none", new
    parent[key] = words(rng, value)
    return "value", new


def diff_size(old: str, new: str) -> tuple[int, int]:
    import difflib

    rows = list(difflib.ndiff(old.split("\n"), new.split("\n")))
    return sum(row.startswith("- ") for row in rows), sum(row.startswith("+ ") for row in rows)


def comments(text: str) -> list[str]:
    return sorted(row.strip() for row in text.split("\n") if row.strip().startswith("#"))


def test_random_edits(capsys: pytest.CaptureFixture[str]) -> None:
    rng, single, one_line, relaid, within, done = random.Random(EDITS), 0, 0, 0, 0, 0
    names = files()
    while done < EDITS:
        path = rng.choice(names)
        kind = record_kind(path)
        assert kind is not None
        text = RecordText.of((CONTENT / path).read_bytes()).text
        try:
            data = data_of(text, kind)
        except YamlError:  # somebody's slip in the content is not this test's
            continue
        what, wanted = changed(rng, kind, data)
        new = rewrite(text, kind, wanted)
        done += 1
        assert pruned(data_of(new, kind)) == pruned(wanted), (path, what)
        if not kind.markdown and what in ("value", "key", "add", "order", "none"):
            assert set(comments(text)) <= set(comments(new)), (path, what)
        if what == "value" and wanted != data:
            single += 1
            alone, paragraph = diff_size(text, new) == (1, 1), refolded(data, wanted)
            one_line += alone
            relaid += paragraph
            within += alone and not paragraph
    with capsys.disabled():
        print(
            f"\n{done} edits, {single} of a single value: {one_line / single:.1%} exactly -1/+1, "
            f"{within / (single - relaid):.1%} without the {relaid} where a line becomes a paragraph or the reverse"
        )
    assert one_line >= 0.95 * single


def refolded(old: Any, new: Any) -> bool:
    """True if a short value became a long one or the reverse, or a Markdown body was replaced."""
    path = next(
        path for path in places(old) if isinstance(at(old, path), str | None) and at(old, path) != at(new, path)
    )
    return path == ("noi_dung",) or (len(str(at(old, path))) > 100) != (len(str(at(new, path))) > 100)


def test_nothing_changes_nothing() -> None:
    for path in files()[::9]:
        raw = (CONTENT / path).read_bytes()
        source, kind = RecordText.of(raw), record_kind(path)
        assert kind is not None, path
        text = rewrite(source.text, kind, data_of(source.text, kind))
        assert source.bytes_with(text) == raw, path
