"""A record's file: its text with uniform line ends, and the conversion back to the bytes on disk."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from generator.loading.decoding import decode

BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\r|\n")


class Unreadable(Exception):
    """The bytes are not the text of a record; the message is that of the check."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """text: with `\\n` as the only line end and without byte-order mark; ends: the line end of each line as on disk."""

    text: str
    bom: bool = False
    ends: tuple[str, ...] = ()

    @classmethod
    def of(cls, raw: bytes) -> RecordText:
        """Decode the bytes of a file. Raises Unreadable."""
        text, problems = decode(raw, "")
        if text is None:
            raise Unreadable(problems[0].message)
        ends = _LINE_END.findall(raw.decode("utf-8")) if b"\r" in raw else ()
        return cls(text, raw.startswith(BOM), tuple(ends))

    def bytes_with(self, text: str) -> bytes:
        """`text` as bytes for the disk: lines that were there keep their line ends, new ones get the usual one."""
        return (BOM if self.bom else b"") + (self._with_ends(text) if self.ends else text).encode("utf-8")

    def _with_ends(self, text: str) -> str:
        usual = max(("\n", "\r\n", "\r"), key=self.ends.count)
        lines = text.split("\n")
        ends = [usual] * (len(lines) - 1) + [""]
        if len(set(self.ends)) > 1:
            before = [*self.ends, ""]
            matcher = difflib.SequenceMatcher(None, self.text.split("\n"), lines, autojunk=False)
            for _, old, old_end, new, new_end in matcher.get_opcodes():
                for at in range(min(old_end - old, new_end - new)):
                    if new + at < len(lines) - 1:
                        ends[new + at] = before[old + at] or usual
        return "".join(line + end for line, end in zip(lines, ends, strict=True))
