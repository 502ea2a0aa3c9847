"""Giấy tờ nằm lẫn trong phần điều kiện.

Điều kiện là điều phải đáp ứng; hồ sơ là giấy tờ phải nộp hoặc xuất trình (NĐ 63/2010/NĐ-CP Điều 3 khoản 3 và 4). Giấy
tờ viết ở phần điều kiện thì người dân chuẩn bị thiếu, vì danh sách mang theo được lập từ phần hồ sơ. Chuyển giấy tờ
sang `thanh_phan_ho_so`, giữ ở đây điều kiện thôi. Kiểm tra này đoán theo từ ngữ nên chỉ nhắc.

Sai:
    yeu_cau_dieu_kien:
      - Nộp bản sao Giấy chứng nhận kết hôn.
Đúng:
    yeu_cau_dieu_kien:
      - Hai vợ chồng đã đăng ký kết hôn.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-045"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ3 k4"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)
GIVES_WAY_TO = ("TT-079",)
ASKING = (
    "nộp",
    "gửi",
    "xuất trình",
    "mang theo",
    "kèm theo",
    "cung cấp",
    "mang",
    "photo",
    "phô tô",
    "phải có",
)  # also looked for first, which is quick: most conditions have none
PAPER = r"(?:bản chính|bản sao|bản chụp|giấy(?! tờ (?:giả|không))|đơn|tờ khai|sổ)\b"
ASKS = re.compile(
    rf"(?:{'|'.join(ASKING[:-1])}|phải có(?= (?:\d+ )?(?:bản (?:sao|chụp)|đơn (?:xin|đề nghị)|tờ khai)))"
    rf"\s+(?:thêm\s+)?(?:\d+\s+)?{PAPER}",
    re.IGNORECASE,
)
NAMED = re.compile(  # nothing is said of the paper: it is asked for
    r"\W*(?:\d+ )?(?:bản (?:sao|chính|chụp)|tờ khai|đơn (?:đề nghị|xin))\b"
    r"(?:(?!\b(?:không|phải|được|còn|đã|bị|do|thuộc|là|nếu|khi)\b)[^.;])*\W*$",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:trường hợp|nếu|khi|đã)\b(?:(?!\bphải\b)[^.;:\n])*$", re.IGNORECASE
)  # tells of a case, asks for nothing
DENIED = re.compile(r"không (?:(?:phải|cần|yêu cầu|được)\s*)?\W*$", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A condition that asks for a paper to be handed in or shown."""
    conditions = entry.record.conditions
    for index, text in enumerate(conditions if isinstance(conditions, list) else ()):
        lowered = text.lower()
        asked = (ASKS.search(text) if any(word in lowered for word in ASKING) else None) or NAMED.match(text)
        if asked and not DENIED.search(text[: asked.start()]) and not SUPPOSED.search(text[: asked.start()]):
            yield Finding(
                ("yeu_cau_dieu_kien", index),
                f"câu này đòi giấy tờ (“{asked[0]}”) chứ không phải điều kiện",
                f"Chuyển giấy tờ sang {field('thanh_phan_ho_so')}.",
            )
