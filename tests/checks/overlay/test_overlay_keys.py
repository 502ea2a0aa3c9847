"""TT-140: an overlay sets only what the law leaves to the commune."""

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import change, problems


def found(changes: dict[str, str]) -> list:
    return [problem for problem in problems({PLACE: change(OVERLAY, changes)}) if problem.id == "TT-140"]


def test_papers_fees_and_steps_are_refused_with_the_article() -> None:
    for key in (
        "phi_le_phi: 20000",
        "thanh_phan_ho_so: {so_bo: 2}",
        "trinh_tu_thuc_hien: []",
        "thoi_han_giai_quyet: {so: 9}",
        "ten_thu_tuc: Khác",
    ):
        (problem,) = found({"quay: Quầy số 2": f"quay: Quầy số 2\n{key}"})
        assert (problem.severity, problem.law) == ("error", "NĐ 63/2010 Đ13, Đ18 k6")
        assert (problem.line, problem.column) == (3, 1)


def test_what_the_commune_may_say() -> None:
    assert found({}) == []


def test_a_post_is_named_without_the_person() -> None:
    for said in ("Nguyễn Văn A, Công chức Tư pháp", "Công chức Tư pháp – bà Hoa"):
        (problem,) = found({"Công chức Tư pháp – Hộ tịch": said})
        assert "không ghi họ tên" in problem.message
    assert found({"Công chức Tư pháp – Hộ tịch": "Công chức Lao động – Thương binh và Xã hội"}) == []


def test_a_name_however_it_is_written() -> None:
    for said in ("Đ/c Hoa – Tư pháp", "Đồng chí Nguyễn Hoa", "NGUYỄN THỊ HOA", "cô Lan", "Công chức Trần Văn Bình"):
        for text in ("Công chức Tư pháp – Hộ tịch", "Quầy số 2"):
            (problem,) = found({text: f"{text}, gặp {said}" if said[0] != "N" else said})
            assert "không ghi họ tên" in problem.message


def test_desks_in_streets_named_after_persons() -> None:
    for said in ("Phòng 2, đường Nguyễn Trãi", "Tầng 1, số 12 Trần Hưng Đạo", "Quầy Tư pháp", "Phòng Mai táng phí"):
        assert found({"Quầy số 2": said}) == []
