"""TT-255: the identity card that ended on 01/01/2025."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"


def test_reported() -> None:
    fails("TT-255", PROCEDURE, {PAPER: "ten_giay_to: ▶Chứng minh nhân dân"}, as_of="2025-07-01")


def test_not_reported() -> None:
    passes("TT-255", PROCEDURE, {PAPER: "ten_giay_to: Chứng minh nhân dân"}, as_of="2024-12-31")
    passes("TT-255", PROCEDURE, {PAPER: "ten_giay_to: Thẻ căn cước hoặc chứng minh nhân dân"}, as_of="2025-07-01")
    passes("TT-255", PROCEDURE, {PAPER: "ten_giay_to: Ảnh kiểu chứng minh nhân dân"}, as_of="2025-07-01")


def test_asked_for_in_a_step() -> None:
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    fails("TT-255", PROCEDURE, {step: "noi_dung: ▶Nộp hồ sơ, xuất trình CMND."}, as_of="2026-01-01")
    passes("TT-255", PROCEDURE, {step: "noi_dung: Nộp hồ sơ, xuất trình CMND."}, as_of="2024-12-31")
    passes("TT-255", PROCEDURE, {step: "noi_dung: Nộp lại chứng minh nhân dân cũ."}, as_of="2026-01-01")


def test_as_people_call_it() -> None:
    for name in ("CMT của người đi đăng ký", "Giấy CMTND", "Thẻ chứng minh", "Giấy chứng minh của bố"):
        fails("TT-255", PROCEDURE, {PAPER: f"ten_giay_to: ▶{name}"}, as_of="2026-01-01")
    for name in ("Giấy tờ chứng minh quan hệ", "Giấy chứng minh tài chính", "Ảnh 3x4 cm", "Căn cước hoặc CMT còn hạn"):
        passes("TT-255", PROCEDURE, {PAPER: f"ten_giay_to: {name}"}, as_of="2026-01-01")
