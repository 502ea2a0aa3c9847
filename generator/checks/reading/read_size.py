"""Tệp quá lớn.

Một hồ sơ dài nhất cũng chỉ vài chục nghìn chữ; tệp trên 1.000.000 byte gần như chắc chắn là nhầm. Tách thành nhiều tệp.

Sai: tệp 5 MB dán cả nghị định
Đúng: tệp chỉ có nội dung thủ tục
"""

from generator.problem import ERROR

ID = "TT-003"
SEVERITY = ERROR
