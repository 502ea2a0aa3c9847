"""A field of work (lĩnh vực) that procedures belong to."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Text


class ServiceField(Record):
    """Lĩnh vực."""

    name: Text | None = field("ten", "Tên lĩnh vực", "Tên chính thức.", required=True)
    slug: Text | None = field("slug", "Tên ngắn", "Chữ thường không dấu, dùng trong địa chỉ trang.", required=True)
    summary: Text | None = field("mo_ta", "Mô tả", "Một dòng dễ hiểu.")
    agency: Text | None = field("co_quan", "Cơ quan phụ trách", "Tên ngắn của cơ quan phụ trách.")
    icon: Text | None = field("bieu_tuong", "Biểu tượng", "Tên một hình trong theme/icons, ví dụ school; tên khác thì trang dùng hình chung.")
