"""Một khóa viết hai lần.

Nếu một khóa có hai lần thì không biết lần nào đúng, nên cả tệp không được nhận. Giữ một lần.

Sai: hai dòng `ten_thu_tuc:` trong một tệp
Đúng: một dòng `ten_thu_tuc:`
"""

from generator.problem import ERROR

ID = "TT-005"
SEVERITY = ERROR
