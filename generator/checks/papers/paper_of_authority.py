"""Giấy tờ do chính cơ quan giải quyết làm ra.

Hồ sơ là những gì người dân nộp. Biên bản họp xét, báo cáo thẩm định, phiếu kiểm soát là việc của cơ quan; đòi ở người
dân là đặt thêm giấy tờ. Chuyển thành một bước của cơ quan ở `trinh_tu_thuc_hien`.

Sai: `ten_giay_to: Biên bản họp Hội đồng xét duyệt`
Đúng: (xóa giấy tờ này; thêm bước “Hội đồng họp xét và lập biên bản.”)
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-250"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 d"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)

INTERNAL = re.compile(
    r"\W*(?:phiếu kiểm soát quá trình|phiếu (?:trình|yêu cầu bổ sung)|giấy (?:tiếp nhận|biên nhận) hồ sơ"
    r"|phiếu tiếp nhận hồ sơ|(?:giấy|phiếu) hẹn\b|giấy tiếp nhận và hẹn"
    r"|biên bản (?:họp xét|kiểm tra [^,;]{0,20}) của (?:ubnd|ủy ban|uỷ ban|hội đồng|phòng)|danh sách niêm yết của"
    r"|biên bản (?:niêm yết|(?:họp )?(?:của )?(?:hội đồng )?(?:xét duyệt|thẩm định)|họp (?:của )?hội đồng xét)"
    r"|báo cáo (?:thẩm định|thẩm tra) của|phiếu lấy ý kiến (?:của )?(?:các )?(?:cơ quan|phòng)"
    r"|tờ trình của (?:ubnd|ủy ban|uỷ ban|phòng|chủ tịch|công chức))",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A paper whose name is that of the authority's own record."""
    for path, paper in papers(entry.record):
        name = paper.name or ""
        if INTERNAL.match(name):
            yield Finding(
                (*path, "ten_giay_to"),
                "giấy tờ này do cơ quan lập, không phải người dân nộp",
                "Xóa khỏi hồ sơ; thêm một bước của cơ quan.",
            )
