"""Kết quả không nói là giấy gì.

“Quyết định hành chính”, “Văn bản”, “Quyết định hoặc văn bản trả lời” không cho người dân biết nhận được gì (NĐ
63/2010/NĐ-CP Điều 8 khoản 2 điểm h); “Trả kết quả tại Bộ phận Một cửa” là một bước, “3 ngày làm việc” là thời hạn. Ghi
tên đầy đủ của giấy tờ hoặc việc được làm.

Sai: `ten: Quyết định hành chính`
Đúng: `ten: Quyết định giao đất`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.repeats import bare

ID = "TT-251"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 h"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)
GIVES_WAY_TO = ("TT-097",)

VAGUE = {
    "quyết định hành chính", "quyết định", "văn bản", "văn bản hành chính", "thông báo", "giấy chứng nhận", "giấy phép",
    "giấy xác nhận", "văn bản chấp thuận", "văn bản xác nhận", "khác", "kết quả", "quyết định phê duyệt",
    "kết quả giải quyết", "kết quả giải quyết thủ tục", "kết quả giải quyết thủ tục hành chính", "theo quy định",
    "kết quả theo quy định", "văn bản trả lời", "hồ sơ", "giấy tờ", "có", "không", "không có", "đạt", "như trên", "gcn",
    "trả kết quả", "hồ sơ được giải quyết", "bản chính", "bản sao", "quyết định hành chính cá biệt",
    "tthc", "thủ tục hành chính", "đã giải quyết", "hoàn thành",
}  # fmt: skip
REFUSAL = "văn bản từ chối"  # clear enough beside a result that is named
EITHER = re.compile(r"/|,|;|\bhoặc\b|\bhay\b")
# by whom it is issued says nothing of what it is
ISSUED_BY = re.compile(
    r" của (?:chủ tịch )?(?:ubnd|[uủ][ỷy] ban nhân dân)(?: cấp)?(?: (?:xã|phường|huyện|tỉnh))?(?: có thẩm quyền)?$"
)
NO_RESULT = re.compile(
    r"(?:đến |cơ quan |xã )?(?:trả|nhận) kết quả (?:tại|ở|qua|cho|trong)\b|(?:người nộp|công dân|cá nhân) nhận kết quả$"
)
OF_DOSSIER = re.compile(
    r"kết quả(?: của)?(?: (?:giải quyết|xử lý|thực hiện|thẩm định|xem xét)){0,3}(?: (?:việc|hồ sơ|thủ tục|tthc)){0,3}"
)
TIME = re.compile(r"(?:không quá |trong )?\d{1,3} (?:ngày|giờ|tháng)(?: làm việc)?")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A result whose whole name is a kind of document, one of several kinds, a step or a time."""
    for index, result in enumerate(entry.record.results):
        if result.name and _is_vague(bare(result.name)):
            yield Finding(
                ("ket_qua_thuc_hien", index, "ten"),
                f"kết quả “{result.name}” không nói là giấy gì",
                "Ghi tên đầy đủ của giấy tờ.",
            )


def _is_vague(name: str) -> bool:
    kinds = [ISSUED_BY.sub("", kind.strip()) for kind in EITHER.split(name)]
    vague = all(kind in VAGUE or (kind == REFUSAL and len(kinds) > 1) for kind in kinds)
    return vague or bool(OF_DOSSIER.fullmatch(name) or NO_RESULT.match(name) or TIME.fullmatch(name))
