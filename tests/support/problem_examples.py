"""Two problems and a file, for the tests of all formats."""

from generator.problem import Problem

SOURCE = "ma_thu_tuc: 1.00011\nten_thu_tuc: Đăng ký khai sinh\n"
PATH = "content/procedures/a/1.yml"
WRONG = Problem(PATH, 1, 13, "TT-024", "error", "mã “1.00011” sai dạng", "NĐ 63/2010 Đ24", "Ý bạn là “1.000110”?")
MILD = Problem(PATH, 2, 14, "TT-082", "warning", "tên: 100%,\nhai dòng", " ", "")
