"""Liên kết không dẫn tới đâu.

Liên kết tới trang, tệp, mục không có, tới ổ đĩa của máy mình (`C:\\…`, `file:`, `\\\\máy-chủ\\…`) hay mạng nội bộ thì
người dân bấm vào chỉ gặp lỗi. Trang khác của ta ghi bằng đường dẫn tính từ trang đang viết, như `../../don-vi/`; nơi
khác ghi cả `https://`. Ảnh trong bài không được đăng: viết bằng lời.

Sai: `[mẫu đơn](C:\\Users\\an\\mau.docx)`, `![bản đồ](ban-do.jpg)`
Đúng: `[các xã](../../don-vi/)`
"""

import posixpath
import re
from collections.abc import Iterator, Set
from functools import cache
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from generator import urls
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import find_in_text, text_of
from generator.checks._engine.known_addresses import leads_somewhere, pages_like
from generator.checks._engine.markdown_text import MARKDOWN_KINDS, PICTURES, body_of
from generator.checks._engine.rule import Finding
from generator.checks.text.link_address import is_no_address
from generator.io.regular_file import read_regular
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.resources import THEME
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.schema.kinds import REGISTERS, SEARCH, kind_of
from generator.schema.values import PENDING_CONTACT, UNKNOWN
from generator.text.local_hosts import LOCAL_HOST, LOCAL_SIGNS
from generator.text.slugs import slug
from generator.text.suggestions import suggest

