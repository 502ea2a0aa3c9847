"""The view model of a procedure's page: what depends on the record is decided here, and the template only inserts
it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.doubt import Doubt
from generator.catalogue.views import LawView, ProcedureView
from generator.pages import formatting
from generator.pages.changes import BEGUN, HistoryEntry
from generator.pages.related import SIMILAR
from generator.schema.procedure import Channel, Procedure

MAX_PLACE, MAX_FACT = 48, 60  # letters
MAX_LINES = 2  # of a fact: the first screen of a phone holds all six
NAMED_AUDIENCES = 2
LONG_CHECKLIST = 11  # lines that fit on one sheet in one column
LONG_CASES = 5  # lines of cases that fit on one screen of a phone
SHORT_RESULT = 40  # letters that fit on the line of a heading
SECTIONS = [  # in the order of a visitor's questions
    ("doi-tuong", "Ai làm"),
    ("yeu-cau", "Điều kiện"),
    ("ho-so", "Giấy tờ"),
    ("bieu-mau", "Mẫu đơn"),
    ("noi-nop", "Nơi nộp"),
    ("cach-thuc", "Cách nộp"),
    ("thoi-han", "Thời hạn"),
    ("phi", "Phí"),
    ("trinh-tu", "Các bước"),
    ("ket-qua", "Kết quả"),
    ("khi-vuong", "Khi vướng"),
    ("co-quan", "Cơ quan"),
    ("can-cu", "Căn cứ"),
    ("thay-doi", "Thay đổi"),
]
CONTROL = "63/2010/NĐ-CP"  # what a visitor may ask for (articles 18 and 21)
REPLACING = ("cấp lại", "cấp đổi", "đổi,", "đăng ký lại", "cấp bản sao")  # beginnings of the names of such procedures
ONLINE = ("toàn trình", "một phần")
PORTALS_ENDED = dt.date(2025, 7, 1)  # 623/TTg-KSTT
PROVINCE_PORTAL = re.compile("cổng dịch vụ công (?:của )?tỉnh", re.IGNORECASE)
DISTRICT, AWAITING = "cấp huyện", "chờ đối chiếu"


@dataclass(slots=True)
class ProcedureFact:
    """One of the key facts. key: identifies it for scripts; local: see `local` in generator.pages.procedure; link:
    target of the value; more: where the full text is; doubt: what to ask about before going, None if the value is
    confirmed. A value may have several lines."""

    icon: str
    label: str
    value: str
    key: str = ""
    local: str | None = None
    link: str = ""
    more: str = ""
    doubt: Doubt | None = None


@dataclass(slots=True)
class ProcedureContent:
    """What depends on the record.

    facts: the answer at a glance
    sections: (id, short label) of the parts of the page
    portal_label: what the button to the national portal does
    similar_first: the first related procedures are those that are mixed up with this one
    common_fees: the fees for all ways of filing are listed
    fee_channels, time_channels: ways of filing with fees or a time limit of their own
    long_checklist: it is printed in two columns
    folded_cases: a phone shows the cases by their names alone
    one_fold: a phone shows one line for all cases, which the questions ask for
    short_result: there is one result, short enough to stand beside its heading
    unchanged: nothing but its beginning is known
    awaiting_check: not yet compared with the national database
    district_ended: since when the level that handled it is no more
    portal_ended: since when the province's portal, on which it says to file, is no more
    replacing: related procedures that replace a lost or spoilt result
    control: the document that says what an authority owes a visitor, where it is in force
    """

    facts: list[ProcedureFact]
    sections: list[tuple[str, str]]
    portal_label: str
    similar_first: bool
    common_fees: bool
    fee_channels: list[Channel]
    time_channels: list[Channel]
    long_checklist: bool
    folded_cases: bool
    one_fold: bool
    short_result: bool
    unchanged: bool
    awaiting_check: bool
    district_ended: dt.date | None
    portal_ended: dt.date | None
    replacing: list[ProcedureView]
    control: LawView | None


def procedure_content(
    view: ProcedureView,
    catalogue: Catalogue,
    *,
    local: str,
    has_questions: bool,
    relatives: list[Any],
    places: list[Any],
    changes: list[HistoryEntry],
) -> ProcedureContent:
    """local: see generator.pages.procedure; has_questions: its cases are asked for; relatives, places: of
    generator.pages.related; changes: of generator.pages.changes."""
    record = view.load()
    fee_channels = [channel for channel in record.channels if channel.fees is not None]
    common, cases = paper_count(record)
    return ProcedureContent(
        facts=facts(view, record, local, has_questions),
        sections=sections(related=bool(relatives or places)),
        portal_label=portal_label(record, catalogue),
        similar_first=bool(relatives) and relatives[0][0] == SIMILAR,
        common_fees=shows_common_fees(record, fee_channels),
        fee_channels=fee_channels,
        time_channels=[channel for channel in record.channels if channel.time_limit],
        long_checklist=checklist_lines(record) > LONG_CHECKLIST,
        folded_cases=has_questions or case_lines(record) > LONG_CASES,
        one_fold=has_questions and common > 0 and cases > 1,
        short_result=has_short_result(record),
        unchanged=not changes or (len(changes) == 1 and changes[0].text == BEGUN),
        awaiting_check=record.verification is not None and record.verification.state == AWAITING,
        district_ended=district_ended(record, catalogue),
        portal_ended=portal_ended(record, catalogue.as_of),
        replacing=replacing(relatives),
        control=control(catalogue),
    )


def portal_label(record: Procedure, catalogue: Catalogue) -> str:
    """The label of the button to the national portal; a page of a past edition adds that it opens today's record."""
    if catalogue.edition and catalogue.edition.past:
        return "Xem bản ghi hiện nay trên Cổng Dịch vụ công quốc gia"
    return f"{'Nộp' if record.online_level in ONLINE else 'Xem'} trên Cổng Dịch vụ công quốc gia"


