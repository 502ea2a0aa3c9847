"""Tệp nằm sai chỗ.

Tệp trong content/ nhưng không thuộc thư mục nào được đọc, nên không lên trang. Chuyển về đúng thư mục.

Sai: content/thu-tuc/1.001193.yml
Đúng: content/procedures/ho-tich/1.001193.yml
"""

from generator.problem import WARNING

ID = "TT-009"
SEVERITY = WARNING
