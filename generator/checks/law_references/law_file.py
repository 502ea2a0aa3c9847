"""Văn bản chưa có tệp toàn văn.

Mỗi văn bản đăng trên trang có hình thức, cơ quan, số, ngày ban hành, ngày hiệu lực, trích yếu và tệp toàn văn (theo NĐ
42/2022/NĐ-CP). Thiếu những mục khác là lỗi (TT-020); riêng tệp toàn văn còn thiếu thì được đếm chung và nhắc một lần ở
site.yml. Ghi `tep` bằng địa chỉ công khai hoặc đường dẫn trong content/.

Sai: văn bản không có khóa `tep`
Đúng: `tep: https://vanban.chinhphu.vn/?pageid=27160&docid=182137`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.national_content import PREFIX
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-090"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W02",)
KINDS = ("site",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding for all documents without a file."""
    laws = [law for law in context.store.of("law") if not law.path.startswith(PREFIX)]  # the package's are not theirs
    without = [law for law in laws if not law.record.file and ("tep",) not in law.faulty]
    if without:
        yield Finding(
            (),
            f"{len(without)} văn bản chưa có tệp toàn văn, đầu tiên là {without[0].path}",
            f"Thêm {field('tep')}: địa chỉ toàn văn.",
        )
