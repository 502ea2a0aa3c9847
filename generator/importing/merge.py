"""Three-way merge of a new record into a file that editors may have changed, key by key; keeps comments and order.

A key is updated only while its value is what the last import wrote (see sync/snapshots.py). Editors' changes are never
overwritten; where the source differs, that is reported. The merge works on blocks of text, so everything that is not
replaced stays byte for byte.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.importing.draft_record import is_unknown
from generator.importing.provenance import field_hash
from generator.importing.typed_values import dump_plain
from generator.importing.yaml_writer import dump
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields, Unchecked
from generator.schema.record import Record, specs

# Keys merged together: papers refer to forms by name, and a common time limit replaces those of the channels.
FIELD_GROUPS = (("cach_thuc_thuc_hien", "thoi_han_giai_quyet", "phi_le_phi"), ("thanh_phan_ho_so", "bieu_mau"))
METADATA_KEYS = {"doi_chieu", "ghi_chu_nguon"}  # notes about an import or a comparison, never reported as conflicts
_KEY = re.compile(r"^(?:([A-Za-z_]\w*)|\"([^\"\n]+)\"|'([^'\n]+)')\s*:(?=\s|$)")
_BLOCK_SCALAR = re.compile(r"(?:^|[:\-]\s+|\s)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")


@dataclass(slots=True)
class MergedFile:
    """text: the new file; preserved: keys where the editors' value differs."""

    text: str
    preserved: list[str] = field(default_factory=list)
    refused: str = ""  # why the file was not merged at all


