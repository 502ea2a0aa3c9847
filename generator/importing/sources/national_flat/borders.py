"""Tables whose borders were lost when the page was copied: finds where one cell ended and the next began."""

from __future__ import annotations

import re

# Titles and fixed words of the tables whose borders were lost: a cell begins and ends there, and before a capital.
_FIXED = re.compile(
    r"(Tên giấy tờ|Mẫu đơn, tờ khai|Số lượng|\d bản (?:chính|sao)(?! )|Hình thức nộp|Thời gian(?=Phí)|Phí, lệ phí"
    r"|Từ khóa|Mô tả|Mã: ?[\w.\-]*?(?=Từ khóa|\s|$)|Không có thông tin|Miễn phí|Tên văn bản pháp lý|Mã văn bản"
    r"|Trực tuyến|Trực tiếp|Dịch vụ bưu chính|Ngày làm việc|VNĐ)"
)
_LOWER = "".join(char for char in map(chr, range(0x61, 0x1EFA)) if char.islower() and (char < "ɏ" or char > "ẟ"))
# Each starts with the rarer sign, so that a long text is scanned quickly.
_GLUED = (
    (re.compile(rf"([A-ZĐ])(?<=[{_LOWER};.)].)(?<!KQ\..)"), r"\n\1"),
    (re.compile(rf"(/[A-ZĐ]{{2,4}}-[A-ZĐ]{{2,8}}?)(?=[A-ZĐ][{_LOWER}])"), r"\1\n"),
    (re.compile(rf"(\d)(?<=[{_LOWER}].)(?=\d*(?:\.\d)?/)"), r"\n\1"),
)


def with_borders(text: str, key: str) -> str:
    """The text of a table without borders as lines, without the controls of the page."""
    text = text.partition("Chọn cơ quan thực hiện")[0]
    if not key or key == "trinh_tu_thuc_hien":
        return text
    text = _FIXED.sub(r"\n\1\n", text)
    for border, broken in _GLUED:
        text = border.sub(broken, text)
    return text
