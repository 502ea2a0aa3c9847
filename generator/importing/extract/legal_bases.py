"""Extracts the numbers of legal documents from source texts, with the name given for each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.importing.code_lists import BODIES, LAW_KINDS
from generator.importing.draft_record import LawFacts
from generator.importing.text_cleaning import line

_BODY = "|".join(sorted(BODIES, key=len, reverse=True))
_SUFFIX = "|".join(
    sorted((f"{kind}-{body}" for kind in LAW_KINDS for body in [*BODIES, "UBND", "HĐND"]), key=len, reverse=True)
)
# A number is often joined to the next word (“134/2016/NĐ-CPQuy định”): known suffixes are tried first, then capitals
# that do not start a word.
_NUMBER = re.compile(
    rf"(?P<run>\d{{1,8}})\s?/\s?(?P<year>(?:19|20)\d\d\s?/\s?)?(?P<tail>(?:{_SUFFIX})(?:-(?:{_BODY}))*|(?:UBTV)?QH(?:1[0-6]|[7-9])"
    r"|TTLT(?:-[A-ZĐ]{2,8})+(?![a-zà-ỹ])|[A-ZĐ]{2,4}-[A-ZĐ]{2,8}(?:-[A-ZĐ]{2,8})*(?![a-zà-ỹ]))"
)


class NumberMatch(NamedTuple):
    """A document number in a text, with its start and end offsets."""

    number: str
    start: int
    end: int


def find_numbers(text: str) -> Iterator[NumberMatch]:
    """Yield every document number. A year joined to its front is removed: “ngày 18/01/202431/2024/QH15”."""
    for match in _NUMBER.finditer(text):
        run, year = match["run"], re.sub(r"\D", "", match["year"] or "")
        if re.match(r"(?:19|20)\d\d\d", run):
            run = run[4:]
        run = run[-3:] if year else run[-5:]
        number = "/".join(part for part in (run, year, match["tail"]) if part)
        yield NumberMatch(number, match.end("run") - len(run), match.end())


def number_in(value: Any) -> str:
    """The first document number in a text, without spaces; "" when there is none."""
    return next((found.number for found in find_numbers(_tidy(value))), "")


def numbers_in(value: Any) -> list[str]:
    """All document numbers in a text, in order, without duplicates."""
    return list(dict.fromkeys(found.number for found in find_numbers(_tidy(value))))


def split_glued(value: str) -> tuple[list[LawFacts], list[str]]:
    """Split a “name, number” table whose cell borders were lost: (documents, texts without a number).

    A number joined to the text before or after it ends its row; a number inside a name has spaces or punctuation
    around it. The same number twice in a row is the one in the name and the one in the cell.
    """
    text = _tidy(value).removeprefix("Tên văn bản pháp lýMã văn bản")
    found: dict[str, LawFacts] = {}
    rest: list[str] = []
    start = 0
    for number, begin, end in find_numbers(text):
        glued_before = begin > start and text[begin - 1].isalnum()
        if text[end : end + 1] in tuple(' ,;.)”"’/:') and not glued_before:
            continue
        name = _name(text[start:begin])
        start = end
        if number in found:
            if len(name) > len(found[number].name):
                found[number].name = name
        else:
            found[number] = LawFacts(number, name)
    tail = text[start:].strip(" .;")
    if tail:
        cited = numbers_in(tail)
        for number in cited:
            found.setdefault(number, LawFacts(number, _name(tail)))
        if not cited:
            rest.append(tail)
    return list(found.values()), rest


def _name(text: str) -> str:
    return re.sub(
        r"(?<!\s)\s*+(?:(?:Luật|Nghị định|Thông tư|Nghị quyết|Quyết định)\s*+)?số\s*+$",
        "",
        line(text),
        flags=re.IGNORECASE,
    ).strip(" ,;.")


def _tidy(value: Any) -> str:
    return re.sub(r"(?<=/)NÐ|(?<=/)ND(?=-CP)", "NĐ", line(value)).replace("QÐ-", "QĐ-").replace("–", "-")
