"""Extracts the numbers of legal documents from source texts, with the name given for each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.importing.code_lists import BODIES, LAW_KINDS
from generator.importing.draft_record import LawFacts
from generator.importing.text_cleaning import line
from generator.plain_data import Unchecked

_BODY = "|".join(sorted(BODIES, key=len, reverse=True))
_SUFFIX = "|".join(
    sorted((f"{kind}-{body}" for kind in LAW_KINDS for body in [*BODIES, "UBND", "HĐND"]), key=len, reverse=True)
)
# A number is often joined to the next word (“134/2016/NĐ-CPQuy định”): known suffixes are tried first, then capitals
# that do not start a word. Real forms: 66.7/2025/NQ-CP, 24a/2016/NĐ-CP, 36/2009/PL-UBTVQH12, 2171/QĐ-UBND-DatDai,
# 163/QĐ-BNV-CCHC, 1234/QĐ-UBND.HC, 01/2021/TTLT/BTP-BTC, 158/HĐBT, 87-CP.
_FURTHER = (
    r"(?:-C\d\d(?!\d)|[-/][A-ZĐ&]{2,9}(?![a-zà-ỹ])|(?<=UBND)\.[A-ZĐ]{2,3}(?![^\W_])|-(?:[A-Z][a-z]+){2}(?![a-zà-ỹ])"
    r"|\([A-ZĐ]{2,4}\))*"
)
_NUMBER = re.compile(
    rf"(?P<run>\d{{1,8}}(?:\.\d{{1,3}})?[a-zđ]?)\.?\s?/\s?(?P<year>(?:19|20)\d\d\s?/\s?)?"
    rf"(?P<tail>(?:{_SUFFIX})(?:-(?:{_BODY}))*(?:(?<=UBTVQH)(?:1[0-6]|[7-9]))?{_FURTHER}"
    r"|(?:UBTV)?QH(?:1[0-6]|[7-9])|TTLT[-/][A-ZĐ]{2,8}(?:-[A-ZĐ&]{2,9})*(?![a-zà-ỹ])"
    r"|(?:HĐBT|SL|TTg)(?![^\W_])"
    r"|[A-ZĐ]{2,4}r?-[A-ZĐ]{2,8}(?:-[A-ZĐ]{2,8})*(?![a-zà-ỹ]))"
    r"|(?P<old>(?<![\w./-])\d{1,4}-(?:CP|TTg|HĐBT))(?![^\W_]|/)"
)
_SIGN = re.compile(r"/(?=\s?[12A-ZĐ])|(?<=\d)-(?=CP|TTg|HĐBT)")
_LONGEST_RUN = 15  # eight digits, a dot and three more, a letter, a dot, a space
_GLUED_YEAR = re.compile(r"(?:19|20)\d\d(?:(?=\d)|\.(?=\d))")
_BEFORE = re.compile(r"(?<![\d/])\d{1,4}/$")  # “46/20023/NĐ-CP” is kept whole, although mistyped
_MISTYPED = re.compile(r"(?<=/)N(?:Ð|D(?=-CP))")  # with an eth, without a stroke
_SPACED = re.compile(r"(?<=/[A-ZĐ]{2})\s?-\s?(?=[A-ZĐ]{2})")  # “111/2020/NĐ -CP”
_WHOLE = re.compile(r"[^\s\d]*+\d[^\s/]*+/\S+")


class NumberMatch(NamedTuple):
    """A document number in a text, with its start and end offsets."""

    number: str
    start: int
    end: int


def find_numbers(text: str) -> Iterator[NumberMatch]:
    """Yield every document number. A year joined to its front is removed: “ngày 18/01/202431/2024/QH15”; a number is
    never cut otherwise."""
    for match in _matches(text):
        if match["old"]:
            yield NumberMatch(match["old"], match.start(), match.end())
            continue
        run, year = match["run"], re.sub(r"\D", "", match["year"] or "")
        glued = _GLUED_YEAR.match(run)
        if glued and (len(run) > (4 if year else 5)):
            run = run[glued.end() :]
        elif before := _BEFORE.search(text, max(0, match.start() - 5), match.start()):
            if year and run.isdecimal() and 1 <= int(run) <= 12:
                continue  # a day with a sign after it: “80/2021/TT-BTC ngày 29/9/2021/TT-BTC”
            run = before[0] + run
        number = "/".join(part for part in (run, year, match["tail"]) if part)
        yield NumberMatch(number, match.end("run") - len(run), match.end())


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_NUMBER`, tried only close before a sign that every number has: texts may be full of digits."""
    start = 0
    for sign in _SIGN.finditer(text):
        # The run before the sign has no other one in it.
        for at in range(max(start, sign.start() - _LONGEST_RUN), sign.start()):
            if text[at].isdecimal() and (match := _NUMBER.match(text, at)):
                yield match
                start = match.end()
                break
        start = max(start, sign.end())


def cut_number(value: object) -> bool:
    """True if a cell that holds only a document number was not understood as a whole."""
    text = _tidy(value).rstrip(".;,")
    return bool(_WHOLE.fullmatch(text)) and number_in(text) != re.sub(r"(?<=\d)\.(?=/)", "", text)


def from_rows(rows: list[Unchecked]) -> tuple[list[LawFacts], list[str]]:
    """(documents, texts without a number) of table rows with “so ky hieu” and “ten”."""
    found: dict[str, LawFacts] = {}
    rest: list[str] = []
    for row in rows:
        code, name = (line(row.get(key)) if isinstance(row, dict) else "" for key in ("so ky hieu", "ten"))
        number = number_in(code) or number_in(name)
        if number:
            found.setdefault(number, LawFacts(number, _name(name)))
        elif code or name:
            rest.append(" – ".join(filter(None, (code, name))))
    return list(found.values()), rest


def number_in(value: object) -> str:
    """The first document number in a text, without spaces; "" when there is none."""
    return next(iter(_numbers(line(value))), "")


def numbers_in(value: object) -> list[str]:
    """All document numbers in a text, in order, without duplicates."""
    return list(_numbers(line(value)))


@lru_cache(maxsize=200)  # a cell is parsed whole, then by pieces, which are often the same
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.number for found in find_numbers(_tidied(text))))


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


def _tidy(value: object) -> str:
    return _tidied(line(value))


def _tidied(text: str) -> str:
    if "/" not in text:
        return text.replace("QÐ-", "QĐ-").replace("–", "-")
    text = _MISTYPED.sub("NĐ", text).replace("QÐ-", "QĐ-").replace("–", "-")
    return _SPACED.sub("-", text)
