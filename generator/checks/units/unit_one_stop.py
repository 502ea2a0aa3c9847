"""Đơn vị chưa có Bộ phận Một cửa.

Mỗi huyện, xã, thị trấn có nơi tiếp nhận hồ sơ với địa chỉ và giờ nhận (NĐ 63/2010/NĐ-CP Điều 15 khoản 1 điểm c; theo
NĐ 61/2018/NĐ-CP); danh sách thủ tục nhận tại đơn vị được in kèm địa chỉ ấy. Đơn vị còn hoạt động mà thiếu phần
`bo_phan_mot_cua` thì người dân không biết mang hồ sơ tới đâu. Số chưa có thì ghi `chờ đơn vị bổ sung`.

Sai: bỏ hẳn phần `bo_phan_mot_cua`
Đúng:
    bo_phan_mot_cua:
      ten: Bộ phận Một cửa UBND xã Tân An
      dia_chi: Trụ sở UBND xã Tân An
      gio_tiep_nhan: Giờ hành chính, thứ Hai đến thứ Sáu
      dien_thoai: chờ đơn vị bổ sung
      thu_dien_tu: chờ đơn vị bổ sung
"""

from collections.abc import Iterator

from generator.checks._engine.active_units import receives
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.audience import field

ID = "TT-061"
SEVERITY = ERROR
SCOPE = "content"
LAW = "theo NĐ 61/2018"
CONFIDENCE = "M"
CHECKS = ("M01", "L05")
KINDS = ("unit",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A unit of the site that exists on its day and has no one-stop office."""
    if receives(entry, context) and entry.record.one_stop is None:
        yield Finding(
            ("bo_phan_mot_cua",),
            f"đơn vị chưa có phần Bộ phận Một cửa ({field('bo_phan_mot_cua')})",
            "Thêm tên, địa chỉ, giờ tiếp nhận, điện thoại, thư điện tử.",
            key=True,
        )