def facts(view: ProcedureView, record: Procedure, local: str, has_questions: bool) -> list[ProcedureFact]:
    """The key facts: who, where, how long, how much, what to bring, online or not."""
    place = formatting.truncate(
        formatting.with_year(view, record.receiving_place or record.executing_agency), MAX_PLACE
    )
    fees = [formatting.truncate(line, MAX_FACT) for line in formatting.fee_fact(formatting.fees_of(record))]
    papers = papers_label(*paper_count(record)) or formatting.MISSING
    more_audiences = "#doi-tuong" if len(record.audiences) > NAMED_AUDIENCES else ""
    who = ProcedureFact(
        "account-outline", "Ai làm được", formatting.audience_summary(record.audiences), "who", more=more_audiences
    )
    time = formatting.truncate(formatting.time_fact(record), MAX_FACT)
    online = formatting.ONLINE.get(record.online_level or "", formatting.MISSING)
    bring = "#truong-hop" if has_questions else "#ho-so"
    found = [
        who,
        ProcedureFact("map-marker-outline", "Nộp ở đâu", place, "place", local=local),
        ProcedureFact("clock-outline", "Bao lâu", time, "time"),
        ProcedureFact(
            "cash", "Bao nhiêu tiền", "\n".join(fees[:MAX_LINES]), "fee", link="#phi" if len(fees) > MAX_LINES else ""
        ),
        ProcedureFact("file-document-outline", "Mang gì", papers, "papers", link=bring),
        ProcedureFact("monitor", "Trực tuyến", online, "channels"),
    ]
    return [replace(fact, doubt=view.doubts.beside(fact.key)) for fact in found]


def sections(related: bool) -> list[tuple[str, str]]:
    """related: there are related procedures or guides."""
    return [*SECTIONS, ("lien-quan", "Liên quan")] if related else SECTIONS


def replacing(relatives: list[Any]) -> list[ProcedureView]:
    """The related procedures that replace a lost or damaged result."""
    others = [other for _, group in relatives for other, _ in group]
    return [other for other in others if other.name.lower().startswith(REPLACING)]


def control(catalogue: Catalogue) -> LawView | None:
    """The decree on the control of procedures, unless it is known to be no longer in force."""
    law = catalogue.laws.get(CONTROL)
    return law if law and law.in_force is not False else None


def paper_count(record: Procedure) -> tuple[int, int]:
    """(papers everybody needs, cases with papers of their own)."""
    dossier = record.dossier
    return (len(dossier.papers), len(dossier.cases)) if dossier else (0, 0)


def papers_label(common: int, cases: int) -> str:
    """`3 giấy tờ, có khi cần thêm`, `2 trường hợp khác nhau`; empty when nothing is known."""
    if not common:
        return f"{cases} trường hợp khác nhau" if cases else ""
    return f"{common} giấy tờ{', có khi cần thêm' if cases else ''}"


def checklist_lines(record: Procedure) -> int:
    """The number of lines of the checklist: papers, and a heading for each case."""
    return (len(record.dossier.papers) if record.dossier else 0) + case_lines(record)


def case_lines(record: Procedure) -> int:
    """The number of lines that the cases take in the checklist."""
    return sum(1 + len(case.papers) for case in record.dossier.cases) if record.dossier else 0


def has_short_result(record: Procedure) -> bool:
    """True if there is one result without a template, short enough to stand beside its heading."""
    if len(record.results) != 1:
        return False
    [result] = record.results
    return not formatting.result_template(result.template) and len(result.name or "") <= SHORT_RESULT


def shows_common_fees(record: Procedure, fee_channels: list[Channel]) -> bool:
    """True if the common list is shown: not if every way of filing states its own fees, unless the common list
    differs."""
    if not fee_channels or record.fees is None:
        return not fee_channels
    if len(fee_channels) < len(record.channels):
        return True
    stated = {(fee.amount, fee.per) for item in fee_channels if isinstance(item.fees, list) for fee in item.fees}
    return isinstance(record.fees, list) and any((fee.amount, fee.per) not in stated for fee in record.fees)


def portal_ended(record: Procedure, day: dt.date) -> dt.date | None:
    """The day since which provinces have no portal of their own, if by `day` the record still says to file on one."""
    notes = [channel.note or "" for channel in record.channels] + [step.text or "" for step in record.steps]
    named = any(PROVINCE_PORTAL.search(note) for note in notes)
    return PORTALS_ENDED if named and day >= PORTALS_ENDED else None


def district_ended(record: Procedure, catalogue: Catalogue) -> dt.date | None:
    """The date since which the district that handled it no longer exists; None if irrelevant."""
    unit = catalogue.site_unit
    if not unit or catalogue.home_unit or not unit.went_to or record.sector or DISTRICT not in record.levels:
        return None
    return unit.went_to[0][2]
