"""Trạng thái đối chiếu trái với phần chờ đối chiếu.

Nội dung công khai phải khớp bản gốc (NĐ 63/2010/NĐ-CP Điều 17). Chỗ đã đối chiếu thì trang không đánh dấu gì, chỗ chưa
thì có dòng “hỏi lại trước khi đi”. Hồ sơ ghi “đã đối chiếu” mà còn phần chờ, hoặc còn dòng mang `cho_doi_chieu`, thì
không biết tin bên nào.

Sai: `trang_thai: đã đối chiếu` kèm `phan_cho_doi_chieu: [phi_le_phi]`
Đúng: `trang_thai: chờ đối chiếu` kèm `phan_cho_doi_chieu: [phi_le_phi]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.procedure import Procedure
from generator.text.audience import field

ID = "TT-221"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ17"
CONFIDENCE = "V"
CHECKS = ("L10",)
KINDS = ("procedure",)
HINT = "Còn chỗ chưa chắc thì ghi “chờ đối chiếu”; đối chiếu xong thì xóa chỗ ấy."


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding a record: the first part or row that awaits confirmation in a record that claims to be compared."""
    record: Procedure = entry.record
    verification = record.verification
    if verification is None or verification.state != "đã đối chiếu":
        return
    if verification.pending:
        message = f"ghi “đã đối chiếu” mà {field(verification.pending[0], quoted=True)} còn chờ"
        yield Finding(("doi_chieu", "trang_thai"), message, HINT)
        return
    rows = [path for path, spec, value in entry.fields if spec.key == "cho_doi_chieu" and value]
    if rows:
        yield Finding(rows[0], "dòng này chờ đối chiếu mà hồ sơ ghi “đã đối chiếu”", HINT)
