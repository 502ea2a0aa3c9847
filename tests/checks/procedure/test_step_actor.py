"""TT-043: every step says who acts."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_an_actor_left_open() -> None:
    assert "bước 2" in fails("TT-043", PROCEDURE, {"nguoi_thuc_hien: cơ quan": "nguoi_thuc_hien: ▶chưa rõ"})


def test_known_actors() -> None:
    passes("TT-043", PROCEDURE)


APPLICANT, OFFICE = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "noi_dung: Xem giấy tờ và cấp Giấy khai sinh."


def test_a_step_of_the_other_side() -> None:
    for text in ("Công chức tiếp nhận kiểm tra hồ sơ.", "UBND cấp xã thẩm định rồi trả kết quả."):
        mark = {"nguoi_thuc_hien: người nộp": "nguoi_thuc_hien: ▶người nộp", APPLICANT: f"noi_dung: {text}"}
        fails("TT-043", PROCEDURE, mark, severity="warning")
    for text in ("Người yêu cầu nộp hồ sơ tại Bộ phận Một cửa.", "Công dân đến nhận kết quả."):
        mark = {"nguoi_thuc_hien: cơ quan": "nguoi_thuc_hien: ▶cơ quan", OFFICE: f"noi_dung: {text}"}
        fails("TT-043", PROCEDURE, mark, severity="warning")


def test_steps_that_name_both_sides() -> None:
    for text in (
        "UBND cấp xã nộp hồ sơ tại Trung tâm Phục vụ hành chính công.",
        "Nộp hồ sơ, công chức kiểm tra ngay.",
        "Cán bộ, công chức gửi đơn đến cơ quan mình.",
    ):
        passes("TT-043", PROCEDURE, {APPLICANT: f"noi_dung: {text}"})
    for text in (
        "Người nộp đủ giấy tờ thì công chức ghi sổ.",
        "Người đăng ký ký vào Sổ, công chức cấp giấy.",
        "Hồ sơ của cá nhân nộp sau 15 giờ được trả hôm sau.",
    ):
        passes("TT-043", PROCEDURE, {OFFICE: f"noi_dung: {text}"})