ID = "TT-184"
SEVERITY = ERROR
SCOPE = "content"
CHECKS = ("W05",)
KINDS = tuple(kind.name for kind in ALL_KINDS if kind.name not in SEARCH)
GIVES_WAY_TO = ("TT-180",)
# `X:\`, `file:`, `\\server\` and a host that only its own network knows: in a YAML text it is meant as an address
OWN_MACHINE = re.compile(
    r"(?<![\w/])(?:[A-Za-z]:\\[\w.~-]|file:/|\\\\[\w.-]+\\[\w$.-]"
    rf"|https?://(?:{LOCAL_HOST})(?![\w.-]))"
)
OWN_SIGNS = (":\\", "file:/", "\\\\", *LOCAL_SIGNS)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
BARE_HOST = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov|info|edu)(?=[/:?#]|$))\S*", re.IGNORECASE)
PLACES = {
    "guide": urls.guide,
    "notice": urls.notice,
    "handbook": lambda stem: f"{urls.HANDBOOK}{stem}/",
}
LINKED = {"law", "task", *REGISTERS}
CODE = re.compile(r"\d\.\d{6}")
LIMIT = 50  # findings reported per text
HERE = "chỉ mở được trên máy hay trong mạng của người viết"
Fault = tuple[str, str]  # message, hint


def facts(entry: Entry) -> Any:
    """Of Markdown: (links as (tag, address, line), sorted ids of its headings). Of other files: addresses on a local
    machine in the text, as (address, place)."""
    if entry.kind.name in MARKDOWN_KINDS:
        body = body_of(entry)
        return ([(link.tag, link.address, link.line) for link in body.links], sorted(body.ids)) if body else ([], [])
    text = text_of(entry)
    if not any(sign in text for sign in OWN_SIGNS):
        return []
    spots = find_in_text(OWN_MACHINE, text)
    inside = entry.kind.name == "site"  # a site may be published for an office's own network
    return [(spot.excerpt, spot.at) for spot in spots if not (inside and spot.excerpt.startswith("http"))]


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Links and images in Markdown; addresses on a local machine in other texts."""
    if entry.kind.name not in MARKDOWN_KINDS:
        for short, at in entry.facts.get(ID, ()):
            yield Finding((), f"“{short}…” {HERE}", "Ghi địa chỉ công khai (https://…), hoặc bỏ.", at=at)
        if entry.kind.name in LINKED:
            yield from _addresses(entry, context)
        return
    count = 0
    for tag, address, line in _links_and_ids(entry)[0]:
        found = count < LIMIT and (_picture(tag) if tag in PICTURES else fault(address.strip(), entry, context))
        if found:
            count += 1
            yield Finding(("noi_dung",), *found, at=(line, 1))


def _links_and_ids(entry: Entry) -> tuple[list[tuple[str, str, int]], list[str]]:
    """What `facts` keeps of a Markdown record; another record may not have been checked yet."""
    found: tuple[list[tuple[str, str, int]], list[str]] = entry.facts.get(ID) or facts(entry)
    return found


def _addresses(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Keys whose value becomes a link: only web addresses are published."""
    for path, spec, value in entry.fields:
        if spec.key not in ("tep", "lien_ket") or not isinstance(value, str) or value in ("", PENDING_CONTACT, UNKNOWN):
            continue
        if OWN_MACHINE.search(value) or is_no_address(spec.key, value):
            continue  # reported above, or TT-180
        if entry.kind.name == "plan_document" and leads_somewhere(value, context):  # a page of this site
            continue
        if not value.startswith(("https://", "http://")):
            yield Finding(
                path, f"“{value[:60]}” không phải địa chỉ trang nên không lên trang", "Ghi cả https:// ở đầu."
            )
        elif found := _outside(value, value[:80], entry, context):
            yield Finding(path, *found)


def _picture(tag: str) -> Fault:
    what = "ảnh" if tag in ("img", "picture", "svg", "source") else "phim, âm thanh hay khung nhúng"
    return f"{what} trong bài không được đăng lên trang", "Viết bằng lời điều người dân cần biết; bỏ phần này."


def fault(address: str, entry: Entry, context: ValidationContext) -> Fault | None:
    """What is wrong with an address in the text of `entry`; None if it is valid or cannot be verified offline."""
    short = address if len(address) <= 80 else f"{address[:77]}…"
    if not address:
        return "liên kết không có địa chỉ", "Ghi địa chỉ trong ngoặc tròn, hoặc bỏ ngoặc vuông."
    if OWN_MACHINE.match(address) or "\\" in address or re.match(r"[A-Za-z]:/|file:", address):
        return f"liên kết “{short}” {HERE}", "Đăng tệp ở nơi công khai rồi ghi địa chỉ https://…"
    scheme = SCHEME.match(address)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel") and not BARE_HOST.match(address):
        return f"liên kết kiểu “{scheme[1]}:” không được dùng trên trang", "Dùng https://, mailto: hoặc tel:."
    if address.lower().startswith(("http:", "https:")):
        return _outside(address, short, entry, context)
    if scheme and scheme[1].lower() == "mailto":
        fine = re.fullmatch(r"mailto:[^@\s?]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?", address, re.IGNORECASE)
        return None if fine else (f"“{short}” không phải địa chỉ thư", "Ví dụ mailto:vanphong@tuky.haiduong.gov.vn.")
    if scheme and scheme[1].lower() == "tel":
        fine = re.fullmatch(r"tel:\+?[\d .()-]{3,20}", address, re.IGNORECASE)
        return None if fine else (f"“{short}” không phải số điện thoại", "Ví dụ tel:18001096.")
    if address.startswith("//") or BARE_HOST.match(address):
        return f"liên kết “{short}” thiếu https:// nên bị hiểu là trang của ta", f"Ghi https://{address.lstrip('/')}"
    if re.fullmatch(r"[^@\s/]+@[\w.-]+", address):
        return f"liên kết “{short}” thiếu mailto:", f"Ghi mailto:{address}"
    return _inside(address, short, entry, context)


def _place(entry: Entry) -> str:
    """The page of a Markdown record; for other records the root, which is good enough for a hint."""
    return PLACES[entry.kind.name](entry.stem) if entry.kind.name in PLACES else ""


def _outside(address: str, short: str, entry: Entry, context: ValidationContext) -> Fault | None:
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        host = ""
    if not host or not re.match(r"https?://[^/\s]", address, re.IGNORECASE):
        return f"liên kết “{short}” viết sai", "Ghi như https://dichvucong.gov.vn/…"
    import ipaddress

    try:
        inner = not ipaddress.ip_address(host).is_global
    except ValueError:
        inner = "." not in host or host.endswith((".local", ".lan", ".internal", ".localhost", ".test", ".example"))
    if inner:
        return f"liên kết “{short}” {HERE}", "Ghi địa chỉ công khai, hoặc bỏ liên kết."
    site = next((item.record.url for item in context.store.of("site") if item.record.url), "") or ""
    base = site.rstrip("/") + "/"
    if len(base) > 8 and f"{address}/".startswith(base):
        return _target(address[len(base) :], short, entry, context)
    return None


def _inside(address: str, short: str, entry: Entry, context: ValidationContext) -> Fault | None:
    path, anchor = urldefrag(address)
    here = _place(entry)
    path = unquote(path.partition("?")[0])
    if not path:
        return _anchor(here, anchor, short, context)
    if path.startswith("/"):
        site = next((urlsplit(item.record.url or "").path for item in context.store.of("site")), "") or "/"
        inside = path.removeprefix(site.rstrip("/")).lstrip("/") if f"{path}/".startswith(site) else path.lstrip("/")
        found = _target(f"{inside}#{anchor}" if anchor else inside, short, entry, context)
        better = posixpath.relpath(f"/{inside}", f"/{here}") + ("/" if inside.endswith("/") else "")
        return found or (f"liên kết “{short}” không chạy khi trang nằm trong thư mục hay trên USB", f"Ghi {better}")
    joined = posixpath.normpath(posixpath.join(f"/{here}", path))
    deep = posixpath.normpath(posixpath.join(here, path))
    if deep.startswith(".."):
        return f"liên kết “{short}” đi ra ngoài trang", _hint(path, entry, context)
    target = "" if joined == "/" else joined.lstrip("/") + ("/" if path.endswith(("/", ".", "..")) else "")
    return _target(f"{target}#{anchor}" if anchor else target, short, entry, context)


def _target(path: str, short: str, entry: Entry, context: ValidationContext) -> Fault | None:
    """path: relative to the site's root, with its fragment."""
    path, anchor = urldefrag(path)
    path = path.partition("?")[0]
    if not leads_somewhere(path, context):
        return f"liên kết “{short}” không dẫn tới trang hay tệp nào", _hint(path, entry, context)
    return _anchor(path, anchor, short, context) if anchor else None


def _hint(path: str, entry: Entry, context: ValidationContext) -> str:
    here = _place(entry)
    code = CODE.search(path)
    parts = path.split("/")
    kind = next((found for at in range(len(parts)) if (found := kind_of("/".join(parts[at:])))), None)
    better = ""
    if code and context.has_procedure(code[0]):
        better = urls.procedure(code[0])
    elif kind and kind.name in PLACES:
        better = PLACES[kind.name](posixpath.basename(path).rpartition(".")[0])
    elif near := suggest(path[:200], pages_like(path, context), 0.7):
        better = near.partition("“")[2].partition("”")[0]
    if not better or not leads_somewhere(better, context):
        return "Trang khác của ta ghi như ../../don-vi/tan-an/; mở trang ấy xem địa chỉ."
    return f"Ý bạn là “{posixpath.relpath(f'/{better}', f'/{here}')}/”?"


def _anchor(page: str, anchor: str, short: str, context: ValidationContext) -> Fault | None:
    """Checks anchors of Markdown pages, procedures and the glossary; the site audit checks those of other pages."""
    anchor, page = unquote(anchor), page.removesuffix("index.html").rstrip("/") + "/"
    ids: Set[str] | None = None
    if page.startswith(urls.CATALOGUE) and page != urls.CATALOGUE:
        ids = _ids_of_procedures()
    if page == urls.GLOSSARY:
        ids = frozenset(slug(term.record.term) for term in context.store.of("term") if term.record.term)
    for kind, address in PLACES.items():
        for other in context.store.of(kind) if page == address(posixpath.basename(page.rstrip("/"))) else ():
            if address(other.stem) == page:
                steps = {f"buoc-{at}" for at in range(1, len(getattr(other.record, "steps", ())) + 1)}
                ids = steps.union(_links_and_ids(other)[1])
    if not anchor or ids is None or anchor in ids or anchor in ("noi-dung", "top"):
        return None
    hint = suggest(anchor, sorted(ids)) or (
        f"Các mục có: {', '.join(sorted(ids)[:6])}." if ids else "Bỏ phần sau dấu #."
    )
    return f"liên kết “{short}”: trang ấy không có mục “#{anchor[:40]}”", hint


@cache
def _ids_of_procedures() -> frozenset[str]:
    """The ids in the templates of a procedure's page."""
    folder = THEME / "pages"
    texts = (read_regular(file)[0].decode() for file in sorted(folder.glob("procedure*.html")))
    return frozenset(name for text in texts for name in re.findall(r'id="([\w-]+)"', text))
