"""Keys that the model does not have at their place: the editor's most likely intention, and the affected parts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from generator.problem import KeyPath
from generator.schema.record import FieldSpec, Record, specs
from generator.text.excerpts import excerpt
from generator.text.invisible import without_invisible
from generator.text.suggestions import suggest, suggested_word

# Cyrillic and Greek letters that look like those of keys
_ALIKE = str.maketrans("авеорсухіјһԁԛԝкмтнαονρτυικ", "abeopcyxijhdqwkmthaovptuik")


class Unknown(NamedTuple):
    """message, hint: for the editor; meant: paths of the parts that are not missing but written under this key;
    misplaced: the same without indices, if the list item is unknown; part: the key of a part whose own line is missing
    above: all its keys have the same fault, so the first is enough."""

    message: str
    hint: str
    meant: tuple[KeyPath, ...] = ()
    misplaced: frozenset[KeyPath] = frozenset()
    part: str = ""


def unknown_key(root: type[Record], path: KeyPath, data: object = None) -> Unknown:
    """The fault of the key at `path` in a record of the kind `root`; data: the whole record as it was read."""
    written, above = str(path[-1]), path[:-1]
    shown = excerpt(written)
    model = _model_at(root, above) or root
    if written in model.GONE:
        return Unknown(f"khóa “{written}” không dùng nữa", model.GONE[written])
    keys = _keys(model)
    indented = re.match(r"[^\S ]\s*", written)  # no-break spaces are no indentation: the key moved to the parent
    if indented:
        key = written.strip()
        return Unknown(
            f"thụt dòng bằng ký tự trông như dấu cách (U+{ord(written[0]):04X})",
            "Xóa khoảng trống đầu dòng rồi gõ lại bằng dấu cách thường.",
            ((*above, key),) if key in keys else (),
            frozenset(_below(root, key)),
        )
    plain = without_invisible(unicodedata.normalize("NFKC", written)).translate(_ALIKE).strip()
    if plain != written and plain in keys:
        strange = next((char for char in written if char not in plain), written[0])
        return Unknown(
            f"khóa “{plain}” có ký tự lạ (U+{ord(strange):04X}), trông giống mà không phải",
            f"Xóa cả khóa rồi gõ lại: “{plain}”.",
            ((*above, plain),),
        )
    glued = re.match(r"([a-z][a-z0-9_]*)\s*[:=：]", written)
    if glued and glued[1] in keys:
        hint = f"Viết “{glued[1]}: …”, mỗi khóa một dòng, sau dấu hai chấm có dấu cách."
        return Unknown(f"khóa “{shown}” không có trong mẫu", hint, ((*above, glued[1]),))
    dash = re.match(r"[-–—•*+]\s*([a-z][a-z0-9_]*)$", written)
    if dash and dash[1] in keys:
        hint = f"Mục của danh sách viết “- {dash[1]}: …”: dấu “-” rồi một dấu cách."
        return Unknown(f"khóa “{shown}” không có trong mẫu", hint, (above, (*above, dash[1])))
    if above and (part := _without_its_line(root, above, written, data)):
        return Unknown(
            f"khóa “{shown}” là của phần “{part}:”, mà không có dòng “{part}:” ở trên",
            f"Thêm dòng “{part}:” trước các khóa của phần ấy.",
            ((part,), above),
            part=part,
        )
    if places := _elsewhere(root, above, written):
        outside = [place for place in places if above[: len(place) - 1] == place[:-1]]
        if outside:
            hint = "Khóa này thuộc cấp ngoài: bớt thụt dòng cho thẳng cột với các khóa cấp ấy."
        else:
            names = " hoặc ".join(f"“{place[-2]}:”" for place in places[:3])
            hint = f"Khóa này thuộc phần {names}: thụt dòng vào dưới phần ấy."
        return Unknown(f"khóa “{shown}” nằm sai chỗ", hint, tuple(outside or places))
    near = suggest(written, list(keys))
    hint = near or f"Các khóa dùng được: {', '.join(list(keys)[:12])} …"
    meant = suggested_word(near)
    return Unknown(f"khóa “{shown}” không có trong mẫu", hint, ((*above, meant),) if meant else ())


def _elsewhere(root: type[Record], above: KeyPath, key: str) -> list[KeyPath]:
    """Paths at which `key` is valid: in the parts around its place, else in the parts right below it."""
    for end in range(len(above) - 1, -1, -1):
        if end and isinstance(above[end - 1], str) and _is_list(root, above[:end]):
            continue  # a list, not one of its items
        model = _model_at(root, above[:end])
        if model and key in _keys(model):
            return [(*above[:end], key)]
    here = _model_at(root, above)
    paths = []
    for spec in specs(here) if here else ():
        if spec.part and key in _keys(spec.part) and len(key) > 3:
            paths.append((*above, spec.key, key))
    return paths if len(paths) <= 2 else []


def _without_its_line(root: type[Record], above: KeyPath, key: str, data: object) -> str:
    """The part that requires `key` and is missing in `data`: its line was lost, so its keys moved to the parent."""
    values = data if isinstance(data, dict) else {}
    candidates = [
        spec.key
        for spec in specs(root)
        if spec.part and spec.required and spec.key not in values and key in _keys(spec.part) and spec.key != above[0]
    ]
    return candidates[0] if candidates and values else ""


def _below(model: type[Record], key: str, above: KeyPath = ()) -> list[KeyPath]:
    """Every path without indices at which `key` is valid, and the parts around it."""
    found = []
    for spec in specs(model):
        here = (*above, spec.key)
        if spec.key == key:
            found += [here[:end] for end in range(1, len(here) + 1)]
        elif spec.part and len(here) < 6:
            found += _below(spec.part, key, here)
    return found


def _is_list(root: type[Record], path: KeyPath) -> bool:
    spec = _spec_at(root, path)
    return spec is not None and spec.is_list


@cache
def _keys(model: type[Record]) -> dict[str, FieldSpec]:
    return {spec.key: spec for spec in specs(model)}


def _model_at(model: type[Record] | None, path: KeyPath) -> type[Record] | None:
    for part in path:
        if model is None or isinstance(part, int):
            continue
        spec = _keys(model).get(str(part))
        model = spec.part if spec else None
    return model


def _spec_at(root: type[Record], path: KeyPath) -> FieldSpec | None:
    parent = _model_at(root, path[:-1])
    return _keys(parent).get(str(path[-1])) if parent and path else None
