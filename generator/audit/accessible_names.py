"""Ô nhập có nhãn, liên kết và nút có chữ, các chỗ nhắc tới nhau bằng id đều có thật."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Tag

ID = "KT-014"
TITLE = "Ô nhập, liên kết, nút không có tên"
LAW = "theo TT 26/2020 (WCAG 4.1.2)"
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list")
ALL_REFERRING = frozenset(REFERRING)
UNLABELLED = ("hidden", "submit", "button", "reset", "image")


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Accessible names, and references by id within the page."""
    name = page.file
    labelled = {tag.attributes["for"] for tag in page.tags if tag.name == "label" and "for" in tag.attributes}
    for tag in page.tags:
        attributes = tag.attributes
        if tag.name == "a" and attributes.get("href") and not _named(tag) or tag.name == "button" and not _named(tag):
            yield AuditFinding(
                name,
                tag.place,
                f"{'liên kết' if tag.name == 'a' else 'nút'} không có chữ",
                "Thêm chữ, hoặc aria-label.",
            )
        if tag.name in ("input", "select", "textarea") and attributes.get("type", "") not in UNLABELLED:
            if not (
                attributes.get("id") in labelled
                or attributes.get("aria-label")
                or attributes.get("aria-labelledby")
                or attributes.get("title")
                or _within_label(page, tag)
            ):
                yield AuditFinding(name, tag.place, "ô nhập không có nhãn", 'Thêm <label for="…">, hoặc aria-label.')
        for key in () if ALL_REFERRING.isdisjoint(attributes) else REFERRING:
            for wanted in attributes.get(key, "").split():
                if wanted not in page.ids:
                    yield AuditFinding(name, tag.place, f"{key} nhắc tới “{wanted}” nhưng trang không có", "Sửa id.")


def _named(tag: Tag) -> bool:
    return bool(
        tag.text
        or tag.attributes.get("aria-label")
        or tag.attributes.get("aria-labelledby")
        or tag.attributes.get("title")
    )


def _within_label(page: ParsedPage, wanted: Tag) -> bool:
    """True if a label wraps the field; such a label has no `for`."""
    before = [tag for tag in page.tags[: page.tags.index(wanted)] if tag.name == "label"]
    return bool(before) and "for" not in before[-1].attributes and bool(before[-1].text)
