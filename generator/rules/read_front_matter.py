"""Tệp Markdown thiếu phần mở đầu.

Hướng dẫn và tin bắt đầu bằng phần thông tin giữa hai dòng `---`.
"""

from generator.problem import ERROR

ID = "TT-016"
SEVERITY = ERROR
