"""Trang không tải gì từ máy khác, không có mã lệnh hay kiểu dáng viết thẳng trong trang."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Tag, line_in

ID = "KT-003"
TITLE = "Tải từ máy khác hoặc mã trong trang"
LOADS = ("src", "srcset", "poster", "data", "background", "xlink:href", "ping", "manifest")
ALL_LOADS = frozenset(LOADS)
LEADING = frozenset(("href", "action", "formaction", "xlink:href"))
DRAWING = ("use", "image", "feimage")  # SVG elements that load their href
LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
    "apple-touch-icon",
}
ELSEWHERE = re.compile(r"(?i)\s*(https?:|wss?:|ftp:)?[/\\]{2}")
SCHEMES = "|".join(r"[\t\r\n]*".join(name) for name in ("javascript", "data", "vbscript"))  # browsers skip these
RUNNING = re.compile(rf"(?i)[\s\x00-\x1f]*({SCHEMES})\s*:")
STYLE = re.compile(r"(?i)(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s]+)")
SCRIPT = re.compile(
    r"""(?i)(?:\bfrom|\bimport|\bfetch|\bimportScripts|\bsendBeacon|\b(?:WebSocket|EventSource|Worker|URL))"""
    r"""\s*+(?:\(\s*+)?["'`]((?:https?:|wss?:)?//[^"'`]+)"""
)


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Loads from other hosts, forms sent there; inline scripts, styles and event handlers; script URLs."""
    for tag in page.tags:
        for address in _loaded(tag):
            if ELSEWHERE.match(address):
                yield AuditFinding(
                    page.file, tag.place, f"trang tải “{address.strip()}” từ máy khác", "Để tệp vào trang của mình."
                )
        for key in ("action", "formaction"):
            if ELSEWHERE.match(tag.attributes.get(key, "")):
                message = f"biểu mẫu gửi lời người dân tới “{tag.attributes[key].strip()}”"
                yield AuditFinding(page.file, tag.place, message, "Gửi tới trang của mình.")
        yield from _alive(page.file, tag)


def check_file(name: str, site: BuiltSite) -> Iterator[AuditFinding]:
    """Addresses of other hosts in styles and scripts."""
    if name.endswith(".css"):
        form = STYLE
    elif name.endswith(".js") and not site.within(name).startswith("pagefind/"):
        form = SCRIPT
    else:
        return
    text = site.text(name)
    for found in form.finditer(text):
        place = line_in(text, found.start())
        yield AuditFinding(name, place, f"tệp tải “{found[1]}” từ máy khác", "Để tệp vào trang của mình.")


def _loaded(tag: Tag) -> Iterator[str]:
    attributes = tag.attributes
    for key in () if ALL_LOADS.isdisjoint(attributes) else LOADS:
        if key in attributes and (key != "data" or tag.name == "object"):
            yield from (
                (part.split()[0] for part in attributes[key].split(",") if part.strip())
                if key == "srcset"
                else (attributes[key],)
            )
    if (
        tag.name == "link"
        and LOADING_LINKS & set(attributes.get("rel", "").lower().split())
        or tag.name in DRAWING
        or tag.name == "base"
    ):
        yield attributes.get("href", "")
    if tag.name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield re.sub(r"(?i)^[\d.\s;,]*(url\s*=)?\s*[\"']?", "", attributes.get("content", ""))


def _alive(name: str, tag: Tag) -> Iterator[AuditFinding]:
    attributes = tag.attributes
    if tag.name == "script" and "src" not in attributes and not attributes.get("type", "").startswith("application/"):
        yield AuditFinding(name, tag.place, "mã lệnh viết thẳng trong trang", "Chuyển vào tệp .js.")
    if tag.name == "style" or "style" in attributes:
        yield AuditFinding(name, tag.place, "kiểu dáng viết thẳng trong trang", "Chuyển vào tệp .css.")
    for attribute in attributes:
        if attribute[:2] == "on":
            yield AuditFinding(name, tag.place, f"mã lệnh trong thuộc tính {attribute}", "Chuyển vào tệp .js.")
    if (
        not LEADING.isdisjoint(attributes)
        and any(RUNNING.match(attributes.get(key, "")) for key in LEADING)
        or "srcdoc" in attributes
    ):
        yield AuditFinding(name, tag.place, "liên kết chạy mã lệnh", "Xóa liên kết.")
    if tag.name in ("script", "iframe", "object", "embed") and any(
        RUNNING.match(attributes.get(key, "")) for key in ("src", "data")
    ):
        yield AuditFinding(name, tag.place, "mã lệnh trong địa chỉ", "Chuyển vào tệp .js.")
