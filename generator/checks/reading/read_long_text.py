"""Chữ quá dài.

Một ô dài hơn 100.000 ký tự, hoặc có hơn 2.000 chữ cái liền nhau không có dấu cách, gần như chắc chắn là dán nhầm.
Trang không hiện phần quá dài. Rút gọn, hoặc tách thành nhiều bước, nhiều mục.

Sai: `mo_ta: aaaaaaaaaaaa…` (một triệu chữ a)
Đúng: `mo_ta: Đăng ký khai sinh cho trẻ mới sinh.`
"""

from generator.problem import ERROR

ID = "TT-178"
SEVERITY = ERROR
