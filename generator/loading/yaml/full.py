"""Full YAML through libyaml's events, with every error message written for editors. Imported only for texts that
generator/loading/yaml/fast.py does not support, so that plain files do not need PyYAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from generator.loading.decoding import BAD_CHARS
from generator.loading.yaml.error_messages import explain
from generator.loading.yaml.positions import MAX_DEPTH, Positions, YamlError
from generator.plain_data import Fields, Unchecked
from generator.problem import KeyPath

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML without libyaml: slower, same result
    from yaml import Loader as _Parser  # type: ignore[assignment]
EventParser: Any = _Parser  # the stubs lack the attributes of events

_PLAIN_NULLS = {"", "~", "null", "Null", "NULL"}
# line breaks for libyaml but not for editors: replaced by spaces to keep line numbers (TT-071 reports them)
_FOREIGN_LINE_ENDS = ("\x85", "\u2028", "\u2029")


def parse_full(text: str, positions: Positions | None = None) -> Unchecked:
    """Like parse.parse, for any text. Raises YamlError."""
    for char in _FOREIGN_LINE_ENDS:
        if char in text:
            text = text.replace(char, " ")
    try:
        return _Builder(text, positions).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(*explain(str(error.problem or error.context or ""), text, *place, _fails)) from None
    except yaml.reader.ReaderError as error:
        message = f"ký tự điều khiển U+{error.character:04X} không được dùng"
        raise YamlError("TT-002", *_place(text, chr(error.character)), message, "Xóa ký tự này.") from None
    except UnicodeEncodeError as error:  # half a pair of surrogates, which no file holds but a program may send
        message = f"nửa ký tự U+{ord(text[error.start]):04X} không được dùng"
        raise YamlError("TT-002", *_place(text, text[error.start]), message, "Xóa ký tự này.") from None


def _fails(text: str) -> int:
    """The line at which parsing `text` fails, 0 if it succeeds."""
    try:
        _Builder(text, None).document()
    except YamlError as error:
        return error.line
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line + 1 if mark else 1
    except yaml.reader.ReaderError as error:
        return _place(text, chr(error.character))[0]
    return 0


def _place(text: str, char: str) -> tuple[int, int]:
    """The line and column of the first `char`. libyaml's own position counts bytes, PyYAML's characters; both stop at
    the first character of a kind that they refuse."""
    at = max(text.find(char), 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class _Builder:
    def __init__(self, text: str, positions: Positions | None) -> None:
        self.next: Callable[[], Any] = EventParser(text).get_event
        self.positions = positions
        self.depth = 0

    def document(self) -> Unchecked:
        self.next()  # stream start
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        data = self.value(self.next(), ())
        self.next()  # document end
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _fault("TT-004", event, "tệp có nhiều tài liệu YAML (dấu ---)", "Giữ một tài liệu trong một tệp.")
        return data

    def value(self, event: Any, path: KeyPath) -> Any:
        kind = type(event)
        if event.anchor is not None or (event.tag is not None and event.tag != "!"):
            sign = "*" if kind is yaml.AliasEvent else "!" if event.anchor is None else "&"
            message = f"giá trị bắt đầu bằng dấu “{sign}”, dấu này có nghĩa riêng trong YAML"
            raise _fault("TT-006", event, message, 'Nếu là chữ, để cả giá trị trong dấu ngoặc kép: "…".')
        if self.positions is not None:
            mark = event.start_mark
            self.positions.values[path] = (mark.line + 1, mark.column + 1)
        if kind is yaml.ScalarEvent:
            if event.style == '"' and (bad := BAD_CHARS.search(event.value)):  # written as an escape, "\\0"
                raise _fault("TT-002", event, f"ký tự điều khiển U+{ord(bad[0]):04X} không được dùng", "Xóa ký tự này.")
            return None if event.implicit[0] and event.value in _PLAIN_NULLS else event.value
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _fault("TT-007", event, f"lồng quá sâu (hơn {MAX_DEPTH} tầng)", "Xem lại thụt dòng và các dấu ngoặc.")
        data = self.mapping(path) if kind is yaml.MappingStartEvent else self.sequence(path)
        self.depth -= 1
        return data

    def mapping(self, path: KeyPath) -> Fields:
        data: Fields = {}
        get = self.next
        while True:
            event = get()
            kind = type(event)
            if kind is yaml.MappingEndEvent:
                return data
            if kind is not yaml.ScalarEvent:
                if kind is yaml.AliasEvent:
                    raise _fault("TT-006", event, "khóa bắt đầu bằng dấu “*”", "Bỏ dấu *.")
                raise _fault(
                    "TT-008",
                    event,
                    "khóa phải là một từ, không phải danh sách hay bảng",
                    "Nếu là chữ, hãy để trong dấu ngoặc kép.",
                )
            key = event.value
            if event.anchor is not None:
                raise _fault("TT-006", event, "khóa bắt đầu bằng dấu “&”", "Bỏ dấu &.")
            if key in data:
                raise _fault("TT-005", event, f"khóa “{key[:60]}” đã có ở trên", "Giữ một lần; gộp nội dung nếu cần.")
            here = (*path, key)
            if self.positions is not None:
                mark = event.start_mark
                self.positions.keys[here] = (mark.line + 1, mark.column + 1)
            data[key] = self.value(get(), here)

    def sequence(self, path: KeyPath) -> list[Unchecked]:
        data: list[Unchecked] = []
        get = self.next
        while True:
            event = get()
            if type(event) is yaml.SequenceEndEvent:
                return data
            data.append(self.value(event, (*path, len(data))))


def _fault(id: str, event: Any, message: str, hint: str) -> YamlError:
    mark = event.start_mark
    return YamlError(id, mark.line + 1, mark.column + 1, message, hint)
