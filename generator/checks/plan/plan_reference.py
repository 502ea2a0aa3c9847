"""Kế hoạch nhắc tới cái không có.

Văn bản, số liệu, sự kiện của kế hoạch nối với thủ tục, cơ quan, xã, nhiệm vụ và với nhau bằng mã, tên ngắn, tên tệp,
số. Nhắc tới cái không có thì mối nối biến mất mà không ai hay: trang của cơ quan thiếu việc, văn bản thay thế không
hiện. Chọn tên gần nhất trong thông báo.

Sai: `van_ban: 568-vp` (không có documents/568-vp.yml)
Đúng: `van_ban: 568-vp-nc-kstthc`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.kinds import REGISTERS
from generator.text.suggestions import suggest

ID = "TT-113"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("plan", "task", *REGISTERS)


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
    for path, what, name in _names(entry):
        names, place = places[what]
        if name is None or str(name) in names or _is_unreadable(context, what, str(name)):
            continue
        hint = context.mend_code(str(name)) if what == "thủ tục" else suggest(str(name), list(names))
        yield Finding(path, f"không có {what} “{name}” trong {place}", hint)


def _is_unreadable(context: ValidationContext, what: str, name: str) -> bool:
    """True if it exists but could not be parsed, which is reported in its own file."""
    if what == "thủ tục":
        return context.has_procedure(name)
    if what == "nhiệm vụ":
        return context.unread("task")
    if what == "văn bản":
        return context.unread("plan_document", name)
    return context.unread("agency") or (what == "đơn vị" and context.unread("unit", name))


def _names(entry: Entry) -> Iterator[tuple[KeyPath, str, object]]:
    record, kind = entry.record, entry.kind.name
    if kind == "plan":
        yield from (
            ((("bao_cao", "co_quan", at), "cơ quan", slug))
            for at, slug in enumerate(record.reporting.agencies if record.reporting else ())
        )
    elif kind == "task":
        for at, state in enumerate(record.progress):
            yield ("tien_do", at, "co_quan"), "cơ quan", state.agency
            yield from (
                (("tien_do", at, "san_pham", nth, "van_ban"), "văn bản", item.document)
                for nth, item in enumerate(state.products)
            )
    elif kind == "plan_document":
        yield from ((("thay_the", at), "văn bản", slug) for at, slug in enumerate(record.replaces))
        yield from ((("nhiem_vu", at), "nhiệm vụ", number) for at, number in enumerate(record.tasks))
    elif kind == "review":
        yield ("ma_thu_tuc",), "thủ tục", record.code
        yield ("co_quan",), "cơ quan", record.agency
        yield from ((("tien_do", at, "van_ban"), "văn bản", step.document) for at, step in enumerate(record.progress))
        yield from ((("gop_voi", at), "thủ tục", code) for at, code in enumerate(record.merge_with))
    elif kind == "plan_event":
        yield ("chu_tri",), "cơ quan", record.lead
        yield from ((("don_vi", at), "đơn vị", slug) for at, slug in enumerate(record.takers))
        yield from ((("van_ban", at), "văn bản", slug) for at, slug in enumerate(record.documents))
    elif kind in ("result", "feedback_period"):
        yield from ((("so_lieu", at, "don_vi"), "đơn vị", row.unit) for at, row in enumerate(record.rows))
    elif kind == "answer":
        yield ("don_vi",), "đơn vị", record.unit
        yield ("ma_thu_tuc",), "thủ tục", record.code
    elif kind == "target":
        yield ("nhiem_vu",), "nhiệm vụ", record.task
    elif kind == "process":
        yield ("ma_thu_tuc",), "thủ tục", record.code
