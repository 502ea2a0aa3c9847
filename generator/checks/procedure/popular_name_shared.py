"""Hai thủ tục của một lĩnh vực có cùng một tên thường gọi đứng đầu.

Danh sách, trang thủ tục và tờ in lấy tên thường gọi đầu tiên làm tên chính, tên chính thức đứng dưới bằng chữ nhỏ. Hai
dòng cùng tên thì người dân không biết chọn dòng nào. Đổi thứ tự hoặc viết thêm chữ phân biệt cho tên đứng đầu; các tên
sau dùng để tìm, trùng nhau không sao.

Sai: hai tệp của lĩnh vực Hộ tịch cùng có `ten_thuong_goi: [làm giấy khai sinh]`
Đúng: `làm giấy khai sinh` và `làm lại giấy khai sinh`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import ERROR
from generator.schema.lifecycle import state_of
from generator.text.whitespace import normalised_name

ID = "TT-228"
SEVERITY = ERROR
SCOPE = "content"
CHECKS = ("L01",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The name that leads in lists: another procedure of the field leads with it too, or is officially called so."""
    record = entry.record
    if not record.popular_names or state_of(record, context.as_of) == "ended":
        return
    name = normalised_name(record.popular_names[0])
    for other in context.cached(_by_leading_name)[name]:
        same = other.code or ""
        if same == record.code or other.record.field_name != record.field_name:
            continue
        if state_of(other.record, context.as_of) == "ended":
            continue
        # two that are called alike are reported once
        if normalised_name(other.name or "") == name or same > (record.code or ""):
            yield Finding(
                ("ten_thuong_goi", 0),
                f"{other.record.code} ({other.path}) cũng được gọi như vậy trong cùng lĩnh vực",
                "Đưa một tên khác lên đầu, hoặc viết thêm chữ phân biệt.",
            )
            return


def _by_leading_name(store: Store) -> dict[str, list[Entry]]:
    """By `normalised_name` of the names that lead in lists or may; no record is unpacked for it."""
    found: dict[str, list[Entry]] = {}
    for entry in store.of("procedure"):
        for name in dict.fromkeys(entry.comparable_names):
            found.setdefault(name, []).append(entry)
    return found
