"""Tệp Markdown thiếu phần mở đầu.

Hướng dẫn và tin bắt đầu bằng phần thông tin giữa hai dòng `---`.

Sai: tệp bắt đầu ngay bằng `# Sinh con`
Đúng: tệp bắt đầu bằng `---`, các khóa, rồi `---`
"""

from generator.problem import ERROR

ID = "TT-016"
SEVERITY = ERROR