def plain(value: object) -> Unchecked:
    """`value` as the YAML reader returns it: strings, lists and dicts, without empty values."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def new_file(model: type[Record], data: Fields) -> MergedFile:
    """The merge result for a file that does not exist yet."""
    return MergedFile(dump(model, data))


def merge_record(
    model: type[Record], old: str, data: Fields, base: dict[str, str], overwrite: frozenset[str] = frozenset()
) -> MergedFile:
    """Merge `data` into the text `old`.

    base: hashes of what the source said last time; overwrite: keys (or "all") to take from the source even where people
    changed them.
    """
    try:
        current = parse(old)
    except YamlError as error:
        return MergedFile(old, refused=f"dòng {error.line}: {error.message}")
    blocks = _split(old)
    if not isinstance(current, dict) or [block.key for block in blocks if block.key] != list(current):
        return MergedFile(old, refused="cách viết YAML khác thường, không gộp tự động được")
    new = plain(data)
    preserved: list[str] = []
    changed: list[str] = []
    for group in _groups(model):
        decision = _decide(group, current, new, base, overwrite)
        preserved += decision.preserved
        changed += decision.changed
    text, refused = _replaced(model, blocks, current, {key: data[key] for key in data if key in new}, changed)
    if refused:
        return MergedFile(old, refused=refused)
    return MergedFile(text, preserved)


def replace_keys(model: type[Record], old: str, data: Fields, keys: list[str]) -> tuple[str, str]:
    """(`old` with the top-level `keys` as in `data`, why not). A key that `data` does not have is taken out; comments,
    order and all other bytes stay. When the file cannot be edited safely, the text is unchanged and a reason given."""
    try:
        current = parse(old)
    except YamlError as error:
        return old, f"dòng {error.line}: {error.message}"
    blocks = _split(old)
    if not isinstance(current, dict) or [block.key for block in blocks if block.key] != list(current):
        return old, "cách viết YAML khác thường, không gộp tự động được"
    return _replaced(model, blocks, current, data, keys)


def _replaced(
    model: type[Record], blocks: list[_Block], current: Fields, data: Fields, changed: list[str]
) -> tuple[str, str]:
    """(the text with the blocks of `changed` as in `data`, why it was left as it is)."""
    old = "\n".join(line for block in blocks for line in [*block.lead, *block.lines])
    text = _rebuild(model, blocks, data, changed)
    new = plain(data)
    expected = {
        **{key: value for key, value in current.items() if key not in changed},
        **{key: new[key] for key in changed if key in new},
    }
    try:
        if parse(text) != expected:
            return old, "không gộp tự động được mà giữ nguyên phần người viết"
    except YamlError as error:
        return old, f"không gộp được: {error.message}"
    return text, ""


def _groups(model: type[Record]) -> list[tuple[str, ...]]:
    keys = [spec.key for spec in specs(model)]
    grouped = {key: group for group in FIELD_GROUPS for key in group if all(item in keys for item in group)}
    return list(dict.fromkeys(grouped.get(key, (key,)) for key in keys))


class _Decision(NamedTuple):
    """The decision about a group of keys. preserved: keys that keep a value different from the source's; changed: keys
    to write again, or to remove if the source no longer has them."""

    preserved: list[str]
    changed: list[str]


def _decide(
    group: tuple[str, ...],
    current: Mapping[str, Unchecked],
    new: Mapping[str, Unchecked],
    base: Mapping[str, str],
    overwrite: Set[str],
) -> _Decision:
    """Decide whether the keys of `group` are taken from the source. current: the file; new: the source; base: hashes of
    the values of the last import; overwrite: keys that are taken in any case, or `all`."""
    present = [key for key in group if key in current]
    same = {key: current.get(key) for key in group} == {key: new.get(key) for key in group}
    unedited = all(key in base and field_hash(current[key]) == base[key] for key in present) and all(
        key in current for key in group if key in base
    )
    unknown = all(is_unknown(current[key]) for key in present)
    deleted = any(key in base and key not in current for key in group)  # deleting a key is an edit too
    forced = "all" in overwrite or any(key in overwrite for key in group)
    source_has_value = any(not is_unknown(new.get(key)) for key in group)
    if same:
        return _Decision([], [])
    if (present and unedited) or (source_has_value and ((unknown and not deleted) or forced)):
        changed = [key for key in group if (current.get(key) != new[key] if key in new else key in current)]
        return _Decision([], changed)
    preserved = [
        key
        for key in group
        if key not in METADATA_KEYS and not is_unknown(new.get(key)) and new.get(key) != current.get(key)
    ]
    return _Decision(preserved, [])


@dataclass(slots=True)
class _Block:
    key: str
    lead: list[str]  # comments and blank lines before the key
    lines: list[str]


def _split(text: str) -> list[_Block]:
    """Split the text into blocks of top-level keys; trailing comments and blank lines form a block without a key."""
    blocks: list[_Block] = []
    lead: list[str] = []
    for line in text.split("\n"):
        match = _KEY.match(line)
        if match:
            blocks.append(_Block(next(group for group in match.groups() if group), lead, [line]))
            lead = []
        elif line[:1] in ("", "#") or line in ("---", "..."):
            lead.append(line)
        elif blocks:
            blocks[-1].lines += [*lead, line]
            lead = []
        else:
            lead.append(line)
    return [*blocks, _Block("", lead, [])]


def _lines(model: type[Record], key: str, value: object) -> list[str]:
    return dump_plain(model, key, value).rstrip("\n").split("\n")


def _rebuild(model: type[Record], blocks: list[_Block], data: Fields, changed: list[str]) -> str:
    """The file with the blocks of the `changed` keys written again, or dropped if `data` has none."""
    order = {spec.key: index for index, spec in enumerate(specs(model))}
    result: list[_Block] = []
    for block in blocks:
        if block.key not in changed:
            result.append(block)
            continue
        notes = [*block.lead, *comments(block.lines)]
        if block.key in data:
            result.append(_Block(block.key, notes, _lines(model, block.key, data[block.key])))
        elif any(note.strip() for note in notes):
            result.append(_Block("", notes, []))
    for key in sorted(
        (key for key in changed if key in data and key not in {block.key for block in blocks}),
        key=lambda key: order[key],
    ):
        position = next(
            (index + 1 for index in range(len(result) - 1, -1, -1) if order.get(result[index].key, 999) < order[key]), 0
        )
        result.insert(position, _Block(key, [], _lines(model, key, data[key])))
    return "\n".join(line for block in result for line in [*block.lead, *block.lines])


def comments(lines: list[str]) -> list[str]:
    """The comments inside a block, to keep when it is replaced. A “#” inside a block scalar is not a comment."""
    found: list[str] = []
    inside: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if inside is not None and (not line.strip() or indent > inside):
            continue
        inside = None
        bare = re.sub(r"\"(?:[^\"\\]|\\.?)*+(?:\"|$)|'[^']*+'", "", line)
        match = re.search(r"(?:^|\s)(#.*)$", bare)
        if match:
            found.append(match[1])
        if _BLOCK_SCALAR.search(re.sub(r"\s#.*$", "", line)):
            inside = indent
    return found
