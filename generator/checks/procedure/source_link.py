"""Nguồn đối chiếu không tìm lại được.

Trang này là bản sao; bản có giá trị nằm ở CSDL quốc gia (NĐ 63/2010/NĐ-CP Điều 17, 25), nên mỗi hồ sơ phải dẫn lại
được tới bản gốc: địa chỉ trang, hoặc tên nguồn kèm mã thủ tục, số văn bản. “Internet”, “theo quy định” thì không ai
tìm lại được; trang chủ của một cổng, trang tìm kiếm cũng vậy.

Sai: `nguon: trên mạng`
Đúng: `nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-057"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ17"
CONFIDENCE = "V"
CHECKS = ("L13",)
KINDS = ("procedure",)
ON_OWN_MACHINE = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\")  # TT-184
TRACEABLE = re.compile(
    r"(?:https?://|www\.)(?!www\.google\.|google\.|www\.bing\.|coccoc\.)[\w-][\w.-]*+/\S"
    r"|\d\.\d{6}|\d/(?:\d{4}\b|\S*[^\W\d_])|CSDL|cơ sở dữ liệu",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A source without an address, a code or a document number."""
    verification = entry.record.verification
    source = (verification.source if verification else None) or ""
    if source and not TRACEABLE.search(source) and not ON_OWN_MACHINE.match(source):
        yield Finding(
            ("doi_chieu", "nguon"),
            f"nguồn “{source}” không tìm lại được",
            "Ghi địa chỉ bản ghi, hoặc tên nguồn kèm mã thủ tục.",
        )
