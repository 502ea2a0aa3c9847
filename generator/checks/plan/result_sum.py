"""Số liệu cộng không khớp.

Số liệu đăng công khai mà cộng sai thì cả báo cáo mất tin cậy. Tổng tiếp nhận = trực tuyến + trực tiếp, bưu chính + kỳ
trước chuyển sang; tổng đã giải quyết = trước hạn + đúng hạn + quá hạn; tiếp nhận = đã giải quyết + đang giải quyết;
dòng tổng cộng bằng các đơn vị cộng lại. Phản ánh: tổng = hành vi + quy định = đã xử lý + đang xử lý; đã công khai
không nhiều hơn đã xử lý. Xem lại báo cáo gốc; không tự sửa cho khớp.

Sai: `truoc_han: 5`, `dung_han: 3`, `qua_han: 0`, `tong_da_giai_quyet: 9`
Đúng: `truoc_han: 5`, `dung_han: 3`, `qua_han: 0`, `tong_da_giai_quyet: 8`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import figures
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
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


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Sums along each row, and down each column where the report prints a total."""
    record, kind = entry.record, entry.kind.name
    rows = [(("so_lieu", at), row) for at, row in enumerate(record.rows)]
    total = getattr(record, "total", None)
    for path, row in [*rows, *([(("tong_cong",), total)] if total else [])]:
        yield from _along(kind, path, row)
    for spec in specs(ResultRow) if total else ():
        stated = getattr(total, spec.name)
        column = [getattr(row, spec.name) for _, row in rows]
        if spec.name not in ("unit", "name") and stated is not None and None not in column and sum(column) != stated:
            yield Finding(
                ("tong_cong", spec.key),
                f"“{spec.label}” của các đơn vị cộng lại {sum(column)}, dòng tổng ghi {stated}",
                HINT,
            )


def _along(kind: str, path: KeyPath, row: Record) -> Iterator[Finding]:
    labels = {spec.name: spec.label.lower() for spec in specs(type(row))}
    for key, (left, right) in SUMS[kind].items():
        one, other = figures(row, *left), figures(row, *right)
        if one is not None and other is not None and one != other:
            yield Finding(
                (*path, key),
                f"{labels[left[0]]} là {one}, mà {' + '.join(labels[name] for name in right)} = {other}",
                HINT,
            )
    if kind == "feedback_period" and None not in (row.published, row.done) and row.published > row.done:  # type: ignore[attr-defined]
        yield Finding((*path, "da_cong_khai"), f"công khai {row.published} mà mới xử lý {row.done}", HINT)  # type: ignore[attr-defined]
