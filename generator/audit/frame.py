"""Mỗi trang có đủ khung, đúng thứ tự: đường tắt đến nội dung, đầu trang có mục chính, nội dung,
chân trang có tên cơ quan, mục phản ánh, điện thoại hỗ trợ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.links import target
from generator.audit.site import BuiltSite, ParsedPage

ID = "KT-013"
TITLE = "Khung trang thiếu phần"
LAW = "NĐ 42/2022 Đ4, NĐ 20/2008 Đ9"
PARTS = {
    "a.tthc-skip-link": "đường tắt đến nội dung",
    "header": "đầu trang",
    "nav": "mục chính",
    "main": "nội dung chính",
    "footer": "chân trang",
}
AGAIN = "Dựng lại trang; xem theme/frame.html."


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Pages with the site's frame: its parts in order; the responsible organisation, feedback page and hotline."""
    name = page.file
    if not page.has_site_frame:
        return
    places = {part: _place(page, part) for part in PARTS}
    missing = [PARTS[part] for part, place in places.items() if place is None]
    if missing:
        yield AuditFinding(name, (1, 1), f"thiếu {', '.join(missing)}", AGAIN)
        return
    order = [place for place in places.values() if place is not None]
    if order != sorted(order):
        yield AuditFinding(name, (1, 1), "các phần của khung sai thứ tự", AGAIN, "theo TT 26/2020")
    start = places["footer"] or 0
    if len(page.tags[start].text) < 10:
        yield AuditFinding(name, page.tags[start].place, "chân trang không có tên cơ quan", AGAIN)
    html = page.first("html")
    if html and html.attributes.get("lang") != "vi":
        return  # pages in English link to contacts in English
    links = [tag.attributes.get("href", "") for tag in page.tags[start:] if tag.name == "a"]
    if not any(link.startswith("tel:") for link in links):
        yield AuditFinding(name, page.tags[start].place, "chân trang không có số điện thoại hỗ trợ", AGAIN)
    feedback = f"{site.edition_of(name)}phan-anh/index.html"
    if feedback in site.files and not any(target(name, link, site) == feedback for link in links):
        message = "chân trang không dẫn tới mục phản ánh, kiến nghị"
        yield AuditFinding(name, page.tags[start].place, message, AGAIN)


def _place(page: ParsedPage, part: str) -> int | None:
    name, _, kind = part.partition(".")
    return next(
        (
            at
            for at, tag in enumerate(page.tags)
            if tag.name == name and (not kind or kind in tag.attributes.get("class", "").split())
        ),
        None,
    )
