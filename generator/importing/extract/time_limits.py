"""Parses time limits: a number with a unit, or a sentence that states exactly one; anything else is kept as text.

NĐ 63/2010 Đ8 k2 đ requires a number with a unit. A sentence is parsed only when it states nothing else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing.text_cleaning import line, text_or_empty
from generator.plain_data import Fields, Unchecked
from generator.schema.values import UNKNOWN, UNLIMITED
from generator.text.folding import fold
from generator.text.number_words import NUMBERS

API_UNITS = {
    "WORKING_DAY": "ngày làm việc", "DAY": "ngày", "WORKING_HOUR": "giờ làm việc", "HOUR": "giờ",
    "MONTH": "tháng", "YEAR": "năm",
}  # fmt: skip
UNITS = ("ngày làm việc", "giờ làm việc", "ngày", "giờ", "tháng", "năm")
_UNIT = "|".join(UNITS)
_SENTENCE = re.compile(
    rf"(?:thời (?:hạn|gian)(?: giải quyết| thực hiện)?\s*+(?::\s*+)?)?(?:là\s++)?"
    rf"(?:(?:trong|trong vòng|trong thời (?:hạn|gian)|không quá|tối đa|chậm nhất)\s++)*"
    rf"(?:là\s++)?(?P<number>\d{{1,3}})\s*+(?:\((?P<spelt>[^\W\d_]+(?: [^\W\d_]+){{0,3}})\)\s*+)?(?P<unit>{_UNIT})"
    r"(?P<tail>,?\s++(?:kể\s++|tính\s++)?từ\s++(?:khi|ngày|thời điểm)[^.;:,\d]{0,120}"
    r"|,?\s++sau khi nhận[^.;:,\d]{0,80})?\s*+[.;]?",
    re.IGNORECASE,
)
# “05 ngày (làm việc)”, “năm (05) ngày”, “05 ngày (kể từ ngày nhận đủ hồ sơ)”
_BRACKETED = re.compile(
    r"(?P<day>ngày|giờ) \((?P<work>làm việc)\)"
    r"|(?<![^\W\d_])(?P<word>[^\W\d_]++(?: [^\W\d_]++){0,2}) \((?P<number>\d{1,3})\)(?= (?:ngày|giờ|tháng))"
    r"|\((?P<tail>(?:kể|tính) từ (?:khi|ngày|thời điểm)[^()]{0,120})\)(?=[.;]?$)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d ?(?:\([^)]{1,20}\) ?)?(?:ngày|giờ|tháng|năm|phút|tuần)|(?:ngay|trong) (?:trong )?(?:ngày|buổi)|ngay sau",
    re.IGNORECASE,
)
MAX_LETTERS = 160  # letters of a sentence without a time that is kept as a limit, such as “Theo quy định …”
_NONE = {"khong quy dinh", "khong quy dinh thoi han", "khong quy dinh thoi han giai quyet", "khong gioi han thoi gian"}


class DraftTimeLimit(NamedTuple):
    """value: as in the YAML (None: not stated in the source); reason: what is uncertain, "" when nothing is."""

    value: Fields | str | None
    reason: str = ""


def from_parts(number: Unchecked, unit: str, description: str = "") -> DraftTimeLimit:
    """Convert a limit given as number and unit (API). A text instead of a number is parsed as a sentence."""
    if isinstance(number, str) and not re.fullmatch(r"\s*\d+\s*", number):
        if fold(line(number)).strip(" .") == "theo mo ta":
            number = description
        return from_sentence(number)
    try:
        amount = int(number)
    except (TypeError, ValueError, OverflowError):
        fraction = line(number).replace(".", ",")
        return (
            _text(f"{fraction} {API_UNITS.get(unit, '')}", "thời hạn không phải số nguyên")
            if number is not None
            else DraftTimeLimit(None)
        )
    if amount != number and isinstance(number, float):
        return _text(f"{number:g}".replace(".", ",") + f" {API_UNITS.get(unit, '')}", "thời hạn không phải số nguyên")
    if amount > 9_999:
        return _text(f"{str(amount)[:40]} {API_UNITS.get(unit, '')}", "thời hạn có con số không thể có thật")
    if amount <= 0:
        if description:
            return from_sentence(description)
        return DraftTimeLimit(UNKNOWN, "thời hạn ghi 0 mà không giải thích")
    if unit in API_UNITS:
        return DraftTimeLimit({"so": amount, "don_vi": API_UNITS[unit]})
    return DraftTimeLimit(
        {"so": amount, "nguyen_van": f"{amount} (nguồn không ghi đơn vị)"}, "thời hạn có số mà không có đơn vị"
    )


def from_sentence(value: str) -> DraftTimeLimit:
    """Parse a limit written in words, only when the whole sentence is one limit; otherwise it is kept as text."""
    sentence = line(text_or_empty(value))
    if not sentence:
        return DraftTimeLimit(None)
    if fold(sentence).strip(" .") in _NONE:
        return DraftTimeLimit(UNLIMITED)
    match = _SENTENCE.fullmatch(_BRACKETED.sub(_plainer, sentence))
    if match and match["spelt"] and NUMBERS.get(match["spelt"].lower(), int(match["number"])) != int(match["number"]):
        return _text(sentence, "thời hạn ghi bằng số và bằng chữ khác nhau")
    if match and int(match["number"]) > 0:
        limit: Fields = {"so": int(match["number"]), "don_vi": match["unit"].lower()}
        tail = (match["tail"] or "").strip(" ,")
        if tail:
            limit["ghi_chu"] = f"{tail[:1].upper()}{tail[1:]}."
        return DraftTimeLimit(limit)
    if re.fullmatch(r"\d{1,3}", sentence):
        return from_parts(int(sentence), "")
    if len(sentence) > MAX_LETTERS and not _TIME.search(sentence):
        return DraftTimeLimit(UNKNOWN, "phần thời hạn ở nguồn là đoạn văn không có thời gian nào")
    return _text(sentence, "thời hạn viết thành câu, chưa tách được số và đơn vị")


def _plainer(found: re.Match[str]) -> str:
    """What stands in brackets as it is written without them; a number that its word contradicts stays as it is."""
    if found["work"]:
        return f"{found['day']} {found['work']}"
    if found["tail"]:
        return found["tail"]
    *before, word = found["word"].split()
    for count in range(len(before), -1, -1):
        spelt = " ".join([*before[len(before) - count :], word])
        if NUMBERS.get(spelt.lower()) == int(found["number"]):
            return " ".join([*before[: len(before) - count], found["number"]])
    return found[0]


def _text(value: str, reason: str) -> DraftTimeLimit:
    return DraftTimeLimit({"nguyen_van": line(value)}, reason)


def differs(limit: object, note: str) -> str:
    """The time that a channel's own text states, when it is another than `limit`; else ""."""
    stated = re.search(
        rf"(?:không quá|trong thời hạn|thời hạn(?: giải quyết)?:?)\s+(\d{{1,3}}(?:[.,]5)?)\s*({_UNIT})", note, re.I
    )
    if not stated or not isinstance(limit, dict):
        return ""
    mine = re.match(r"\d+(?:,5)?", str(limit.get("so") or limit.get("nguyen_van", "")))
    number = stated[1].replace(".", ",").lstrip("0")
    return "" if not mine or mine[0] == number else f"{number} {stated[2].lower()}"
