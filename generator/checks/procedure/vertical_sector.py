"""Thủ tục ngành dọc chưa đánh dấu.

Công an, thuế, bảo hiểm xã hội, quân sự là ngành dọc; thủ tục của họ nhận tại Bộ phận Một cửa theo danh mục riêng (QĐ
1291/QĐ-TTg; Kế hoạch 2023 mục II.4). Thủ tục như thế ghi `nganh_doc`, để trang nói đúng nơi nhận. Đã ghi cấp `ngành
dọc` mà không nói ngành nào là lỗi; tên cơ quan cho thấy là ngành dọc mà chưa ghi thì chỉ nhắc.

Sai:
    cap_thuc_hien:
      - ngành dọc
Đúng:
    cap_thuc_hien:
      - ngành dọc
    nganh_doc: công an
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field

ID = "TT-065"
SEVERITY = ERROR
LAW = "QĐ 1291/QĐ-TTg; Kế hoạch 2023 mục II.4"
CONFIDENCE = "V"
CHECKS = ("M04",)
KINDS = ("procedure",)
COMPARES = ("nganh_doc",)
VERTICAL = re.compile(
    r"^\W*(?:cơ quan )?(công an|chi cục thuế|cơ quan thuế|cục thuế|bảo hiểm xã hội|cơ quan bảo hiểm xã hội|BHXH"
    r"|thuế cơ sở|thuế (?:tỉnh|thành phố|huyện)|đội thuế|chi cục hải quan|hải quan|kho bạc|đồn biên phòng"
    r"|ban chỉ huy phòng thủ khu vực|ban chỉ huy quân sự cấp huyện|ban chqs cấp huyện|ban chỉ huy quân sự huyện)\b",
    re.IGNORECASE,
)
NONE = re.compile(r"\W*(?:không|không có|chưa rõ|ubnd)\W*", re.IGNORECASE)
# sector → words of which its name and the names of its bodies have one
FAMILIES = {
    "công an": ("công an",), "thuế": ("thuế",), "hải quan": ("hải quan",), "kho bạc": ("kho bạc",),
    "bảo hiểm xã hội": ("bảo hiểm", "bhxh"), "quân sự": ("quân sự", "chqs", "quốc phòng", "phòng thủ"),
    "biên phòng": ("biên phòng", "quốc phòng", "quân"),
}  # fmt: skip


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The level without the sector; an agency of a sector that is not stated."""
    record = entry.record
    match = VERTICAL.match(record.executing_agency or "")
    if record.sector:
        named = match[1].casefold() if match else ""
        sector = next((sector for sector, words in FAMILIES.items() if any(word in named for word in words)), "")
        if NONE.fullmatch(record.sector):
            yield Finding(
                ("nganh_doc",), f"{field('nganh_doc')} ghi “{record.sector}”", "Không thuộc ngành dọc thì xóa dòng này."
            )
        elif sector and not any(word in record.sector.casefold() for word in FAMILIES[sector]):
            yield Finding(
                ("nganh_doc",),
                f"ghi ngành “{record.sector}” mà cơ quan thực hiện là “{match[1] if match else ''}”",
                f"Xem lại: {field('nganh_doc')}: {sector}, hoặc sửa cơ quan.",
                severity=WARNING,
            )
        return
    if "ngành dọc" in record.levels:
        yield Finding(
            ("cap_thuc_hien", record.levels.index("ngành dọc")),
            "ghi cấp “ngành dọc” mà chưa nói ngành nào",
            f"Thêm {field('nganh_doc')}: công an, thuế, bảo hiểm xã hội, quân sự …",
        )
        return
    if match:
        yield Finding(
            ("co_quan_thuc_hien",),
            f"“{match[1]}” là ngành dọc mà chưa có {field('nganh_doc')}",
            f"Thêm {field('nganh_doc')}, ví dụ {field('nganh_doc')}: công an.",
            severity=WARNING,
        )
