"""Kế hoạch nhắc tới cái không có.

Văn bản, số liệu, sự kiện của kế hoạch nối với thủ tục, cơ quan, xã, nhiệm vụ và với nhau bằng mã, tên ngắn, tên tệp,
số. Nhắc tới cái không có thì mối nối biến mất mà không ai hay: trang của cơ quan thiếu việc, văn bản thay thế không
hiện. Chọn tên gần nhất trong thông báo.

Sai: `van_ban: 568-vp` (không có documents/568-vp.yml)
Đúng: `van_ban: 568-vp-nc-kstthc`
"""

from collections.abc import Iterable, Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, tasks_unknown, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.schema.kinds import REGISTERS
from generator.schema.periods import period
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-113"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("plan", "task", *REGISTERS)

Reference = tuple[KeyPath, str, object]  # where it stands, what is referred to (Vietnamese), its code, slug or number


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Everything that is named by code, slug, file name or number."""
    year = year_of(entry)
    documents = {other.stem for other in of_year(context, "plan_document", year)}
    tasks = {str(other.record.number) for other in of_year(context, "task", year)}
    places = {
        "thủ tục": (context.procedures, "content/procedures/"),
        "cơ quan": (context.agencies, "content/agencies.yml"),
        "đơn vị": ({**context.agencies, **context.units}, "content/units/ và content/agencies.yml"),
        "văn bản": (documents, f"content/plan/{year}/documents/"),
        "nhiệm vụ": (tasks, f"content/plan/{year}/tasks/"),
    }
    seen: set[tuple[KeyPath, object]] = set()
    for path, kind, name in _names(entry):
        names, place = places[kind]
        if name is not None and isinstance(path[-1], int):
            if (path[:-1], name) in seen:
                yield Finding(path, f"“{name}” đã kể ở trên", "Bỏ một lần.", severity=WARNING)
            seen.add((path[:-1], name))
            if path[0] == "gop_voi" and name == entry.record.code:
                yield Finding(path, "thủ tục không thể gộp với chính nó", "Ghi mã thủ tục kia.")
        if kind == "đơn vị" and (said := _gone(entry, context.units.get(str(name), ()))):
            yield Finding(path, f"“{name}” {said}", "Ghi tên tệp của đơn vị có trong thời gian ấy.")
        if name is None or str(name) in names or _is_unreadable(context, kind, str(name), year):
            continue
        if kind == "nhiệm vụ":
            hint = f"Các nhiệm vụ: {', '.join(sorted(names, key=lambda number: (len(number), number)))}."
        elif kind == "thủ tục":
            hint = context.mend_code(str(name))
        else:
            hint = suggest(str(name), list(names)) or f"Ghi tên ngắn hay tên tệp của {kind} có ở đó, hoặc thêm vào đó."
        yield Finding(path, f"không có {kind} “{name}” trong {place}", hint)


def _gone(entry: Entry, units: Iterable[Entry]) -> str:
    """Why a unit cannot have taken part in what happened; "" if it can."""
    record, kind = entry.record, entry.kind.name
    days = (record.received, record.answered) if kind == "answer" else (record.start, record.end or record.start)
    for unit in units:
        term = period(unit.record.term)
        first, last = days
        if first and last and (term.end and term.end <= first or term.since and term.since > last):
            return f"không có vào thời gian ấy ({first:%d/%m/%Y}), xem {field('hieu_luc')} của đơn vị"
    return ""


def _is_unreadable(context: ValidationContext, kind: str, name: str, year: str) -> bool:
    """True if it may exist but could not be read, which is reported in its own file, or is a missing task (TT-111)."""
    if kind == "thủ tục":
        return context.has_procedure(name)
    if kind == "nhiệm vụ":
        return tasks_unknown(context.store, year)
    if kind == "văn bản":
        return context.unread("plan_document", name)
    return context.unread("agency") or (kind == "đơn vị" and context.unread("unit", name))


def _names(entry: Entry) -> Iterator[Reference]:
    record = entry.record
    match entry.kind.name:
        case "plan":
            yield from _each(("bao_cao", "co_quan"), "cơ quan", record.reporting.agencies if record.reporting else ())
        case "task":
            for at, state in enumerate(record.progress):
                yield ("tien_do", at, "co_quan"), "cơ quan", state.agency
                documents = [item.document for item in state.products]
                yield from _each(("tien_do", at, "san_pham"), "văn bản", documents, "van_ban")
        case "plan_document":
            yield from _each(("thay_the",), "văn bản", record.replaces)
            yield from _each(("nhiem_vu",), "nhiệm vụ", record.tasks)
        case "review":
            yield ("ma_thu_tuc",), "thủ tục", record.code
            yield ("co_quan",), "cơ quan", record.agency
            yield from _each(("tien_do",), "văn bản", [step.document for step in record.progress], "van_ban")
            yield from _each(("gop_voi",), "thủ tục", record.merge_with)
        case "plan_event":
            yield ("chu_tri",), "cơ quan", record.lead
            yield from _each(("don_vi",), "đơn vị", record.takers)
            yield from _each(("van_ban",), "văn bản", record.documents)
        case "result" | "feedback_period":
            yield from _each(("so_lieu",), "đơn vị", [row.unit for row in record.rows], "don_vi")
        case "answer":
            yield ("don_vi",), "đơn vị", record.unit
            yield ("ma_thu_tuc",), "thủ tục", record.code
        case "target":
            yield ("nhiem_vu",), "nhiệm vụ", record.task
        case "process":
            yield ("ma_thu_tuc",), "thủ tục", record.code


def _each(path: KeyPath, kind: str, names: Iterable[object], key: str = "") -> Iterator[Reference]:
    """The references of a list at `path`; key: where its items are records, the key of the reference in each."""
    inside = (key,) if key else ()
    for at, name in enumerate(names):
        yield (*path, at, *inside), kind, name
