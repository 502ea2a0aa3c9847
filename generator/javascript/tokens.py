"""The tokens of a script: enough of its grammar to tell variables from properties (names.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)|(?P<name>\#?(?:[^\W\d]|\$)[\w$]*)|(?P<value>\.?\d[\w.]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |(?P<sign>\.\.\.|\?\.(?!\d)|=>|[-+*%&|^<>=!?~]+|[/(){}\[\];,.:])""",
    re.VERBOSE | re.DOTALL,
)
REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
# words of the language behind which a value, the brace of an object or a regular expression may stand
WORDS = frozenset(
    "await case const default delete else export extends import in instanceof let new of return throw typeof var void"
    " yield".split()
)
CLOSING = {")": "(", "]": "[", "}": "{"}


class UnreadableScriptError(Exception):
    """A script has a character or a bracket that is not understood."""


@dataclass(slots=True)
class Token:
    """kind: a group of TOKEN, or `template` for a part of one that ends with `${`; inside: place of the innermost
    bracket around it, -1 at the top; end: of an opening bracket the place of the closing one; role: of a brace
    `object`, `class` or `block`."""

    kind: str
    text: str
    inside: int = -1
    end: int = -1
    role: str = ""


class Tokens:
    """The tokens of `text` without its spaces and comments, which `joined` puts back. Raises UnreadableScriptError."""

    def __init__(self, text: str) -> None:
        self.all: list[Token] = []
        self.spaces: dict[int, str] = {}  # place -> what stands before that token
        self._open: list[int] = []
        at = 0
        while at < len(text):
            at = self._read(text, at)
        if self._open:
            raise UnreadableScriptError(f"không thấy dấu đóng của “{self.all[self._open[-1]].text[-20:]}”")

    def joined(self, changed: dict[int, str]) -> str:
        """The script with other texts of these tokens."""
        parts = [self.spaces.get(at, "") + changed.get(at, token.text) for at, token in enumerate(self.all)]
        return "".join(parts) + self.spaces.get(len(self.all), "")

    def behind(self, at: int) -> int:
        """The place behind a token, or behind the bracket that it opens."""
        return max(at, self.all[at].end) + 1

    def text(self, at: int) -> str:
        """The text of a token, "" behind the last one and before the first."""
        return self.all[at].text if 0 <= at < len(self.all) else ""

    def kind(self, at: int) -> str:
        """Its kind, likewise."""
        return self.all[at].kind if 0 <= at < len(self.all) else ""

    def role(self, at: int) -> str:
        """What the innermost bracket around it is, if it is a brace: see Token.role."""
        around = self.all[at].inside
        return self.all[around].role if around >= 0 else ""

    def _read(self, text: str, at: int) -> int:
        """Read the token at `at` of the text; returns the place behind it."""
        if text[at] == "`":
            return self._read_template(text, at, 1)
        match = REGEX.match(text, at) if text[at] == "/" and text[at : at + 2] not in ("//", "/*") else None
        if match and not self._divides():
            self._add("value", match[0])
            return match.end()
        match = TOKEN.match(text, at)
        if not match:
            raise UnreadableScriptError(f"chưa hiểu “{text[at : at + 20]}”")
        kind, found = match.lastgroup or "", match[0]
        if kind == "space":
            self.spaces[len(self.all)] = self.spaces.get(len(self.all), "") + found
        elif found in CLOSING:
            if not self._open or self.all[self._open[-1]].text[-1] != CLOSING[found]:
                raise UnreadableScriptError(f"dấu đóng thừa ở “{text[at : at + 20]}”")
            opened = self._open.pop()
            self.all[opened].end = len(self.all)
            self._add(kind, found)
            if self.all[opened].kind == "template":
                return self._read_template(text, match.end(), 0)
        else:
            role = self._role_of_brace() if found == "{" else ""
            self._add(kind, found, role)
            if found in CLOSING.values():
                self._open.append(len(self.all) - 1)
        return match.end()

    def _read_template(self, text: str, at: int, sign: int) -> int:
        """Read a part of a template up to the next `${` or its end; `sign` characters open it."""
        match = TEMPLATE.match(text, at + sign)
        if not match:
            raise UnreadableScriptError(f"chưa hiểu “{text[at : at + 20]}”")
        going_on = match[0].endswith("${")
        self._add("template" if going_on else "value", text[at : match.end()])
        if going_on:
            self._open.append(len(self.all) - 1)
        return match.end()

    def _add(self, kind: str, text: str, role: str = "") -> None:
        self.all.append(Token(kind, text, self._open[-1] if self._open else -1, role=role))

    def _divides(self) -> bool:
        """Whether a `/` here is a division: behind a value."""
        last = self.all[-1] if self.all else Token("sign", ";")
        if last.kind == "name":
            return last.text not in WORDS
        return last.kind == "value" or last.text in (")", "]", "}")

    def _role_of_brace(self) -> str:
        """What the brace that comes next opens, by what stands before it."""
        last = len(self.all) - 1
        if "class" in (self.text(last), self.text(last - 1)) or self.text(last - 1) == "extends":
            return "class"
        if self.kind(last) == "name":
            return "object" if self.text(last) in WORDS - {"else"} else "block"
        if self.text(last) == ";" and self._open and self.text(self._open[-1]) == "(":
            return "object"  # of the head of a for
        return "block" if self.text(last) in ("", ")", "=>", ";", "{", "}") else "object"
