"""Messages for two audiences: who edits a file reads keys and YAML, who fills in the form reads the labels of fields.

A message names a field with `field("le_phi")`; where the words must differ, `either(file, form)` states both. Such
parts are marked in the text: `for_file` and `for_form` leave what one of the two reads."""

from __future__ import annotations

import re
from collections.abc import Callable

_FILE, _FORM, _END, _LABEL = "\x0e", "\x1f", "\x0f", "\x11"  # texts of records have no such characters
_MARKED = re.compile(r"\x0e([^\x0e\x0f\x1f]*)\x1f([^\x0e\x0f\x1f]*)\x0f")
_LABELLED = re.compile(r"\x11([^\x11]*)\x11")
_BETWEEN = "\x1e"  # message and hint


def either(file: str, form: str) -> str:
    """A part of a message that reads otherwise on the form. form: may contain `label`; neither may be nested."""
    return f"{_FILE}{file}{_FORM}{form}{_END}"


def label(key: str) -> str:
    """In the words for the form: the label of the field at `key`, in quotation marks."""
    return f"{_LABEL}{key}{_LABEL}"


def field(key: str, quoted: bool = False) -> str:
    """A field: in a file its key (quoted: in quotation marks), on the form its label. key: of the part that the message
    is about, or of any in the record; “hieu_luc.den” is a field in a part."""
    return either(f"“{key}”" if quoted else key, label(key))


BY_COMMAND = "Người phụ trách kỹ thuật sửa được bằng một lệnh (tthc fix)."  # on the form


def fixed_by_command(what: str) -> str:
    """The hint of what `tthc fix` mends. what: “để bỏ” …, as it follows the command."""
    return either(f"Chạy tthc fix {what}.", BY_COMMAND)


TRUE, FALSE = either("true", "có"), either("false", "không")


def for_file(text: str) -> str:
    """The text as who edits the file reads it."""
    return _MARKED.sub(r"\1", text) if _FILE in text else text


def for_form(text: str, label_of: Callable[[str], str]) -> str:
    """The text as who fills in the form reads it. label_of: the label of a key."""
    if _FILE not in text:
        return text
    return _LABELLED.sub(lambda found: label_of(found[1]), _MARKED.sub(r"\2", text))


def joined(message: str, hint: str) -> str:
    """The marked message and hint as one text, to be kept beside those for the file; "" if these are all there is."""
    return f"{message}{_BETWEEN}{hint}" if _FILE in message or _FILE in hint else ""


def by_audience(message: str, hint: str) -> tuple[str, str, str]:
    """(message, hint) for the file, and both for the form as `joined`."""
    return for_file(message), for_file(hint), joined(message, hint)


def parted(text: str) -> tuple[str, str]:
    """The message and the hint of a `joined` text."""
    message, _, hint = text.partition(_BETWEEN)
    return message, hint
