"""Hình có chữ thay thế, không quá nặng; tệp SVG không mang mã lệnh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage
from generator.problem import WARNING

ID = "KT-010"
TITLE = "Hình có vấn đề"
LIMIT = 300_000
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff")
ALIVE = re.compile(
    rb"<\s*script|<\s*foreignobject|<\s*(iframe|object|embed)|\son\w+\s*=|javascript:|<!entity|"
    rb"(href|src)\s*=\s*[\"']?\s*(https?:)?//|@import",
    re.IGNORECASE,
)


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Every <img> has an alternative text."""
    for tag in page.tags:
        if tag.name == "img" and "alt" not in tag.attributes:
            yield AuditFinding(
                page.file,
                tag.place,
                "hình không có chữ thay thế (alt)",
                'Thêm alt, hoặc alt="" nếu chỉ để trang trí.',
                "theo TT 26/2020 (WCAG 1.1.1)",
            )


def check_file(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    """The size of a picture; SVG files that could run scripts or fetch anything."""
    if not name.lower().endswith(PICTURES):
        return
    data = (site.folder / name).read_bytes()
    if len(data) > LIMIT:
        yield AuditFinding(
            name, (1, 1), f"hình nặng {len(data) // 1000} KB", "Thu nhỏ hình trước khi đăng.", severity=WARNING
        )
    if name.lower().endswith(".svg") and ALIVE.search(data):
        yield AuditFinding(
            name, (1, 1), "tệp SVG có mã lệnh hoặc tải từ nơi khác", "Lưu lại hình dưới dạng PNG, hoặc xóa phần đó."
        )
