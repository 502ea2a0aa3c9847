"""Names of persons in texts that should state posts only."""

from __future__ import annotations

import re

from generator.checks._engine.surnames import SURE, USUAL

_CAPITAL = "[A-ZĐÁÂĂÊÔƠƯÚÝÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÙỦŨỤỨỪỬỮỰỲỶỸỴ]"
_CALLED = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Đđ]ồng chí|[Đđ][/.]c\.?|[AaCc]\.)"
    rf"\s*{_CAPITAL}\w*(?:\s+{_CAPITAL}\w*)*"
)
_NAMED = re.compile(rf"\b(?:{SURE})(?:\s+{_CAPITAL}\w*)+")
_WHOLE = re.compile(rf"(?:{USUAL})(?:\s+{_CAPITAL}\w*){{1,4}}")
_STREETS = ("đường", "phố", "ngõ", "trường", "nhà", "thôn", "khu")  # what may be named after a person


def named_person(text: str) -> str:
    """The first person named in a text, also in capitals only (NGUYỄN THỊ HOA); "" without one. A street of that name
    is none."""
    for pattern, said in ((_CALLED, text), (_NAMED, text), (_NAMED, _plain_case(text))):
        for found in pattern.finditer(said):
            before = said[: found.start()].lower().split()[-1:]
            if not before or before[0] not in _STREETS and not before[0][0].isdigit():
                return found[0].strip()
    return ""


def is_person(text: str) -> bool:
    """True if a text is nothing but a person's name."""
    return bool(_WHOLE.fullmatch(_plain_case(text.strip())))


def _plain_case(text: str) -> str:
    return text.title() if text.isupper() else text
