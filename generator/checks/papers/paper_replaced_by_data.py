"""Đòi giấy tờ mà dữ liệu đã thay được.

Từ 01/01/2026 cơ quan nhận hồ sơ tự khai thác dữ liệu thay cho giấy tờ đã có trong các cơ sở dữ liệu (NQ
66.7/2025/NQ-CP). Danh mục gồm hàng trăm thủ tục, nên đây chỉ là lời nhắc để xem lại: thủ tục này còn được đòi giấy ấy
không? Nếu còn (ví dụ giấy do nước ngoài cấp, dữ liệu chưa có), nói rõ ở `ghi_chu` khi nào cần. Trước ngày ấy kiểm tra
này im lặng.

Sai:
    - ten_giay_to: Bản sao căn cước công dân
Đúng:
    - ten_giay_to: Bản sao căn cước công dân
      ghi_chu: Chỉ khi không khai thác được Cơ sở dữ liệu quốc gia về dân cư.
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-067"
SEVERITY = WARNING
LAW = "NQ 66.7/2025/NQ-CP"
CONFIDENCE = "V"
CHECKS = ("M06",)
KINDS = ("procedure",)
SINCE = dt.date(2026, 1, 1)
# said of the residence itself; “xác nhận của công an nơi cư trú về việc mất giấy tờ” is about something else
RESIDENCE = (
    r"xác nhận (?:(?:thông tin )?(?:về )?(?:nơi )?(?:cư trú|thường trú|tạm trú)"
    r"|của (?:cơ quan )?đăng ký cư trú(?! (?:về|là|việc))|của [^,;.]{3,40} về nơi (?:cư trú|thường trú|tạm trú))"
)
KNOWN_AS_DATA = re.compile(
    r"(?:bản sao|bản chụp|giấy|phô ?tô|photo(?:copy)?)\b.{0,30}?\b"
    r"(căn cước|CCCD|giấy khai sinh|giấy chứng nhận kết hôn"
    r"|xác nhận tình trạng hôn nhân|xác nhận độc thân"
    rf"|{RESIDENCE}"
    r"|giấy chứng nhận đăng ký (?:kết hôn|kinh doanh|doanh nghiệp|hộ kinh doanh)|thẻ (?:bảo hiểm y tế|BHYT))"
    r"|^\W*((?:giấy |trích lục )?(?:đăng ký )?khai sinh|trích lục kết hôn|giấy chứng nhận (?:đăng ký )?kết hôn"
    rf"|(?:giấy )?(?:xác nhận (?:tình trạng hôn nhân|độc thân)|{RESIDENCE})"
    r"|giấy chứng nhận đăng ký (?:kinh doanh|doanh nghiệp|hộ kinh doanh)|thẻ (?:bảo hiểm y tế|BHYT))",
    re.IGNORECASE,
)
CONDITIONED = re.compile(r"dữ liệu|khai thác|nước ngoài|trường hợp|\bnếu\b|khi không|chỉ khi", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Papers to hand in whose content the authorities hold as data, asked for without a condition."""
    if context.as_of < SINCE:
        return
    for path, paper in papers(entry.record):
        if paper.manner == "xuất trình":
            continue
        match = KNOWN_AS_DATA.search(paper.name or "")
        if match and not CONDITIONED.search(f"{paper.name} {paper.note or ''}"):
            yield Finding(
                (*path, "ten_giay_to"),
                f"“{(match[1] or match[2]).lower()}” đã có trong dữ liệu, có thể không được đòi nữa",
                f"Xem lại danh mục kèm NQ 66.7/2025/NQ-CP; nếu vẫn cần, ghi rõ khi nào ở {field('ghi_chu')}.",
            )
