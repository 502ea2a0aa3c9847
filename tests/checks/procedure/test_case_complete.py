"""TT-059: no case and no paper twice."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPER = "    - ten_giay_to: {}\n      nop_hay_xuat_trinh: nộp\n      ban_chinh: 1\n      ban_sao: 0\n"


def test_a_paper_twice_in_one_list() -> None:
    fails("TT-059", PROCEDURE, {"  truong_hop:": PAPER.format("▶tờ khai đăng ký khai sinh") + "  truong_hop:"})


def test_a_paper_of_a_case_that_everybody_brings_already() -> None:
    fails(
        "TT-059", PROCEDURE, {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": "ten_giay_to: ▶Tờ khai đăng ký khai sinh"}
    )


def test_a_case_twice() -> None:
    again = "    - ten: ▶Trẻ bị bỏ rơi\n      giay_to:\n    " + PAPER.format("Giấy khác").replace(
        "\n", "\n    "
    ).rstrip(" ")
    fails("TT-059", PROCEDURE, {"doi_tuong_thuc_hien:": again + "doi_tuong_thuc_hien:"})


def test_two_cases_may_ask_for_the_same_paper() -> None:
    again = "    - ten: Trẻ không cha\n      giay_to:\n    " + PAPER.format("Biên bản về việc trẻ bị bỏ rơi").replace(
        "\n", "\n    "
    ).rstrip(" ")
    passes("TT-059", PROCEDURE, {"doi_tuong_thuc_hien:": again + "doi_tuong_thuc_hien:"})


def test_a_result_a_basis_or_an_applicant_twice() -> None:
    for line in (
        "  - ten: Giấy khai sinh\n    mau_ket_qua: không\n",
        "  - so_ky_hieu: 123/2015/NĐ-CP\n    dieu_khoan: Điều 15\n",
        "  - Công dân Việt Nam\n",
    ):
        place = line.replace("- Công", "- ▶Công") if "Công" in line else line.replace("- ", "- ▶", 1)
        fails("TT-059", PROCEDURE, {line: line + place})
    other = "  - so_ky_hieu: 123/2015/NĐ-CP\n    dieu_khoan: Điều 16\n"
    passes("TT-059", PROCEDURE, {"can_cu_phap_ly:\n": f"can_cu_phap_ly:\n{other}"})
