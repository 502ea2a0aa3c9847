"""Hình thức nộp trùng hoặc thiếu.

Có ba hình thức nộp: trực tiếp, bưu chính công ích, trực tuyến; mỗi hình thức một dòng, với thời hạn, phí và ghi chú
riêng khi khác mức chung (theo NĐ 61/2018/NĐ-CP, NĐ 107/2021/NĐ-CP). Hai dòng cùng hình thức thì không biết dòng nào
đúng: gộp lại, chỗ khác nhau đưa vào `truong_hop` của hồ sơ (dữ liệu quốc gia hay tách dòng theo từng mức phí, nên chỉ
nhắc). Chỉ có bưu chính cũng bị nhắc, vì hầu như thủ tục nào cũng nhận tại quầy hoặc trên mạng. Dòng ghi “Không áp dụng”
thì xóa; lời của dòng này chép ở dòng khác (“trực tuyến” mà bảo đến Bộ phận Một cửa) thì sửa.

Sai:
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
      - hinh_thuc_nop: trực tiếp
Đúng:
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
      - hinh_thuc_nop: bưu chính
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-064"
SEVERITY = WARNING
LAW = "theo NĐ 61/2018, NĐ 107/2021"
CONFIDENCE = "M"
CHECKS = ("M02",)
KINDS = ("procedure",)
COMPARES = ("cach_thuc_thuc_hien",)
DENIED = re.compile(
    r"\W*(?:không(?: có)?\W*$|(?:không|chưa) (?:áp dụng|thực hiện|triển khai|tiếp nhận|nhận|hỗ trợ|cung cấp)\b)",
    re.IGNORECASE,
)
# words of a way of filing; and how a note begins that is of another one, if it has none of these
OWN = {
    "trực tuyến": r"cổng|trực tuyến|mạng|điện tử|vneid|http|phần mềm|ứng dụng|dịch vụ công|mail|website|hệ thống",
    "bưu chính": r"bưu|gửi|chuyển phát|thư",
    "trực tiếp": r"trực tiếp|đến|một cửa|trung tâm|trụ sở|tại|quầy|ubnd|công an",
}
OTHER = {
    "trực tuyến": r"\W{0,3}(?:đến|nộp|tới|tại)\b[^\n]{0,200}\b(?:một cửa|trung tâm phục vụ|trụ sở|quầy)\b",
    "bưu chính": r"\W{0,3}(?:đến|nộp|tới|tại|truy cập|đăng nhập)\b[^\n]{0,200}\b(?:cổng|một cửa|quầy)\b",
    "trực tiếp": r"\W{0,3}(?:nộp|truy cập|đăng nhập|gửi)\b[^\n]{0,200}\b(?:cổng|bưu)\b",
}
WORDS = {kind: (re.compile(OWN[kind], re.IGNORECASE), re.compile(OTHER[kind], re.IGNORECASE)) for kind in OWN}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A kind of channel twice; the post alone; a note that denies its channel or is of another one."""
    places: dict[str, list[int]] = {}
    for index, channel in enumerate(entry.record.channels):
        if channel.kind:
            places.setdefault(channel.kind, []).append(index)
    for index, channel in enumerate(entry.record.channels):
        note, here = channel.note or "", ("cach_thuc_thuc_hien", index, "mo_ta")
        if DENIED.match(note):
            yield Finding(
                here, f"hình thức “{channel.kind}” ghi “{note[:40]}”", "Không nhận bằng cách này thì xóa cả dòng."
            )
        elif note and channel.kind in WORDS and len(places[channel.kind]) == 1:
            own, other = WORDS[channel.kind]
            if other.match(note) and not own.search(note):
                yield Finding(
                    here, f"lời này không phải của hình thức “{channel.kind}”", "Ghi cách nộp bằng hình thức này."
                )
    kinds = set(places)
    for kind, found in places.items():
        if len(found) > 1:  # once for the kind, however many rows it has
            yield Finding(
                ("cach_thuc_thuc_hien", found[1], "hinh_thuc_nop"),
                f"hình thức “{kind}” có {len(found)} dòng" if len(found) > 2 else f"hình thức “{kind}” đã có ở trên",
                f"Gộp các dòng; chỗ khác nhau đưa vào {field('truong_hop')}.",
            )
    if kinds == {"bưu chính"} and all(channel.kind for channel in entry.record.channels):
        yield Finding(
            ("cach_thuc_thuc_hien",), "chỉ có hình thức bưu chính", "Thêm trực tiếp, trực tuyến nếu nhận được."
        )
