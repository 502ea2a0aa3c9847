"""Values to words that citizens read: dates, amounts, time limits, fees."""

from __future__ import annotations

import datetime as dt

from generator.model.fees import Fee, TimeLimit
from generator.model.procedure import Channel, Procedure
from generator.model.values import BY_COUNCIL, BY_DOCUMENT, NONE, TO_FILL, UNKNOWN, UNLIMITED

ONLINE = {
    "toàn trình": "Làm trực tuyến từ đầu đến cuối",
    "một phần": "Nộp trực tuyến được một phần",
    "chưa trực tuyến": "Chưa nộp trực tuyến được",
}
MISSING = "Chưa có thông tin"


def date(value: dt.date | str | None) -> str:
    """dd/mm/yyyy, or the words the record says."""
    if isinstance(value, dt.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return sentence(value) if value else MISSING


def money(amount: int) -> str:
    """1000 -> `1.000 đồng`."""
    return f"{amount:,} đồng".replace(",", ".")


def sentence(text: str | None) -> str:
    """First letter upper case."""
    return text[:1].upper() + text[1:] if text else ""


def said(value: str | None) -> str:
    """`không` -> `Không`; `chưa rõ` -> `Chưa rõ`; nothing -> `Chưa có thông tin`."""
    return sentence(value) if value else MISSING


def contact(value: str | None) -> str:
    """A contact, or that the unit still owes it."""
    return "Đơn vị đang bổ sung" if not value or value == TO_FILL else value


def time_limit(value: TimeLimit | str | None) -> str:
    """`3 ngày làm việc`, `Pháp luật không quy định`, or what the source says."""
    if value is None:
        return MISSING
    if value == UNLIMITED:
        return "Pháp luật không quy định"
    if isinstance(value, str):
        return sentence(value)
    if value.amount is not None and value.unit:
        return f"{value.amount} {value.unit}"
    return value.source_text or MISSING


def time_of(procedure: Procedure, channel: Channel | None = None) -> TimeLimit | str | None:
    """The time limit that holds for a channel: its own, else the common one."""
    own = channel.time_limit if channel else None
    if own is not None:
        return own
    if procedure.time_limit is not None or channel:
        return procedure.time_limit
    return next((item.time_limit for item in procedure.channels if item.time_limit is not None), None)


def fees_of(procedure: Procedure, channel: Channel | None = None) -> list[Fee] | str | None:
    """The fees that hold for a channel: its own, else the common ones."""
    own = channel.fees if channel else None
    if own is not None:
        return own
    if procedure.fees is not None or channel:
        return procedure.fees
    return next((item.fees for item in procedure.channels if item.fees is not None), None)


def amount(fee: Fee) -> str:
    """One fee's amount in words; 0 is said together with its reason elsewhere."""
    if fee.amount is None:
        return fee.source_text or MISSING
    if fee.amount == BY_COUNCIL:
        return "Theo mức HĐND tỉnh quy định"
    if fee.amount == BY_DOCUMENT:
        return "Theo biểu phí trong văn bản"
    words = "0 đồng" if fee.amount == 0 else money(int(fee.amount))
    return f"{words}/{fee.per}" if fee.per else words


def fee_summary(fees: list[Fee] | str | None) -> str:
    """The fee in a few words, for the head of a page and for search results."""
    if fees is None:
        return MISSING
    if fees == NONE:
        return "Không mất phí"
    if fees == UNKNOWN:
        return "Chưa rõ"
    found = list(dict.fromkeys(amount(fee) for fee in fees if not isinstance(fee, str)))
    if found == ["0 đồng"]:
        return "Được miễn (0 đồng)"
    if len(found) == 1:
        return found[0]
    first, second = found[0], found[1][:1].lower() + found[1][1:]
    return f"Tùy trường hợp: {first[:1].lower() + first[1:]}; {second}" + (" …" if len(found) > 2 else "")


def time_summary(procedure: Procedure) -> str:
    """The time limit in a few words; both ends when channels differ."""
    channels: list[Channel | None] = [*procedure.channels] or [None]
    found = list(dict.fromkeys(time_limit(time_of(procedure, channel)) for channel in channels))
    return found[0] if len(found) == 1 else "Tùy cách nộp: " + "; ".join(found[:3])


def copies(originals: int | None, copies: int | None) -> str:
    """`1 bản chính, 1 bản sao`."""
    parts = [f"{count} {label}" for count, label in ((originals, "bản chính"), (copies, "bản sao")) if count]
    return ", ".join(parts) or "Chưa rõ số bản"


def short(text: str | None, most: int) -> str:
    """`text`, cut at a comma, semicolon or word with … when longer than `most`: the whole stands further down the page."""
    text = text or ""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = max(head.rfind(mark) for mark in (",", ";", "("))
    return (head[:cut] if cut > most // 2 else head.rpartition(" ")[0]).rstrip(" ,;(") + " …"


def audience_summary(audiences: list[str]) -> str:
    """Who may apply, in a few words: at most two named, the others counted."""
    if len(audiences) <= 2:
        return ", ".join(audiences) or MISSING
    return f"{audiences[0]} và {len(audiences) - 1} đối tượng khác"
