"""Trang của mỗi đơn vị cho biết cách liên hệ, hoặc nói rõ là còn chờ đơn vị bổ sung;
số điện thoại, hộp thư viết đúng dạng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.site import BuiltSite, ParsedPage
from generator.problem import WARNING

ID = "KT-008"
TITLE = "Đơn vị chưa có liên hệ"
LAW = "theo NĐ 42/2022"
UNIT = re.compile(r"don-vi/[a-z0-9-]+/index\.html")
WAITING = re.compile(r"(?i)chưa có thông tin|chờ đơn vị")  # stated openly: a reminder for us, not a fault of the page
FORMS = {
    "tel:": re.compile(r"\+?[0-9.]{1,16}(?:;ext=[0-9]+)?"),
    "mailto:": re.compile(r"[\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)+(?:\?.*)?", re.ASCII),
}
HINT = "Xin số và hộp thư của đơn vị, ghi vào content/units."


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """A telephone number or an e-mail address in the contact section of every unit's page; valid tel: and mailto:
    links."""
    name = page.file
    for tag, link in page.with_attribute("href"):
        for scheme, form in FORMS.items():
            if link.startswith(scheme) and not form.fullmatch(re.sub(r"[\s()-]", "", unquote(link[len(scheme) :]))):
                yield AuditFinding(
                    name,
                    tag.place,
                    f"“{link}” không gọi, không gửi được",
                    "Sửa số điện thoại, hộp thư trong content/units.",
                )
    if UNIT.fullmatch(name) and not any("data-ended" in tag.attributes for tag in page.tags):
        yield from _unit(name, page)


def _unit(name: str, page: ParsedPage) -> Iterator[AuditFinding]:
    if page.has_site_frame and "lien-he" not in {value for _, value in page.with_attribute("id")}:
        yield AuditFinding(name, (1, 1), "thiếu phần Liên hệ", REBUILD)
        return
    names = [tag.name for tag in page.tags]
    begin = names.index("main") if "main" in names else 0
    end = names.index("footer") if "footer" in names else len(names)
    links = [tag.attributes.get("href", "") for tag in page.tags[begin:end]]
    footer = {tag.attributes.get("href", "") for tag in page.tags[end:]}  # has the hotline, which is not the unit's
    if any(link.startswith(tuple(FORMS)) and link not in footer for link in links):
        return
    main = page.first("main")
    waiting = not page.has_site_frame or main is not None and WAITING.search(main.text) is not None
    if waiting:
        message = "trang đơn vị chưa có số điện thoại hay thư điện tử nào"
        yield AuditFinding(name, (1, 1), message, HINT, severity=WARNING)
    else:
        message = "trang đơn vị không có số điện thoại, thư điện tử, cũng không nói là đang chờ"
        yield AuditFinding(name, (1, 1), message, HINT)
