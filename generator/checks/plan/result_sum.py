"""Số liệu cộng không khớp.

Số liệu đăng công khai mà cộng sai thì cả báo cáo mất tin cậy. Tổng tiếp nhận = trực tuyến + trực tiếp, bưu chính + kỳ
trước chuyển sang; tổng đã giải quyết = trước hạn + đúng hạn + quá hạn; tiếp nhận = đã giải quyết + đang giải quyết;
dòng tổng cộng bằng các đơn vị cộng lại. Phản ánh: tổng = hành vi + quy định = đã xử lý + đang xử lý; đã công khai
không nhiều hơn đã xử lý. Xem lại báo cáo gốc; không tự sửa cho khớp.

Sai: `truoc_han: 5`, `dung_han: 3`, `qua_han: 0`, `tong_da_giai_quyet: 9`
Đúng: `truoc_han: 5`, `dung_han: 3`, `qua_han: 0`, `tong_da_giai_quyet: 8`
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import figures
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.plan.result import ResultRow
from generator.schema.record import Record, specs

ID = "TT-116"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "theo TT 01/2020/TT-VPCP"
CONFIDENCE = "M"
KINDS = ("result", "feedback_period")
# key where it is reported: (fields that make one side, fields that make the other)
SUMS: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "result": {
        "tong_tiep_nhan": (("received",), ("online", "counter", "carried")),
        "tong_da_giai_quyet": (("done",), ("early", "on_time", "late")),
        "dang_trong_han": (("received",), ("done", "open", "open_late")),
    },
    "feedback_period": {
        "tong_tiep_nhan": (("received",), ("conduct", "rules")),
        "dang_xu_ly": (("received",), ("done", "open")),
    },
}
HINT = "Xem lại báo cáo gốc."


Cell = tuple[KeyPath, str]  # a row and the name of its figure


class _Wrong(NamedTuple):
    """A sum that does not match: the place where it is reported, what is said, the figures that it consists of."""

    path: KeyPath
    message: str
    cells: frozenset[Cell]


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Sums along each row, and down each column where the report prints a total. Of several that do not match because
    of one figure, that figure is reported."""
    record, kind = entry.record, entry.kind.name
    rows = [(("so_lieu", at), row) for at, row in enumerate(record.rows)]
    total = getattr(record, "total", None)
    totals = [(("tong_cong",), total)] if total else []
    wrong = [found for path, row in [*rows, *totals] for found in _along(kind, path, row)]
    whole = rows and not entry.broken("so_lieu") and not _twice(record.rows)
    columns = list(_down(rows, total)) if total and whole else []
    wrong += columns
    common = frozenset.intersection(*(one.cells for one in wrong)) if len(wrong) > 1 else frozenset()
    if common:
        path, name = min(common, key=lambda cell: (cell[0] != ("tong_cong",), str(cell)))
        row: Record = next(row for place, row in [*rows, *totals] if place == path)
        yield Finding(
            (*path, next(spec.key for spec in specs(type(row)) if spec.name == name)),
            "; ".join(one.message for one in wrong),
            HINT,
        )
    elif len(columns) > 2:
        said = f"{len(columns)} cột có dòng tổng khác các đơn vị cộng lại, cột đầu: {columns[0].message}"
        yield Finding(("tong_cong",), said, "Xem có thiếu, thừa đơn vị nào.", key=True)
        wrong = [one for one in wrong if one not in columns]
    for one in wrong if not common else ():
        yield Finding(one.path, one.message, HINT)
    for at, figures_of in enumerate(record.rows if kind == "feedback_period" else ()):
        if None not in (figures_of.published, figures_of.done) and figures_of.published > figures_of.done:
            said = f"công khai {figures_of.published} mà mới xử lý {figures_of.done}"
            yield Finding(("so_lieu", at, "da_cong_khai"), said, HINT)


def _twice(rows: Sequence[ResultRow]) -> bool:
    """True if two rows are of one unit, which TT-123 reports."""
    named = [row.unit or row.name for row in rows]
    return len(set(named)) < len(named)


def _down(rows: Sequence[tuple[KeyPath, ResultRow]], total: ResultRow) -> Iterator[_Wrong]:
    for spec in specs(ResultRow):
        stated = getattr(total, spec.name)
        column = [getattr(row, spec.name) for _, row in rows]
        if spec.name not in ("unit", "name") and stated is not None and None not in column and sum(column) != stated:
            said = f"“{spec.label}” của các đơn vị cộng lại {sum(column)}, dòng tổng ghi {stated}"
            cells = frozenset((path, spec.name) for path in [("tong_cong",), *(path for path, _ in rows)])
            yield _Wrong(("tong_cong", spec.key), said, cells)


def _along(kind: str, path: KeyPath, row: Record) -> Iterator[_Wrong]:
    labels = {spec.name: spec.label.lower() for spec in specs(type(row))}
    for key, (left, right) in SUMS[kind].items():
        one, other = figures(row, *left), figures(row, *right)
        if one is not None and other is not None and one != other:
            said = f"{labels[left[0]]} là {one}, mà {' + '.join(labels[name] for name in right)} = {other}"
            yield _Wrong((*path, key), said, frozenset((path, name) for name in (*left, *right)))
