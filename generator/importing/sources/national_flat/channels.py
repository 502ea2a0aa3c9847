"""Parses the table “Cách thức thực hiện” after its cell borders were lost: rows are joined “channel, time, fee”."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing import code_lists, text_cleaning
from generator.importing.extract.channels import DraftChannel
from generator.importing.extract.fees import DraftFee, fee
from generator.importing.extract.time_limits import DraftTimeLimit, from_parts, from_sentence
from generator.plain_data import Unchecked
from generator.schema.values import UNKNOWN
from generator.text.folding import fold

_HEADER = re.compile(r"^\s*Hình thức nộp\s*(?:Thời gian|Thời hạn(?: giải quyết)?)\s*Phí,? lệ phí\s*Mô tả\s*")
_KIND = "Trực tuyến|Trực tiếp|Dịch vụ bưu chính"
_UNITS = {
    "ngày làm việc": "WORKING_DAY",
    "ngày": "DAY",
    "giờ làm việc": "WORKING_HOUR",
    "giờ": "HOUR",
    "tháng": "MONTH",
    "năm": "YEAR",
}
_UNIT = "Ngày làm việc|Giờ làm việc|Ngày|Giờ|Tháng|Năm"
_CURRENCY = "VNĐ|Việt Nam Đồng|USD|EUR"
_AMOUNT = r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0"
_MONEY = re.compile(
    rf"(?P<free>Miễn phí)|(?P<none>Không có thông tin)|(?P<amount>{_AMOUNT})\s*(?P<currency>{_CURRENCY})"
)
_ROW = re.compile(
    rf"(?P<kind>{_KIND})\s?(?:(?P<number>\d{{1,3}}(?:[.,]\d)?)\s(?P<unit>{_UNIT})|(?P<none>Không có thông tin)"
    rf"|(?P<glued>\d{{1,3}})(?=Miễn phí|Không có thông tin|\(|$|(?:{_KIND}))|(?P<money>\d[\d,]*)\s?(?=(?:{_CURRENCY}))"
    rf"|(?P<words>(?=[A-ZĐÁÀÂĂÊÍÔƠƯ])(?:(?!{_KIND}|Miễn phí|Không có thông tin)[^\n]){{3,300}}?)"
    rf"(?=Miễn phí|Không có thông tin))"
)


class ChannelSplit(NamedTuple):
    """channels: the rows; rest: text before the first row; confidence: average certainty of the rows, 0–1."""

    channels: list[DraftChannel]
    rest: str
    confidence: float


def split(value: object) -> ChannelSplit:
    """Split joined text into rows. When no row is found, `channels` is empty and the text is in `rest`."""
    text = _HEADER.sub("", text_cleaning.text(value))
    marks = list(_ROW.finditer(text))
    if not marks:
        rest = text_cleaning.text_or_empty(text)
        kinds = [code_lists.CHANNELS.get(fold(part).strip(" .-")) for part in re.split(r"[,;\n]| hoặc ", rest)]
        if rest and all(kinds):  # only their names, as in the text of a decision
            named = dict.fromkeys(kind for kind in kinds if kind)
            return ChannelSplit([DraftChannel(kind, DraftTimeLimit(None)) for kind in named], "", 1.0)
        return ChannelSplit([], rest, 0.0 if rest else 1.0)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    rows = [_row(mark, text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return ChannelSplit(
        [channel for channel, _ in rows], text[: marks[0].start()].strip(), sum(sure for _, sure in rows) / len(rows)
    )


def from_tables(items: list[Unchecked]) -> list[DraftChannel]:
    """Convert rows that kept their columns (records of 2021): dictionaries with the official labels as keys."""
    channels = []
    for item in items:
        cells = {fold(key): value for key, value in item.items()} if isinstance(item, dict) else {}
        kind = code_lists.CHANNELS.get(fold(text_cleaning.line(cells.get("hinh thuc nop"))), "")
        if not kind:
            continue
        time = text_cleaning.line(cells.get("thoi han giai quyet", cells.get("thoi gian")))
        limit = from_parts(int(time), "") if re.fullmatch(r"\d{1,4}", time) else from_sentence(time)
        channels.append(
            DraftChannel(
                kind,
                limit,
                _fees_of_cell(text_cleaning.text(cells.get("phi, le phi"))),
                text_cleaning.text(cells.get("mo ta")),
            )
        )
    return channels


def _row(mark: re.Match[str], rest: str) -> tuple[DraftChannel, float]:
    kind = code_lists.CHANNELS[fold(mark["kind"])]
    sure = 1.0
    if mark["number"]:
        number = mark["number"]
        limit = (
            from_parts(int(number), _UNITS[mark["unit"].lower()])
            if number.isdigit()
            else from_parts(float(number.replace(",", ".")), _UNITS[mark["unit"].lower()])
        )
    elif mark["glued"]:
        limit = from_parts(int(mark["glued"]), "")
    elif mark["words"]:
        limit, sure = from_sentence(mark["words"]), 0.8
    else:
        limit = DraftTimeLimit(None)
    if mark["money"]:
        limit, rest, certain = _time_or_money(mark["money"], rest)
        if not certain:
            return DraftChannel(
                kind,
                limit,
                [DraftFee({"nguyen_van": text_cleaning.line(rest)}, "không tách được thời hạn và mức thu dính liền")],
                "",
            ), 0.0
    fees, note, certain = _fees(rest)
    return DraftChannel(kind, limit, fees, text_cleaning.text_or_empty(note)), sure if certain else 0.5


def _time_or_money(digits: str, rest: str) -> tuple[DraftTimeLimit, str, bool]:
    """Split a joined time and amount: “1100,000 VNĐ” is 1 and 100,000. Certain only if exactly one split is valid.

    Returns (time limit, remaining text, certain).
    """
    cuts = [
        at
        for at in range(1, len(digits))
        if digits[:at].isdigit()
        and at <= 2
        and digits[0] != "0"
        and re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", digits[at:])
    ]
    whole = re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", digits)
    if len(cuts) == 1 and not whole:
        return from_parts(int(digits[: cuts[0]]), ""), digits[cuts[0] :] + " " + rest, True
    return DraftTimeLimit(UNKNOWN, "không tách được thời hạn và mức thu dính liền"), f"{digits} {rest}", False


def _fees(rest: str) -> tuple[list[DraftFee], str, bool]:
    """Return (fees, description, certain) from the text after the time: amounts, each with a text in brackets."""
    fees: list[DraftFee] = []
    certain = True
    while True:
        money = _MONEY.match(rest)
        lone = not money and rest.startswith("(") and not fees
        if not money and not lone:
            return fees, rest, certain
        if money and money["none"]:
            return fees, rest[money.end() :], certain
        if fees and money and money["amount"] and "," not in money["amount"]:
            return fees, rest, certain  # a bare number after a fee is text, not another fee
        rest = rest[money.end() :] if money else rest
        inside, rest, closed = _brackets(rest)
        certain = certain and closed
        amount = int(money["amount"].replace(",", "")) if money and money["amount"] else None
        if money and money["free"]:
            # The portal prints “Miễn phí” for every 0, so it is free only when no text contradicts it.
            fees.append(fee("", None, inside or "Miễn phí"))
        else:
            fees.append(fee("", amount, inside, money["currency"] if money else ""))


def _brackets(text: str) -> tuple[str, str, bool]:
    """Return (text inside the leading brackets, text after them, whether they are closed)."""
    if not text.startswith("("):
        return "", text, True
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return text[1:index], text[index + 1 :], True
    return text[1:], "", False


def _fees_of_cell(text: str) -> list[DraftFee]:
    """The fees of one table cell: “Miễn phí\\n(Theo …)” or “Phí : 0 Đồng”."""
    joined = re.sub(r"(?<!\s)\s++(?=\()", lambda gap: "" if "\n" in gap[0] else gap[0], text)
    if not joined.lower().startswith("miễn phí"):
        return _fees_2021(text_cleaning.line(text))
    found, rest, _ = _fees(joined)
    return found if not text_cleaning.text_or_empty(rest) else [fee("", None, joined)]


def _fees_2021(text: str) -> list[DraftFee]:
    """Parse “Phí: 150.000 ĐồngXem chi tiết Lệ phí: ĐồngXem chi tiết”."""
    fees = []
    for part in re.split(r"(?<!\s)\s*+Xem chi tiết\s*+|\s(?=(?:Phí|Lệ phí|Giá)\s{0,9}:)", text):
        match = re.match(r"(?P<kind>Phí|Lệ phí|Giá[^:]{0,20})\s*+:", part.strip())
        if not match:
            if text_cleaning.text_or_empty(part):
                fees.append(fee("", None, part))
            continue
        kind = {"phí": "phí", "lệ phí": "lệ phí"}.get(match["kind"].lower(), "giá dịch vụ")
        words = part.strip()[match.end() :].removesuffix("Đồng").strip()
        digits = re.sub(r"[.,\s]", "", words)
        if digits.isdigit():
            fees.append(fee(kind, int(digits), ""))
        else:
            fees.append(fee(kind, 0, words))
    return fees
