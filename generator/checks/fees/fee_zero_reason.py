"""Mức thu 0 đồng mà không nói miễn theo đâu.

Ghi 0 đồng là nói với người dân rằng họ không phải trả tiền. Trong dữ liệu thật, hơn một nửa số dòng ghi 0 lại kèm câu
nói khác: “theo quy định của HĐND tỉnh”, “theo biểu phí”. Vì vậy mức 0 phải nói được miễn cho ai, theo văn bản nào (NĐ
63/2010/NĐ-CP Điều 8 khoản 2 điểm i): “Không thu.” là lỗi, “Người cao tuổi: không thu.” được nhắc vì thiếu văn bản. Nếu
mức thu do tỉnh đặt ra thì ghi `HĐND tỉnh quy định`; nếu nằm trong biểu của một văn bản thì ghi `theo văn bản`; nếu văn
bản không đặt ra khoản thu nào thì ghi cả phần là `phi_le_phi: không`.

Sai:
    - loai: lệ phí
      muc_thu: 0
Đúng:
    - loai: lệ phí
      muc_thu: 0
      ly_do: Miễn khi đăng ký đúng hạn theo Điều 11 Luật Hộ tịch.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import fees
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import either, field, label

ID = "TT-042"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L03",)
KINDS = ("procedure",)
DOCUMENT = re.compile(
    r"\d/|\bđiều \d|\b(?:(?<!pháp )luật|nghị định|thông tư|nghị quyết|quyết định|pháp lệnh|công văn"
    r"|hđnd|hội đồng nhân dân)\b",
    re.IGNORECASE,
)
# what is left of “Miễn phí theo quy định của pháp luật.” tells nobody for whom or by what
EMPTY = re.compile(
    r"\b(?:miễn|không|thu|phải|nộp|trả|đóng|mất|có|quy định|phí|lệ phí|tiền|đồng|khoản|này|hoàn toàn|theo|của|pháp luật"
    r"|nhà nước|hiện hành|thủ tục|hồ sơ|mức|và|là|0)\b|[\W_]",
    re.IGNORECASE,
)
EXEMPT = re.compile(
    r"miễn|không thu|không phải (?:nộp|trả|đóng)|không mất|không (?:có )?(?:quy định )?(?:phí|lệ phí)|0 đồng",
    re.IGNORECASE,
)

NO_FEE = either("“phi_le_phi: không”", f"“không” ở {label('phi_le_phi')}")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A zero without a reason, or with a reason that does not say that nothing is paid, or not for whom or by what."""
    for path, fee in fees(entry.record):
        if fee.amount != 0:
            continue
        explanation = " ".join(filter(None, (fee.reason, fee.source_text)))
        if not explanation:
            yield Finding(
                (*path, "muc_thu"),
                "mức thu 0 đồng mà chưa có lý do",
                f"Thêm {field('ly_do')}: miễn cho ai, theo văn bản nào; hoặc ghi “HĐND tỉnh quy định”.",
            )
        elif not EXEMPT.search(explanation):
            yield Finding(
                (*path, "muc_thu"),
                "mức thu 0 đồng nhưng lý do không nói là được miễn",
                "Nếu được miễn, ghi rõ “Miễn …”; nếu không, ghi số tiền, “HĐND tỉnh quy định” hoặc “theo văn bản”.",
            )
        elif not DOCUMENT.search(explanation):
            to_whom = EMPTY.sub("", explanation)
            yield Finding(
                (*path, "muc_thu"),
                f"mức thu 0 đồng mà lý do chưa nói {'' if to_whom else 'cho ai, '}theo văn bản nào",
                f"Ghi số ký hiệu văn bản cho miễn ở {field('ly_do')}; văn bản không đặt ra khoản thu thì ghi {NO_FEE}.",
                severity=WARNING if to_whom else ERROR,
            )
