"""Thiếu phần bắt buộc.

Mỗi bộ phận mà luật đòi hỏi phải có và không để trống: tên, trình tự, cách thức, hồ sơ, thời hạn, đối tượng, cơ quan,
kết quả (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm a–h), mẫu đơn, điều kiện, phí (điểm i, nói rõ có, không hay chưa rõ),
căn cứ pháp lý, nơi và giờ nhận (Điều 15). Thông báo ghi điều luật của từng phần.

Sai: bỏ trống `trinh_tu_thuc_hien:`
Đúng: ghi từng bước, mỗi bước có người thực hiện.
"""

from collections.abc import Iterator

from generator.model.record import is_blank, walk
from generator.problem import ERROR
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-020"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2"
CONFIDENCE = "V"
NO_LAW = " "  # not asked for by a law: keep the rule's own article out of the message
KINDS = ("site", "field", "agency", "unit", "law", "procedure", "plan", "task", "guide", "notice", "holidays")


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """Yield one finding for each required field that is absent or empty."""
    for path, spec, value in walk(entry.record):
        if spec.required and is_blank(value):
            yield Finding(path, f"thiếu “{spec.label}” ({spec.key})", spec.help, spec.law or NO_LAW, key=True)
