"""Which values of a procedure are confirmed, and which a reader should ask about before going. One answer for
everything that shows a value: pages, lists, sheets, search, embedded lists, open data.

A value is confirmed if it was compared with the official record or the law itself on a stated day. Values that the
editor listed as pending (`doi_chieu.phan_cho_doi_chieu`) or marked row by row (`cho_doi_chieu`) await confirmation, and
so does a whole text that is older than its edition. A missing decision number or online level alone is no reason to
ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import urlsplit

from generator.schema.fees import Fee
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary, by_channel, fee_doubts, paper_doubts
from generator.schema.record import specs
from generator.schema.web_address import web_address

PORTAL = "dichvucong.gov.vn"
LISTED = "Danh mục"  # beginning of the source of a record for which the national database had only code and name
FEES, TIME, PAPERS, CHANNELS = "phi_le_phi", "thoi_han_giai_quyet", "thanh_phan_ho_so", "cach_thuc_thuc_hien"
VALUES: dict[str, tuple[str, frozenset[str]]] = {
    "who": ("ai làm được", frozenset({"doi_tuong_thuc_hien"})),
    "place": (
        "nơi nộp",
        frozenset({"dia_chi_tiep_nhan_ho_so", "thoi_gian_tiep_nhan", "cap_thuc_hien", "khong_phu_thuoc_dia_gioi"}),
    ),
    "time": ("thời hạn", frozenset({TIME})),
    "fee": ("phí", frozenset({FEES})),
    "papers": ("giấy tờ", frozenset({PAPERS})),
    "forms": ("mẫu đơn", frozenset({"bieu_mau"})),
    "channels": ("cách nộp", frozenset({CHANNELS})),
    "steps": ("các bước", frozenset({"trinh_tu_thuc_hien"})),
    "agency": (
        "cơ quan giải quyết",
        frozenset({"co_quan_thuc_hien", "co_quan_co_tham_quyen", "co_quan_duoc_uy_quyen", "cap_thuc_hien"}),
    ),
    "result": ("kết quả", frozenset({"ket_qua_thuc_hien"})),
    "conditions": ("điều kiện", frozenset({"yeu_cau_dieu_kien"})),
}
"""Value → what it is called inside a sentence, and the parts of the record it is made of; in the order of a page."""
ASKED = frozenset().union(*(parts for _, parts in VALUES.values()))
KEYS = tuple(spec.key for spec in specs(Procedure))
MAIN = ("place", "time", "fee", "papers")  # shown before a procedure is opened


class DoubtReason(Enum):
    """The reason why a value awaits confirmation."""

    OLD_TEXT = "nội dung của bản trước"
    NO_SOURCE = "chưa ghi nguồn"
    NEW_VERSION = "quy định mới"
    LATER_RECORD = "bản ghi quốc gia là bản sau"
    ONLY_LISTED = "nguồn chỉ có mã và tên"
    NOT_COMPARED = "chưa so với bản công bố"
    SINGLE_ROWS = "riêng từng dòng"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that awaits confirmation. value: a key of VALUES, empty for the whole text; name: its name inside a
    sentence; parts: keys of the record's parts; reason, sentence: the same in words; since: the day of the last attempt
    to confirm it; source: where the value is from, as words or address, empty if unknown."""

    value: str
    name: str
    parts: tuple[str, ...]
    reason: DoubtReason
    sentence: str
    since: dt.date | None
    source: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """The unconfirmed values of a procedure. of_text: the whole text awaits confirmation; values: single values by
    their key, in page order; formal: keys of the parts that await confirmation but that no reader needs to ask
    about."""

    of_text: Doubt | None = None
    values: dict[str, Doubt] = field(default_factory=dict)
    formal: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.of_text or self.values)

    def of(self, value: str) -> Doubt | None:
        """The doubt about one value; None if it is confirmed."""
        return self.of_text or self.values.get(value)

    def beside(self, value: str) -> Doubt | None:
        """The doubt about one value, where another sentence already covers the whole text."""
        return None if self.of_text else self.values.get(value)

    def as_a_whole(self, value: str) -> Doubt | None:
        """The doubt about a list as a whole; single unconfirmed rows carry a mark of their own."""
        doubt = self.beside(value)
        return None if doubt and doubt.reason is DoubtReason.SINGLE_ROWS else doubt

    @property
    def main(self) -> list[Doubt]:
        """The doubts about the values that lists show or that people ask about first."""
        return [self.values[key] for key in MAIN if key in self.values]


