"""Family names, as alternatives of a pattern. A module of its own: the patterns of persons.py take time to compile."""

SURE = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đào|Đoàn|Trịnh|Đinh|Lương|Mai"
USUAL = f"{SURE}|Hồ|Lý|Tạ|Hà|Cao|Tô"  # some of these are words, too
AFTER_TITLE = f"{USUAL}|Vương|Trương|Lâm|Phùng|Chu|Tống|Quách|Thái|Nghiêm|Kiều|Lưu"  # sure after “ông”, “bà” alone
