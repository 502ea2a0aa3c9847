"""Validates plain data. Values that do not fit are reported in Vietnamese and dropped, the rest is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.loading.suggestions import suggest_value
from generator.loading.unknown_keys import unknown_key
from generator.plain_data import Unchecked
from generator.problem import KeyPath
from generator.schema.key_order import spec_at
from generator.schema.record import FieldSpec, Record, specs
from generator.text.excerpts import excerpt

MAX_FAULTS = 200  # per record
Fault = tuple[KeyPath, str, str, str]  # path, id, message, hint


def validate_record(model: type[Record], data: object) -> tuple[Record | None, list[Fault]]:
    """Validate `data`; return the record made of all valid values, and the faults of the others."""
    from pydantic_core import ValidationError

    faults: list[Fault] = []
    if not isinstance(data, dict):
        return None, [((), "TT-010", "phải là các dòng “khóa: giá trị”", "Xem mẫu trong sổ tay biên tập.")]
    for round in range(6):
        try:
            return model.model_validate(data), faults
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if round == 0:
                data = _copy(data)
                faults = _faults(model, errors, data)
            for path in sorted((_path(item["loc"]) for item in errors), key=_place, reverse=True):
                _drop_path(data, path, keep_place=round == 0)
    return None, faults


def _faults(model: type[Record], errors: list[Any], data: object) -> list[Fault]:
    """The faults in words; at most MAX_FAULTS of them, then the count of the rest."""
    relevant = [item for item in errors if not _blank_list(model, item)]
    faults = [_fault(model, item, data) for item in relevant[:MAX_FAULTS]]
    if len(relevant) > MAX_FAULTS:
        faults.append(
            (
                (),
                "TT-010",
                f"và {len(relevant) - MAX_FAULTS} chỗ khác chưa đúng dạng",
                "Có thể đây không phải loại hồ sơ này; xem mẫu trong sổ tay biên tập.",
            )
        )
    return faults


def _blank_list(model: type[Record], error: Any) -> bool:
    """True for a required list that is blank: TT-020 reports it, with the article."""
    spec = spec_at(model, _path(error["loc"])) if error["type"] == "list_type" and error.get("input") is None else None
    return spec is not None and spec.required


def _path(loc: KeyPath) -> KeyPath:
    return tuple(part for part in loc if not (isinstance(part, str) and part.startswith("@")))


def _place(path: KeyPath) -> list[tuple[int, int, str]]:
    """Sort key with indices as numbers, so that the last item of a list is removed first and no other item moves."""
    return [(0, part, "") if isinstance(part, int) else (1, 0, str(part)) for part in path]


def _copy(data: object) -> Unchecked:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(value) for value in data] if isinstance(data, list) else data


def _drop_path(data: Unchecked, path: KeyPath, keep_place: bool) -> None:
    """Remove the value at `path`. In a list its slot is kept at first, so that the positions of the rest stay valid."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1] if path else None
    if isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        if keep_place:
            data[last] = {} if isinstance(data[last], dict) else ""
        else:
            del data[last]


def _fault(model: type[Record], error: Any, data: Any) -> Fault:
    path, kind = _path(error["loc"]), error["type"]
    context = error.get("ctx") or {}
    shown = _show(error.get("input"))
    if kind == "extra_forbidden":
        unknown = unknown_key(model, path, data)
        return path, "TT-011", unknown.message, unknown.hint
    if kind in {"literal_error", "union_tag_invalid"} and error.get("input") is not None:
        allowed = list(_allowed(context.get("expected") or context.get("expected_tags") or ""))
        hint = suggest_value(shown, allowed, _spec_at(model, path))
        return path, "TT-012", f"“{shown}” không phải giá trị được dùng", hint
    if kind in {"ngay", "so_nguyen", "co_khong"}:
        return (
            path,
            {"ngay": "TT-013", "so_nguyen": "TT-014", "co_khong": "TT-015"}[kind],
            context["message"],
            context["hint"],
        )
    if error.get("input") is None:
        return path, "TT-010", "để trống", "Điền giá trị, hoặc xóa cả dòng."
    wanted = {
        "list_type": ("phải là danh sách", "Viết mỗi mục trên một dòng, bắt đầu bằng “- ”."),
        "noi_ro": ("phải là danh sách hoặc một từ nói rõ", "Viết danh sách, hoặc “không”, hoặc “chưa rõ”."),
        "string_type": ("phải là một đoạn chữ", "Xem lại thụt dòng; để chữ trong dấu ngoặc kép nếu có dấu hai chấm."),
        "model_type": ("phải gồm các dòng “khóa: giá trị”", "Xem mẫu trong sổ tay biên tập."),
        "dict_type": ("phải gồm các dòng “khóa: giá trị”", "Xem mẫu trong sổ tay biên tập."),
    }
    message, hint = wanted.get(kind, ("giá trị chưa đúng dạng", "Xem mẫu trong sổ tay biên tập."))
    return path, "TT-010", f"{message}, đang là “{shown}”", hint


def _allowed(expected: str) -> Iterator[str]:
    return (match for match in re.findall(r"'([^']*)'", expected) if not match.startswith("@"))


def _show(value: object) -> str:
    if isinstance(value, dict):
        return "một bảng"
    if isinstance(value, list):
        return "một danh sách"
    return excerpt(str(value))


def _spec_at(model: type[Record], path: KeyPath) -> FieldSpec | None:
    keys = [part for part in path if isinstance(part, str)]
    parent = _model_at(model, tuple(keys[:-1]))
    return next((spec for spec in specs(parent) if spec.key == keys[-1]), None) if parent and keys else None


def _model_at(model: type[Record] | None, path: KeyPath) -> type[Record] | None:
    for part in path:
        if model is None or isinstance(part, int):
            continue
        model = next((spec.part for spec in specs(model) if spec.key == part), None)
    return model