def doubts_of(
    record: Procedure | ProcedureSummary,
    day: dt.date,
    since: dt.date | None = None,
    text_day: dt.date | None = None,
) -> Doubts:
    """The doubts about `record` as shown on `day`. since: first day of the version shown, None for the first one;
    text_day: the day from which the text is, where that is older than the edition."""
    checked = record.verification
    last, source = (checked.date, checked.source or "") if checked else (None, "")
    if checked is None:
        return Doubts(Doubt("", "toàn bộ nội dung", (), DoubtReason.NO_SOURCE, "Chưa ghi lấy từ đâu.", None, ""))
    whole = None
    if text_day:
        why = f"Đây là nội dung của bản {text_day:%d/%m/%Y}, chưa so với quy định hiện nay."
        whole = Doubt("", f"nội dung của bản {text_day:%d/%m/%Y}", (), DoubtReason.OLD_TEXT, why, last, source)
    pending, rows = set(checked.pending), _rows(record)
    if not pending and checked.state == "chờ đối chiếu" and not any(rows.values()):
        pending = set(ASKED)  # it awaits confirmation but does not say which value
    reason, why = _reason(record, day, since)
    values: dict[str, Doubt] = {}
    for value, (name, parts) in VALUES.items() if pending or any(rows.values()) else ():
        found = tuple(key for key in KEYS if key in parts and key in pending)
        if not found and CHANNELS in pending and value in _by_channel(record):
            found = (CHANNELS,)
        if found:
            values[value] = Doubt(value, name, found, reason, why, last, source)
        elif rows.get(value):
            key = FEES if value == "fee" else PAPERS
            values[value] = Doubt(value, name, (key,), DoubtReason.SINGLE_ROWS, " ".join(rows[value]), last, source)
    return Doubts(whole, values, tuple(key for key in KEYS if key in pending - ASKED) if pending else ())


def fees_in_doubt(fees: list[Fee] | str | None, doubts: Doubts) -> Doubt | None:
    """The doubt about the fees of one case: none where only rows of other cases await confirmation. fees: its own; None
    where the common ones apply."""
    doubt = doubts.beside("fee")
    if doubt and doubt.reason is DoubtReason.SINGLE_ROWS and fees is not None:
        return doubt if isinstance(fees, list) and any(fee.unconfirmed for fee in fees) else None
    return doubt


def _reason(record: Procedure | ProcedureSummary, day: dt.date, since: dt.date | None) -> tuple[DoubtReason, str]:
    """The reason why the parts that the editor listed await confirmation."""
    checked = record.verification
    last, source = (checked.date, checked.source or "") if checked else (None, "")
    if since:
        return DoubtReason.NEW_VERSION, f"Chưa so được với quy định áp dụng từ ngày {since:%d/%m/%Y}."
    if source.startswith(LISTED):
        return DoubtReason.ONLY_LISTED, "Nguồn chính thức chỉ cho mã và tên; phần này viết theo văn bản pháp luật."
    if is_national(source) and last and last.year > day.year:
        return (
            DoubtReason.LATER_RECORD,
            "Chưa tìm được bản công bố của thời gian này để so; bản ghi quốc gia là bản sau này.",
        )
    return DoubtReason.NOT_COMPARED, "Chưa so được với bản công bố của cơ quan có thẩm quyền."


def is_national(source: str) -> bool:
    """True if `source` is the address of a record on the national portal itself, not on a province's."""
    host = urlsplit(web_address(source)).hostname or ""
    return f".{host}".endswith(f".{PORTAL}")


def _by_channel(record: Procedure | ProcedureSummary) -> list[str]:
    """The values that are stated for single ways of filing."""
    return record.by_channel if isinstance(record, ProcedureSummary) else by_channel(record)


def _rows(record: Procedure | ProcedureSummary) -> dict[str, list[str]]:
    """Value → why single rows of it await confirmation, each reason once."""
    if isinstance(record, ProcedureSummary):
        return {"fee": record.fee_doubts, "papers": record.paper_doubts}
    return {"fee": fee_doubts(record), "papers": paper_doubts(record.dossier)}
