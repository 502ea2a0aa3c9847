"""Values formatted as text for citizens: dates, amounts, time limits, fees."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from generator.catalogue.plan.registers import numbered as numbered
from generator.catalogue.views import ProcedureView
from generator.pages.contact_rows import desk_contacts as desk_contacts  # templates find all words in this module
from generator.pages.contact_rows import feedback_contacts as feedback_contacts
from generator.pages.contact_rows import stated_contact
from generator.pages.contact_rows import unit_contacts as unit_contacts
from generator.pages.fee_words import amount as amount
from generator.pages.fee_words import amount_before_reason as amount_before_reason
from generator.pages.fee_words import fee_fact as fee_fact
from generator.pages.fee_words import fee_in_list as fee_in_list
from generator.pages.fee_words import fee_lines as fee_lines
from generator.pages.fee_words import fee_summary as fee_summary
from generator.pages.fee_words import fees_of as fees_of
from generator.pages.wording import MISSING as MISSING
from generator.pages.wording import lower_first as lower_first
from generator.pages.wording import money as money
from generator.pages.wording import sentence as sentence
from generator.pages.wording import unbroken_names as unbroken_names
from generator.schema.fees import TimeLimit
from generator.schema.law import Law
from generator.schema.lifecycle import law_ended
from generator.schema.plan.document import PlanDocument
from generator.schema.procedure import Channel, Decision, Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.values import NONE, PENDING_CONTACT, UNKNOWN, UNLIMITED
from generator.schema.web_address import mail_address, phone_number, web_address
from generator.text.filing_places import forwards, reach

ONLINE = {
    "toàn trình": "Làm trực tuyến từ đầu đến cuối",
    "một phần": "Nộp trực tuyến được một phần",
    "chưa trực tuyến": "Chưa nộp trực tuyến được",
}
CHANNELS = {
    "trực tiếp": "Mang hồ sơ đến nơi nộp.",
    "bưu chính": "Gửi hồ sơ qua bưu điện đến nơi nộp.",
    "trực tuyến": "Nộp hồ sơ qua mạng.",
}
MANNERS = {"xuất trình": "đưa xem rồi cầm về (xuất trình)", "nộp": "nộp, cơ quan giữ"}
ACTORS = {"người nộp": "Người nộp", "cơ quan": "Cơ quan"}
FULLY_ONLINE = "toàn trình"
# with the districts: 118/2025/NĐ-CP; their offices as the plan of 2023 names them (content/agencies.yml)
GONE = re.compile(
    r"\bhuyện\b|\bthị trấn\b|\bbộ phận một cửa\b"
    r"|\bphòng (?:nội vụ|tư pháp|tài chính|tài nguyên|lao động|lđ|giáo dục|y tế|nông nghiệp|văn hóa và thông tin"
    r"|kinh tế và hạ tầng)\b",
    re.IGNORECASE,
)
WHOLE = "toàn bộ"  # of a unit that went to another


def date(value: dt.date | str | None) -> str:
    """dd/mm/yyyy, or the record's own words."""
    if isinstance(value, dt.date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return sentence(value) if value else MISSING


def text_or_missing(value: str | None) -> str:
    """`không` -> `Không`; `chưa rõ` -> `Chưa rõ`; nothing -> `Chưa có thông tin`."""
    return sentence(value) if value else MISSING


def contact(value: str | None) -> str:
    """A contact, or a note that the unit has not provided it."""
    return stated_contact(value) or MISSING


def safe_url(address: str | None) -> str:
    """`address` when it is a web address, else empty: drafts are rendered with errors; none may run a script."""
    return web_address(address)


def dialled(text: str | None) -> str:
    """The number that a telephone dials for `text`, empty when it is not exactly one number."""
    return phone_number(text)


def mail(address: str | None) -> str:
    """`address` when it is one e-mail address, else empty."""
    return mail_address(address)


def is_given(value: object) -> bool:
    """True if the value is set and no placeholder."""
    return bool(value) and value not in (PENDING_CONTACT, UNKNOWN)


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


def time_of(procedure: Procedure | ProcedureSummary, channel: Channel | None = None) -> TimeLimit | str | None:
    """The time limit of a channel: its own, else the common one."""
    limit: TimeLimit | str | None = channel.time_limit if channel else None
    if limit is not None:
        return limit
    if procedure.time_limit is not None or channel:
        return procedure.time_limit
    return next((item.time_limit for item in procedure.channels if item.time_limit is not None), None)


def time_summary(procedure: Procedure | ProcedureSummary) -> str:
    """The time limit in a few words: by channel, or by case where one channel has several limits; none is left out."""
    channels: list[Channel | None] = [*procedure.channels] or [None]
    limits = list(dict.fromkeys(time_limit(time_of(procedure, channel)) for channel in channels))
    if len(limits) == 1:
        return limits[0]
    by_kind: dict[str, set[str]] = {}
    for channel in procedure.channels:
        by_kind.setdefault(channel.kind or "", set()).add(time_limit(time_of(procedure, channel)))
    by_case = any(len(own) > 1 for own in by_kind.values())
    return f"{'Tùy trường hợp' if by_case else 'Tùy cách nộp'}: {_range(procedure) or '; '.join(limits)}"


def _range(procedure: Procedure | ProcedureSummary) -> str:
    """`8–17 ngày làm việc` for more than three limits of one unit, else ""."""
    found = [time_of(procedure, channel) for channel in procedure.channels]
    stated = [limit for limit in found if isinstance(limit, TimeLimit) and limit.amount is not None]
    amounts = sorted({limit.amount for limit in stated if limit.amount is not None})
    if len(stated) < len(found) or len(amounts) <= 3 or len({limit.unit for limit in stated}) > 1:
        return ""
    return f"{amounts[0]}–{amounts[-1]} {stated[0].unit}"


def with_year(view: ProcedureView, text: str | None) -> str:
    """A place or body as the procedure's pages and lists state it: in a text older than the edition, one that is no
    more carries the year in which it was."""
    if text and names_gone_body(view, text) and view.text_day:
        return f"Năm {view.text_day.year}: {text}"
    return text or MISSING


def names_gone_body(view: ProcedureView, text: str | None) -> bool:
    """True if `text` names a body, or a desk, that is no more since the site's district ended."""
    return view.outlived and bool(GONE.search(text or ""))


def time_of_view(view: ProcedureView) -> str:
    """`time_summary` of a procedure in a list, worked out once: many lists show it."""
    if "time" not in view.tokens:
        view.tokens["time"] = time_summary(view.record)
    text: str = view.tokens["time"]
    return text


def fee_of_view(view: ProcedureView) -> str:
    """`fee_summary` of a procedure in a list, worked out once."""
    if "fee" not in view.tokens:
        view.tokens["fee"] = fee_summary(fees_of(view.record))
    text: str = view.tokens["fee"]
    return text


def fee_in_list_of_view(view: ProcedureView) -> str:
    """`fee_in_list` of a procedure, worked out once."""
    if "fee in lists" not in view.tokens:
        view.tokens["fee in lists"] = fee_in_list(fees_of(view.record))
    text: str = view.tokens["fee in lists"]
    return text


def time_fact(procedure: Procedure | ProcedureSummary) -> str:
    """The time limit for the head of the page, with its note where that is a short exception."""
    summary, limit = time_summary(procedure), procedure.time_limit
    note = (limit.note or "").rstrip(".") if isinstance(limit, TimeLimit) else ""
    if not note or len(note) > 32 or note.startswith(("Kể từ", "Từ ", "Tính từ")) or len(summary) > 20:
        return summary
    return f"{summary} ({note[:1].lower()}{note[1:]})"


def decision(value: Decision | None) -> str:
    """`163/QĐ-BTP, ngày 16/01/2026, Bộ Tư pháp`; unknown parts are mentioned once."""
    if value is None:
        return MISSING
    parts = [
        f"số {value.number}" if is_given(value.number) else "chưa rõ số",
        f"ngày {date(value.date)}" if isinstance(value.date, dt.date) else "chưa rõ ngày",
        value.body or "",
    ]
    if parts[:2] == ["chưa rõ số", "chưa rõ ngày"]:
        return f"{value.body} (chưa rõ số và ngày)" if value.body else "chưa rõ số và ngày"
    return ", ".join(part for part in parts if part)


def law_name(law: Law) -> str:
    """`Luật Hộ tịch số 60/2014/QH13`, in common usage; `Nghị định số 123/2015/NĐ-CP` where there is no short name."""
    name = law.short_name if law.short_name and law.kind in ("Luật", "Bộ luật", "Pháp lệnh") else law.kind
    return f"{name} số {law.number}" if name else law.number or MISSING


def not_in_force(record: Law | PlanDocument, day: dt.date) -> str:
    """Why a document that is not in force on `day` is not."""
    return "hết hiệu lực" if law_ended(record, day) else "chưa có hiệu lực"


def law_about(law: Law) -> str:
    """The document's subject, unless its name already contains it."""
    about = law.summary or ""
    return "" if about.lower() in law_name(law).lower() else about


def copies(originals: int | None, copies: int | None) -> str:
    """`1 bản chính, 1 bản sao`."""
    parts = [f"{count} {label}" for count, label in ((originals, "bản chính"), (copies, "bản sao")) if count]
    return ", ".join(parts) or "Chưa rõ số bản"


def whole_words(text: str, limit: int) -> str:
    """As many words from the start of `text` as fit into `limit` characters; empty when the first does not."""
    return text if len(text) <= limit else text[: limit + 1].rpartition(" ")[0].rstrip(" ,;:–-(")


def truncate(text: str | None, limit: int) -> str:
    """`text`, cut at a comma, semicolon or word with … when longer than `limit` characters."""
    text = text or ""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = max(head.rfind(mark) for mark in (",", ";", "("))
    return (head[:cut] if cut > limit // 3 else whole_words(text, limit - 2) or head).rstrip(" ,;(") + " …"


def audience_summary(audiences: Sequence[str]) -> str:
    """Who may apply, in a few words: at most two named, the others counted."""
    if len(audiences) <= 2:
        return ", ".join([*audiences[:1], *(other[:1].lower() + other[1:] for other in audiences[1:])]) or MISSING
    return f"{audiences[0]} và {len(audiences) - 1} đối tượng khác"


def paper_manner(manner: str | None) -> str:
    """Whether the office keeps a paper, in plain words."""
    return MANNERS.get(manner or "", manner) or "nộp hay xuất trình: chưa rõ"


def actor(value: str | None) -> str:
    """Who acts in a step."""
    return ACTORS.get(value or "", "Bước này")


def channel_way(kind: str | None) -> str:
    """How a dossier is filed, for a way of filing without a note of its own."""
    return CHANNELS.get(kind or "", "Không có ghi chú")


def result_template(value: str | None) -> str:
    """The form of a result: its name or `chưa rõ`; empty where the result has none."""
    return "" if value == NONE else value or UNKNOWN


def where_else(procedure: Procedure, *, place_ended: bool = False) -> str:
    """Whether other places than the one that the page names take the dossier, as a sentence. It does not say which
    place it is: of the home, of the land, of the shop. place_ended: that place no longer exists."""
    if procedure.non_territorial is None or (place_ended and not procedure.non_territorial):
        return "Nơi khác có nhận không: chưa có thông tin."
    if procedure.non_territorial:
        return "Nộp ở nơi nào cũng được, không phụ thuộc nơi cư trú."
    texts = [text or "" for text in (procedure.receiving_place, *(one.note for one in procedure.channels))]
    free = any(one.anywhere or one.regardless for one in map(reach, texts)) or any(map(forwards, texts))
    return "Những nơi nào nhận: xem “Cách nộp”." if free else "Nơi khác không nhận."


def is_fully_online(procedure: Procedure) -> bool:
    """True when nothing has to be done at a desk."""
    return procedure.online_level == FULLY_ONLINE


def is_partial(share: str | None) -> bool:
    """True when less than a whole unit went to another."""
    return share != WHOLE
