"""Khóa không theo thứ tự của mẫu.

Hồ sơ nào cũng xếp khóa theo cùng một thứ tự thì người sau đọc nhanh, so hai bản thấy ngay chỗ khác. Không sai nội dung
nên chỉ nhắc; chạy `tthc fix` để xếp lại, chú thích đi theo khóa của nó.

Sai:
    ten_thu_tuc: Đăng ký khai sinh
    ma_thu_tuc: "1.001193"
Đúng:
    ma_thu_tuc: "1.001193"
    ten_thu_tuc: Đăng ký khai sinh
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.key_order import first_out_of_order
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.text.audience import field, fixed_by_command

ID = "TT-098"
SEVERITY = WARNING
KINDS = tuple(kind.name for kind in ALL_KINDS)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding per record: the first key that follows one it should precede."""
    data = entry.document.data
    for part in entry.base:
        data = data[part]
    path = first_out_of_order(entry.kind.model, data)
    if path:
        yield Finding(
            path,
            f"khóa {field(str(path[-1]), quoted=True)} không đúng thứ tự của mẫu",
            fixed_by_command("để xếp lại"),
            key=True,
        )
