"""Đơn vị chưa có thông báo tiếp nhận phản ánh, kiến nghị.

Mỗi đơn vị phải niêm yết nơi nhận phản ánh, kiến nghị: cơ quan, địa chỉ, số điện thoại chuyên dùng, hộp thư hoặc hệ
thống (NĐ 20/2008/NĐ-CP Điều 7 khoản 2 và 4, sửa đổi bởi NĐ 92/2017/NĐ-CP; Kế hoạch 2023 mục II.7). Điện thoại *chuyên
dùng* là số dành cho việc này: trùng với số chung, số của Bộ phận Một cửa thì bị nhắc. Chưa có số thật thì ghi `chờ đơn
vị bổ sung`, không đặt ra.

Sai: bỏ hẳn phần `phan_anh`
Đúng:
    phan_anh:
      co_quan_tiep_nhan: UBND xã Tân An
      dia_chi: Trụ sở UBND xã Tân An
      dien_thoai: chờ đơn vị bổ sung
      thu_dien_tu: chờ đơn vị bổ sung
      he_thong: https://pakn.dichvucong.gov.vn
"""

from collections.abc import Iterator

from generator.checks._engine.active_units import receives
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.web_address import dialled
from generator.text.audience import field

ID = "TT-062"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 20/2008 Đ7; Kế hoạch 2023 mục II.7"
CONFIDENCE = "V"
CHECKS = ("P02", "P03", "P04")
KINDS = ("unit",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """No notice at all; a dedicated number that is the general one."""
    feedback, contact = entry.record.feedback, entry.record.contact
    if feedback is None:
        if receives(entry, context):
            yield Finding(
                ("phan_anh",),
                f"đơn vị chưa có phần tiếp nhận phản ánh, kiến nghị ({field('phan_anh')})",
                "Thêm cơ quan, địa chỉ, số điện thoại chuyên dùng, thư điện tử, hệ thống.",
                key=True,
            )
        return
    own = dialled(feedback.phone)
    others = (("số chung của đơn vị", contact), ("số của Bộ phận Một cửa", entry.record.one_stop))
    same = next((said for said, part in others if part and own and own == dialled(part.phone)), "")
    if same:
        yield Finding(
            ("phan_anh", "dien_thoai"),
            f"số chuyên dùng trùng với {same}",
            "Ghi số dành riêng cho phản ánh, kiến nghị.",
            "NĐ 20/2008 Đ7 k2",
            severity=WARNING,
        )
