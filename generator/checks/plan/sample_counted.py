"""Dữ liệu mẫu, chưa phải dữ liệu thật.

Sổ, danh mục, bảng số liệu chưa có dữ liệu thật thì có một bản ghi mẫu (`mau: true`) để thấy cách ghi. Trang của nó nói
rõ là mẫu và không có trong tìm kiếm. Lời nhắc này đếm xem còn bao nhiêu bản ghi mẫu; khi có dữ liệu thật thì ghi tệp
mới rồi xóa tệp mẫu.

Sai: `mau: true` khi đã có số liệu thật
Đúng: tệp với số liệu, nguồn thật, không có `mau`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.kinds import REGISTERS

ID = "TT-144"
SEVERITY = WARNING
SUPPRESSIBLE = False
KINDS = REGISTERS


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Each sample once, so that the count of this rule is the count of samples."""
    if entry.record.sample:
        yield Finding(
            ("mau",), f"đây là {entry.kind.label} mẫu", "Có dữ liệu thật thì ghi tệp mới, xóa tệp mẫu.", key=True
        )
