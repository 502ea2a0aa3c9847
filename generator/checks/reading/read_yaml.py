"""YAML viết sai.

Thường gặp: dấu “: ” giữa câu, thụt dòng bằng Tab, thụt dòng lệch, thiếu dấu ngoặc kép đóng.

Sai: `ghi_chu: Lưu ý: mang bản chính`
Đúng: `ghi_chu: "Lưu ý: mang bản chính"`
"""

from generator.problem import ERROR

ID = "TT-004"
SEVERITY = ERROR
