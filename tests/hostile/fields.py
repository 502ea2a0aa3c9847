"""All fields of all kinds, taken from the model: a record with every field filled, and the same record with one part
spoilt."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml

from generator.schema.kinds import KINDS, Kind
from generator.schema.record import FieldSpec, Record, specs
from generator.schema.values import Date, Text, Whole, YesNo
from tests.support.every_kind import files_of

MISSING = object()
SPOILT: dict[str, Any] = {
    "missing": MISSING,
    "null": None,
    "empty text": "",
    "empty list": [],
    "empty table": {},
    "text": "sai",
    "list": ["sai"],
    "list of nothing": [None],
    "list of tables": [{"sai": "sai"}],
    "table": {"sai": "sai"},
}
YEARLY = {"plan": "plan/{}/plan.yml", "holidays": "holidays/{}.yml"}  # copies stand in years of their own
NOT_FILLED = {"mau", "bai_bo", "thay_the_boi", "den", "ngay_het_hieu_luc"}  # what would take a record off its page
BODY = "noi_dung"


def filled(model: type[Record], data: dict[str, Any]) -> dict[str, Any]:
    """`data` with each field that it lacks, by the field's type."""
    found = {
        key: value for key, value in copy.deepcopy(data).items() if key != "mau"
    }  # samples are shown in fewer places
    for spec in specs(model):
        given = found.get(spec.key)
        if spec.part is not None and isinstance(given, dict):
            found[spec.key] = filled(spec.part, given)
        elif spec.part is not None and isinstance(given, list) and given and isinstance(given[0], dict):
            found[spec.key] = [filled(spec.part, given[0]), *given[1:]]
        elif spec.key not in NOT_FILLED and (not given or (spec.part is not None and isinstance(given, str))):
            found[spec.key] = _value(spec)
    return found


def _value(spec: FieldSpec) -> Any:
    if spec.part is not None:
        part = filled(spec.part, {})
        return [part] if spec.is_list else part
    one = _scalar(spec.annotation)
    return [one] if spec.is_list else one


def _scalar(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return str(get_args(annotation)[0])
    found = _types(annotation)
    for type_, value in ((Date, "2023-03-01"), (Whole, "3"), (YesNo, "true")):
        if any(get_args(type_)[0] is kind for kind in found):
            return value
    words = [choice for kind in found if get_origin(kind) is Literal for choice in get_args(kind)]
    return str(words[0]) if words and get_args(Text)[0] not in found else "chữ"


def _types(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Literal:
        return [annotation]
    parts = [arg for arg in get_args(annotation) if isinstance(arg, type) or get_args(arg)]
    return [kind for part in parts for kind in _types(part)] or [annotation]


def paths(model: type[Record], data: dict[str, Any], above: tuple = ()) -> Iterator[tuple]:
    """The path of every field in a filled record, nested ones too (the first item of each list)."""
    for spec in specs(model):
        here = (*above, spec.key)
        yield here
        value = data.get(spec.key)
        if spec.part is not None and isinstance(value, dict):
            yield from paths(spec.part, value, here)
        elif isinstance(value, list) and value:
            yield (*here, 0)
            if spec.part is not None and isinstance(value[0], dict):
                yield from paths(spec.part, value[0], (*here, 0))


def spoilt(data: dict[str, Any], path: tuple, value: Any) -> dict[str, Any]:
    """A copy of `data` with the part at `path` replaced, or taken out."""
    found: Any = copy.deepcopy(data)
    at = found
    for part in path[:-1]:
        at = at[part]
    if value is not MISSING:
        at[path[-1]] = copy.deepcopy(value)
    else:
        at.pop(path[-1], None)
    return found


def example(content: Path, kind: Kind) -> tuple[Path, dict[str, Any], str]:
    """(file, record with every field, Markdown body) of the fullest record of a kind in `content`."""
    best: tuple[int, Path, dict[str, Any], str] | None = None
    for file, own in files_of(content):
        if own is not kind:
            continue
        text = file.read_text("utf-8")
        front, body = text.split("---\n", 2)[1:] if kind.markdown else (text, "")
        data = yaml.load(front, yaml.CBaseLoader)
        size, record = len(front), data[0] if kind.many else data
        if best is None or size > best[0]:
            best = (size, file, record, body)
    assert best is not None, kind.name
    return best[1], filled(kind.model, best[2]), best[3]


def written(kind: Kind, records: list[Any], body: str = "") -> str:
    """The text of a file."""
    data = records if kind.many else records[0]
    if kind.markdown and isinstance(data, dict):
        data = {key: value for key, value in data.items() if key != BODY}
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return f"---\n{text}---\n{body}" if kind.markdown else text


def cases(content: Path, kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    """(what was done, the record): every part of a record of `kind`, spoilt in every way; and the record that has
    nothing."""
    _, data, _ = example(content, kind)
    yield "nothing at all", {}
    for path in paths(kind.model, data):
        for name, value in SPOILT.items():
            if value is not MISSING or not isinstance(path[-1], int):
                yield f"{kind.name} {'.'.join(map(str, path))}: {name}", spoilt(data, path, value)


def copies(content: Path, only: str = "", every: int = 1) -> dict[str, str]:
    """Write the cases of every kind that can stand in copies into `content`, each in a record of its own. only: of
    this kind; every:
    one case in so many, another way at each field. Returns file -> case."""
    done: dict[str, str] = {}
    for kind in KINDS:
        if kind.name == "site" or (only and kind.name != only):
            continue
        file, _, body = example(content, kind)
        all_cases = list(cases(content, kind))[::every]
        if kind.many:
            old = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
            file.write_text(written(kind, [*old, *(record for _, record in all_cases)]), "utf-8")
            done |= {f"{file.name}:{at}": name for at, (name, _) in enumerate(all_cases, len(old))}
            continue
        for at, (name, record) in enumerate(all_cases):
            target = file.with_name(f"mau-{at}{file.suffix}")
            if kind.name in YEARLY:
                target = content / YEARLY[kind.name].format(1000 + at)
                target.parent.mkdir(exist_ok=True)
                record.pop("nam", None)
            if kind.name == "procedure" and record.get("ma_thu_tuc") == "1.001193":
                record["ma_thu_tuc"] = f"9.{at:06}"
            target.write_text(written(kind, [record], body), "utf-8")
            done[target.relative_to(content).as_posix()] = name
    return done
