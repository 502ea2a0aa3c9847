"""Kết quả không nói là giấy gì.

“Quyết định hành chính”, “Văn bản” không cho người dân biết nhận được gì (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm h). Ghi
tên đầy đủ của giấy tờ hoặc việc được làm.

Sai: `ten: Quyết định hành chính`
Đúng: `ten: Quyết định giao đất`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING

ID = "TT-251"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 h"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

VAGUE = {
    "quyết định hành chính", "quyết định", "văn bản", "văn bản hành chính", "thông báo", "giấy chứng nhận", "giấy phép",
    "giấy xác nhận", "văn bản chấp thuận", "văn bản xác nhận", "khác", "kết quả", "quyết định phê duyệt",
    "kết quả giải quyết", "kết quả giải quyết thủ tục", "kết quả giải quyết thủ tục hành chính", "theo quy định",
    "kết quả theo quy định", "văn bản trả lời", "hồ sơ",
}  # fmt: skip


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A result whose whole name is a kind of document."""
    for index, result in enumerate(entry.record.results):
        if (result.name or "").strip(" .;").lower() in VAGUE:
            yield Finding(
                ("ket_qua_thuc_hien", index, "ten"),
                f"kết quả “{result.name}” không nói là giấy gì",
                "Ghi tên đầy đủ của giấy tờ.",
            )
