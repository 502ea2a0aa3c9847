"""Thời hạn khác với lời mô tả của chính cách nộp.

Bảng ghi 17 ngày mà lời mô tả bên cạnh ghi “không quá 7 ngày” thì người dân không biết tin con số nào. Đối chiếu văn bản
rồi để một con số; trường hợp riêng thì tách ra `truong_hop`.

Sai:
    - hinh_thuc_nop: trực tiếp
      thoi_han_giai_quyet: {so: 17, don_vi: ngày làm việc}
      mo_ta: Không quá 7 ngày làm việc kể từ ngày nhận đủ hồ sơ.
Đúng:
    - hinh_thuc_nop: trực tiếp
      thoi_han_giai_quyet: {so: 7, don_vi: ngày làm việc}
      mo_ta: Kể từ ngày nhận đủ hồ sơ.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING
from generator.schema.fees import TimeLimit

ID = "TT-241"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 đ"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

TIME = re.compile(r"(?<![\d,.])0*(\d{1,3}(?:,5)?)\s*(ngày làm việc|giờ làm việc|ngày|giờ|tháng)", re.IGNORECASE)
STATED = re.compile(r"(?:không quá|trong thời hạn|thời hạn(?: giải quyết)?(?: là)?:?)\s*$", re.IGNORECASE)
# Another time for other places, cases or an extension contradicts nothing.
OTHER_CASE = re.compile(r"miền núi|hải đảo|vùng sâu|trường hợp|đối với|kéo dài|thêm|gia hạn|tăng", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The only time in a channel's note, said to be the limit, is another than the channel's."""
    record = entry.record
    for index, channel in enumerate(record.channels):
        limit = channel.time_limit if isinstance(channel.time_limit, TimeLimit) else record.time_limit
        note = channel.note or ""
        times = list(TIME.finditer(note))
        if not isinstance(limit, TimeLimit) or not limit.amount or len(times) != 1 or OTHER_CASE.search(note):
            continue
        number, unit = times[0][1], times[0][2].lower()
        if STATED.search(note[: times[0].start()]) and (number, unit) != (
            str(limit.amount),
            limit.unit,
        ):
            yield Finding(
                ("cach_thuc_thuc_hien", index, "mo_ta"),
                f"mô tả ghi {number} {unit}, thời hạn ghi {limit.amount} {limit.unit or ''}".rstrip(),
                "Đối chiếu văn bản rồi để một con số.",
            )
