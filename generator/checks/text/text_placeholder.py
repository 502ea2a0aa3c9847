"""Chữ giữ chỗ chưa thay.

“…”, “xxx”, “TODO”, “đang cập nhật”, “như trên”, “xem phụ lục” là chỗ trống chứ không phải nội dung, nhưng máy tưởng là
đã điền; “#NAME?”, “#N/A”, “#REF!” là lỗi công thức chép từ bảng tính. Điền nội dung thật; phần chưa xác nhận được thì
ghi `chưa rõ` ở nơi cho phép, và kể ở `doi_chieu.phan_cho_doi_chieu`.

Sai: `dia_chi_tiep_nhan_ho_so: Đang cập nhật`
Đúng: `dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.own_fields import own_texts
from generator.checks._engine.rule import Finding
from generator.checks.units.contact_form import is_contact
from generator.loading.entry import Entry
from generator.loading.versions import VERSIONED
from generator.problem import ERROR
from generator.schema.kinds import REGISTERS
from generator.schema.values import SPREADSHEET_ERROR, is_name

ID = "TT-097"
SEVERITY = ERROR
KINDS = (
    "procedure",
    "law",
    "unit",
    "guide",
    "notice",
    "site",
    "field",
    "agency",
    "overlay",
    *VERSIONED.values(),
    *REGISTERS,
)
MAX_LENGTH = 80
EMPTY = re.compile(
    r"[\s.…_\-–—?/\\*()\[\]]+|[^\d.…_]{0,40}(?:\.{5,}|…{2,}|_{4,})\W*|\[(?:điền|nhập|ghi|chọn) [^\[\]]+\]"
    r"|\W*(?:x{2,}|todo\b.*|tbd|lorem ipsum.*|n/?a|null|nan|none|undefined|\[object object\]"
    r"|(?:đang|chờ|sẽ) (?:được )?(?:cập nhật|bổ sung)(?: sau)?|cập nhật sau"
    r"|không có thông tin|điền .{0,20}vào đây|(?:bổ sung|ghi) sau|test|abc|như trên|nt"
    r"|xem (?:phụ lục|file|tệp|bảng|biểu|hình)(?: đính)?(?: kèm)?(?: theo)?|error! .{0,40}|page \d+ of \d+)\W*",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Placeholder texts."""
    for path, spec, value in own_texts(entry):
        if len(value) >= MAX_LENGTH:
            continue
        if ("#" in value or ":" in value) and SPREADSHEET_ERROR.fullmatch(value.strip()):
            yield Finding(
                path,
                f"“{value}” ở “{spec.label}” là lỗi công thức của bảng tính",
                "Mở bảng tính gốc, xem ô đó đáng lẽ ghi gì rồi điền vào đây.",
            )
        elif EMPTY.fullmatch(value) and not is_contact(entry.kind.name, path, spec.key):  # else TT-089
            yield Finding(
                path, f"“{value[:40]}” ở “{spec.label}” chưa phải nội dung", "Điền nội dung thật, hoặc xóa dòng."
            )
        elif spec.key == "ten_thu_tuc" and not is_name(value):
            yield Finding(
                path,
                f"“{value[:40]}” không phải tên thủ tục, giống giá trị của một ô khác",
                "Ghi tên thủ tục như ở quyết định công bố.",
            )
