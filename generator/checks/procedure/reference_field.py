"""Lĩnh vực không có trong danh sách.

Tên lĩnh vực của thủ tục phải có trong content/fields.yml, đúng từng chữ, để thủ tục nằm đúng trang lĩnh vực
(NĐ 63/2010/NĐ-CP Điều 24). Sửa theo gợi ý, hoặc thêm lĩnh vực mới.

Sai: `linh_vuc: Hộ tich`
Đúng: `linh_vuc: Hộ tịch`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.suggestions import suggest

ID = "TT-034"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ24"
CONFIDENCE = "V"
CHECKS = ("L18",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The field's name must be known."""
    name = entry.record.field_name
    if name and name not in context.fields and not context.unread("field"):
        yield Finding(
            ("linh_vuc",),
            f"chưa có lĩnh vực “{name}” trong content/fields.yml",
            suggest(name, list(context.fields)) or "Thêm lĩnh vực vào content/fields.yml.",
        )
