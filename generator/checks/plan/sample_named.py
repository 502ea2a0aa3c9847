"""Dữ liệu mẫu lẫn với dữ liệu thật.

Dữ liệu mẫu (`mau: true`) chỉ cho thấy cách ghi. Gắn số liệu, kết luận bịa ra vào một xã, cơ quan, thủ tục có thật là
đăng tin sai. Ngược lại, dữ liệu thật phải nói rõ của đơn vị, cơ quan nào, thủ tục nào. Dữ liệu mẫu thì bỏ mã và tên
ngắn, ghi `ten: Xã mẫu A`; dữ liệu thật thì bỏ `mau`.

Sai:
    mau: true
    so_lieu:
      - don_vi: tan-an
Đúng:
    mau: true
    so_lieu:
      - ten: Xã mẫu A
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.record import is_blank
from generator.text.audience import TRUE, field

ID = "TT-117"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("review", "plan_event", "result", "feedback_period", "answer", "process")
COMPARES = ("mau",)
WHO = {
    "review": (("co_quan", "agency"), ("ma_thu_tuc", "code"), ("gop_voi", "merge_with")),
    "plan_event": (("chu_tri", "lead"), ("don_vi", "takers")),
    "answer": (("don_vi", "unit"), ("ma_thu_tuc", "code")),
    "process": (("ma_thu_tuc", "code"),),
}
NEEDED = {"review": ("co_quan",), "plan_event": ("chu_tri",), "answer": ("don_vi",), "process": ("ma_thu_tuc",)}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A sample that names somebody; a real record that names nobody."""
    record, kind = entry.record, entry.kind.name
    for path, name in _named(kind, record):
        if record.sample and not is_blank(name):
            yield Finding(
                path,
                f"dữ liệu mẫu mà gắn với “{name if isinstance(name, str) else ', '.join(name or ())}” có thật",
                f"Bỏ dòng này, đặt tên mẫu; hoặc bỏ {field('mau')}: {TRUE} nếu là dữ liệu thật.",
            )
        elif not record.sample and is_blank(name) and path[-1] in NEEDED.get(kind, ()):
            yield Finding(
                path,
                f"chưa ghi {field(str(path[-1]))}",
                f"Ghi tên ngắn hoặc mã; nếu chỉ là ví dụ thì ghi {field('mau')}: {TRUE}.",
                key=True,
            )
    if kind == "review" and not record.sample and not record.code and not record.name:
        yield Finding(
            ("ma_thu_tuc",),
            "chưa ghi rà soát thủ tục nào",
            f"Ghi mã thủ tục; thủ tục nội bộ chưa có mã thì ghi {field('ten')}.",
            key=True,
        )
    for at, row in enumerate(record.rows) if kind in ("result", "feedback_period") and not record.sample else ():
        if not row.unit and not row.name and not any(fault[:2] == ("so_lieu", at) for fault in entry.faulty):
            yield Finding(
                ("so_lieu", at), "chưa ghi số liệu của đơn vị nào", f"Thêm {field('don_vi')}, hoặc {field('ten')}."
            )


def _named(kind: str, record: Any) -> Iterator[tuple[KeyPath, str | list[str] | None]]:
    if kind in WHO:
        yield from (((key,), getattr(record, name)) for key, name in WHO[kind])
    else:
        yield from ((("so_lieu", at, "don_vi"), row.unit) for at, row in enumerate(record.rows))
