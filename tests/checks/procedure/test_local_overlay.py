"""TT-053: district and commune add no papers, steps or fees."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_notes_that_ask_for_more() -> None:
    for note in (
        "Nộp thêm 01 bản sao căn cước.",
        "Mang thêm giấy xác nhận của thôn.",
        "Thu tiền phô tô 2.000 đồng.",
        "Phải có xác nhận của trưởng thôn.",
    ):
        fails("TT-053", PROCEDURE, {"doi_chieu:\n": f"ghi_chu_dia_phuong: ▶{note}\ndoi_chieu:\n"})


def test_plain_advice() -> None:
    for note in ("Nên đến vào buổi chiều, ít phải chờ.", "Quầy số 3, tầng một.", "Không phải nộp thêm giấy tờ nào."):
        passes("TT-053", PROCEDURE, {"doi_chieu:\n": f"ghi_chu_dia_phuong: {note}\ndoi_chieu:\n"})


def test_conditions_and_times_of_the_commune() -> None:
    for text in (
        "Không nhận hồ sơ của hộ còn nợ quỹ.",
        "Hộ đang nợ thuế thì giải quyết sau.",
        "Trả kết quả sau 5 ngày làm việc.",
    ):
        fails("TT-053", PROCEDURE, {"doi_chieu:": f"ghi_chu_dia_phuong: ▶{text}\ndoi_chieu:"})
    note = "ghi_chu_dia_phuong: Chiều thứ Bảy không nhận hồ sơ; nhận kết quả ở quầy 2.\ndoi_chieu:"
    passes("TT-053", PROCEDURE, {"doi_chieu:": note})


def test_requirements_in_other_words() -> None:
    for text in (
        "Cần xác nhận của trưởng thôn.",
        "Mang theo 2 ảnh 3x4.",
        "Người ngoài xã không nhận.",
        "Lệ phí 50k.",
        "Yêu cầu photo công chứng sổ hộ khẩu.",
        "Hồ sơ trả sau 10 ngày.",
        "Có xác nhận của thôn mới nhận hồ sơ.",
        "Nộp quỹ khuyến học trước.",
    ):
        fails("TT-053", PROCEDURE, {"doi_chieu:": f"ghi_chu_dia_phuong: ▶{text}\ndoi_chieu:"})
    for text in ("Cần photo thì ra quầy số 2.", "Nộp tiền tại quầy 3.", "Cách ngã tư 2 km.", "Thôn cũ có sổ riêng."):
        passes("TT-053", PROCEDURE, {"doi_chieu:": f"ghi_chu_dia_phuong: {text}\ndoi_chieu:"})
