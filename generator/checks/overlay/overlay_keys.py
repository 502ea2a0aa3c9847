"""Lớp địa phương đặt điều không được đặt.

Huyện, xã chỉ được nói riêng về nơi nộp, quầy, giờ, điện thoại, chức vụ người nhận, nơi nộp tiền và lời dặn. Trình tự,
giấy tờ, thời hạn, phí, điều kiện là của thủ tục đã được công bố: địa phương không được thêm, bớt hay viết lại (NĐ
63/2010/NĐ-CP Điều 13, Điều 18 khoản 6). Người nhận hồ sơ chỉ ghi chức vụ, không ghi họ tên. Xóa khóa ấy; nếu thủ tục
thật sự đã đổi thì sửa bản ghi của thủ tục, kèm văn bản.

Sai:
    units/tan-an/overlay/1.001193.yml
    phi_le_phi: 20000
Đúng:
    noi_nop_tien: Nộp tại quầy số 2
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.persons import named_person
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.overlay import Overlay
from generator.schema.record import specs
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-140"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ13, Đ18 k6"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("overlay",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Keys that an overlay may not set."""
    allowed = [spec.key for spec in specs(Overlay)]
    for key in entry.record.model_extra or {}:
        near = suggest(key, allowed, cutoff=0.8)
        hint = near or f"Chỉ dùng: {', '.join(map(field, allowed))}."
        yield Finding(
            (key,),
            f"lớp địa phương không được đặt {field(key, quoted=True)}: xã không được thêm hay sửa bước, giấy tờ, "
            "thời hạn, phí",
            hint,
            key=True,
        )
    for key, text in (("chuc_vu_can_bo", entry.record.officer), ("quay", entry.record.desk)):
        if person := named_person(text or ""):
            yield Finding(
                (key,),
                f"chỉ ghi chức vụ, không ghi họ tên (“{person}”)",
                "Viết chức vụ, ví dụ: Công chức Tư pháp – Hộ tịch.",
            )
