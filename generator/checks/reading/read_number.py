"""Số chưa đúng dạng.

Viết số liền nhau, không dấu chấm ngăn nghìn, không chữ “đồng”: `8.000` có thể bị hiểu là 8.

Sai: `muc_thu: 8.000`
Đúng: `muc_thu: 8000`
"""

from generator.problem import ERROR

ID = "TT-014"
SEVERITY = ERROR
