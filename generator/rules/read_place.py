"""Tệp nằm sai chỗ.

Tệp trong content/ nhưng không thuộc thư mục nào được đọc, nên không lên trang. Chuyển về đúng thư mục.
"""

from generator.problem import WARNING

ID = "TT-009"
SEVERITY = WARNING
