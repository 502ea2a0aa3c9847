"""The parser of the command line, which speaks Vietnamese: what argparse says in English of itself comes from here."""

from __future__ import annotations

import argparse
import os
import unicodedata
from collections.abc import Iterable
from typing import Any, NoReturn

# argparse's own texts → ours. It looks each of them up with gettext; a catalogue file would depend on the locale.
TEXTS = {
    "usage: ": "cách gọi: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "argument %(argument_name)s: %(message)s": "“%(argument_name)s”: %(message)s",
    "the following arguments are required: %s": "còn thiếu: %s",
    "one of the arguments %s is required": "cần một trong các tùy chọn: %s",
    "not allowed with argument %s": "không đi cùng “%s”; chọn một trong hai",
    "ignored explicit argument %r": "tùy chọn này không nhận giá trị; bỏ phần “%s”",
    "expected one argument": "thiếu giá trị đi sau",
    "expected at most one argument": "chỉ nhận một giá trị",
    "expected at least one argument": "thiếu giá trị đi sau, cần ít nhất một",
    "expected %s argument": "cần đúng %s giá trị",
    "expected %s arguments": "cần đúng %s giá trị",
    "ambiguous option: %(option)s could match %(matches)s": "“%(option)s” chưa rõ là tùy chọn nào: %(matches)s",
    "invalid %(type)s value: %(value)r": "giá trị “%(value)s” không dùng được",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
}
vars(argparse).update(  # before its first use; argparse has no other way in
    _=lambda text: TEXTS.get(text, text), ngettext=lambda one, many, count: TEXTS.get(many, many)
)


class CommandParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are Vietnamese and suggest the word that was probably meant."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help="in cách dùng rồi dừng")

    def refuse_rest(self, words: list[str]) -> NoReturn:
        """End the program because of words that no option or argument of the command takes."""
        options = [name for action in self._actions for name in action.option_strings]
        unknown = next((word for word in words if word.startswith("-")), None)
        if unknown is None:
            self.error(f"thừa tham số: {' '.join(words)}")
        self.error(f"không có tùy chọn “{unknown}”{_hint(unknown.partition('=')[0], options)}")

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """argparse calls it for each word. Words are composed, as a Mac does not write them; names of files are not. A
        shell leaves `~` in `--out=~/site`: nobody wants a folder of that name."""
        if arg_string.startswith("~/"):
            arg_string = os.path.expanduser(arg_string)
        if action.type is None and not os.path.lexists(arg_string):
            arg_string = unicodedata.normalize("NFC", arg_string)
            # bytes of another encoding; the parser of all commands sees every word before the command's own does
            if action.nargs != argparse.PARSER and any("\ud800" <= char <= "\udfff" for char in arg_string):
                raise argparse.ArgumentError(
                    action, "không phải văn bản UTF-8; gõ lại, hoặc đổi bảng mã của cửa sổ lệnh"
                )
        return super()._get_value(action, arg_string)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """argparse calls it for each value; its own message quotes like Python."""
        if action.choices is not None and value not in action.choices:
            choices = list(map(str, action.choices))
            hint = _hint(str(value), choices) or f"; chọn một trong: {', '.join(choices)}"
            raise argparse.ArgumentError(action, f"không có “{value}”{hint}")


def whole_number(text: str) -> int:
    """An option's number from 1 up; argparse reports others."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” phải là số nguyên từ 1 trở lên")
    return int(text)


def _hint(word: str, choices: Iterable[str]) -> str:
    from generator.text.suggestions import suggest

    found = suggest(word, list(choices))
    return found and f". {found}"
