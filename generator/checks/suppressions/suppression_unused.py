"""Bỏ qua một lỗi không còn nữa.

Lỗi đã sửa thì mục `bo_qua_kiem_tra` của nó không còn ích gì, để lại còn che lỗi sau này. Xóa mục ấy, danh sách ngoại
lệ nhờ vậy tự sạch. Kiểm tra này do chính bộ máy kiểm tra báo sau khi chạy hết các kiểm tra khác.

Sai: vẫn giữ `- ma: TT-060` sau khi đã sửa ngày
Đúng: xóa mục `- ma: TT-060`
"""

from generator.problem import WARNING

ID = "TT-096"
SEVERITY = WARNING
