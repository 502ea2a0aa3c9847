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
