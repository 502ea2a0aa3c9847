"""Địa chỉ liên kết không mở được.

Địa chỉ mà người dân bấm vào phải là trang web (`https://…`), không có dấu cách, dấu ngoặc hay tên đăng nhập. Địa chỉ
kiểu khác (`javascript:`, `data:`, `C:\\…`, `//…`) không thành liên kết trên trang. Chưa có thì ghi `chờ đơn vị bổ
sung`.

Sai: `lien_ket: javascript:alert(1)`
Đúng: `lien_ket: https://tuky.haiduong.gov.vn/tai-lieu/1`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks.units.contact_form import URL_KEYS
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.schema.values import PENDING_CONTACT, UNKNOWN
from generator.schema.web_address import web_address

ID = "TT-180"
SEVERITY = ERROR
KINDS = tuple(kind.name for kind in ALL_KINDS if kind.name != "elsewhere")  # TT-122 looks at that one
LINK_KEYS = {"lien_ket", "bieu_mau_gop_y"}  # always an address
FILE_KEYS = {"tep"}  # an address, or a path on this site
LOOKED_AT = (LINK_KEYS | FILE_KEYS) - set(URL_KEYS)
SCHEME = re.compile(r"\s{0,9}(?:[a-z][a-z0-9+.\t-]{0,40}:|//|\\\\)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every field that becomes a link; addresses of units and of the site are TT-089's."""
    for path, spec, value in entry.fields:
        if spec.key in LOOKED_AT and isinstance(value, str) and is_no_address(spec.key, value):
            yield Finding(
                path,
                f"“{value[:60]}” không phải địa chỉ trang web",
                f"Ghi địa chỉ bắt đầu bằng https://, hoặc “{PENDING_CONTACT}”.",
            )


def is_no_address(key: str, value: str) -> bool:
    """True if the value of this key should be a web address and cannot be one."""
    if value in ("", PENDING_CONTACT, UNKNOWN):
        return False
    return bool(key in LINK_KEYS or SCHEME.match(value)) and not web_address(value)
