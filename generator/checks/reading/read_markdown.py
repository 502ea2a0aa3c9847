"""Bài viết lồng quá sâu hoặc quá rối.

Bài Markdown (tin, hướng dẫn, sổ tay) không lồng danh sách quá 12 tầng, không dòng nào quá 10.000 ký tự, không quá 500
dòng liền nhau, không bảng nào quá 50 cột, không đoạn nào có quá 400 ký hiệu trình bày (* _ ` [ < !) và cả bài không
quá 4.000. Đoạn nào vượt quá thì trang để trống đoạn ấy. Tách thành nhiều đoạn, cách nhau một dòng trống; xóa ký hiệu
thừa.

Sai: `- - - - - - - - - - - - - - - - nộp ở xã`
Đúng: `- nộp ở xã`
"""

from generator.problem import ERROR

ID = "TT-179"
SEVERITY = ERROR
