"""Cơ quan được nhắc tới không có.

Tên ngắn của cơ quan ở nhiệm vụ, ở phần trách nhiệm của kế hoạch, ở lĩnh vực và ở nhóm cơ quan phải có trong
content/agencies.yml, để trang của cơ quan gom đủ việc. Chọn tên ngắn gần nhất trong thông báo, hoặc thêm cơ quan.

Sai: `co_quan: [van-phng]`
Đúng: `co_quan: [van-phong]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.text.suggestions import suggest

ID = "TT-032"
SEVERITY = ERROR
SCOPE = "content"
KINDS = ("plan", "task", "field", "agency")
COMMUNES = "đơn vị cấp xã"


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every slug named must be the slug of an agency."""
    seen: set[tuple[object, ...]] = set()
    for path, slug in _slugs(entry):
        if slug and isinstance(path[-1], int):
            if (*path[:-1], slug) in seen:
                yield Finding(path, f"“{slug}” đã kể ở trên", "Bỏ một lần.", severity=WARNING)
            elif entry.kind.name == "agency" and slug == entry.record.slug:
                yield Finding(path, "nhóm không thể gồm chính nó", "Bỏ dòng này.")
            elif path[0] == "co_quan_phoi_hop" and ("co_quan_chu_tri", "co_quan", slug) in seen:
                said = f"“{slug}” vừa chủ trì vừa phối hợp"
                yield Finding(path, said, "Xem lại lời văn của kế hoạch.", severity=WARNING)
            seen.add((*path[:-1], slug))
        if slug and slug not in context.agencies and slug != COMMUNES and not context.unread("agency"):
            yield Finding(
                path,
                f"không có cơ quan “{slug}” trong content/agencies.yml",
                suggest(slug, list(context.agencies))
                or "Thêm cơ quan vào content/agencies.yml, hoặc sửa lại tên ngắn.",
            )


def _slugs(entry: Entry) -> Iterator[tuple[KeyPath, str | None]]:
    record, kind = entry.record, entry.kind.name
    if kind == "field":
        yield ("co_quan",), record.agency
    elif kind == "agency":
        for index, slug in enumerate(record.members):
            yield ("gom", index), slug
    elif kind == "plan":
        for part_at, part in enumerate(record.parts):
            for item_at, item in enumerate(part.items):
                for index, slug in enumerate(item.agencies):
                    yield ("phan", part_at, "muc", item_at, "co_quan", index), slug
    else:
        for key, side in (("co_quan_chu_tri", record.lead), ("co_quan_phoi_hop", record.partners)):
            for index, slug in enumerate(side.agencies if side else ()):
                yield (key, "co_quan", index), slug
