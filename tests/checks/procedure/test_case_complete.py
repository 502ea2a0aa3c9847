"""TT-059: no case and no paper twice."""

import pytest

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


STEP = "  - nguoi_thuc_hien: cơ quan\n    noi_dung: Xem giấy tờ và cấp Giấy khai sinh.\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"cap_thuc_hien:\n  - cấp xã\n": "cap_thuc_hien:\n  - cấp xã\n  - ▶cấp xã\n"},
        {"phan_biet": "ten_thuong_goi:\n  - làm khai sinh\n  - ▶Làm khai sinh\nphan_biet"},
        {STEP: STEP + STEP.replace("nguoi", "▶nguoi", 1)},
        {"  - Trẻ chưa được đăng ký khai sinh.": "  - Trẻ chưa khai sinh.\n  - ▶Trẻ chưa khai sinh."},
    ],
)
def test_what_else_is_told_twice(changes: dict[str, str]) -> None:
    fails("TT-059", PROCEDURE, changes)


def test_a_step_that_is_done_again_later() -> None:
    passes("TT-059", PROCEDURE, {STEP: f"{STEP}  - nguoi_thuc_hien: người nộp\n    noi_dung: Bổ sung.\n{STEP}"})


SENTENCE = "Nộp hồ sơ tại Bộ phận Một cửa."
FIRST = "  - nguoi_thuc_hien: người nộp\n    noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.\n"
QUESTION = """\
  - ma: ai
    hoi: Ai đi làm?
    chon:
      - {ma: toi, tra_loi: Tôi}
      - {ma: nho, tra_loi: Người khác, truong_hop: [Trẻ bị bỏ rơi]}
"""


@pytest.mark.parametrize(
    "name", ["Tờ khai đăng ký khai sinh.", "01 Tờ khai đăng ký khai sinh", "“2) Tờ khai đăng ký khai sinh (theo mẫu);"]
)
def test_a_paper_again_with_another_frame(name: str) -> None:
    name = name.strip("“")
    fails("TT-059", PROCEDURE, {"  truong_hop:": PAPER.format(f"▶{name}") + "  truong_hop:"})


TWICE = "Ghi việc sinh. Cấp giấy ngay. "
FORM = "    van_ban: 123/2015/NĐ-CP\n"
OTHER_QUESTION = QUESTION.replace("ma: ai", "ma: ai2").replace("ma: ", "▶ma: ", 1)
SAME_ANSWER = QUESTION.replace("{ma: nho, tra_loi: Người khác", "▶{ma: nho, tra_loi: Tôi")
SAME_CASE = QUESTION.replace("[Trẻ bị bỏ rơi]", "[Trẻ bị bỏ rơi, ▶Trẻ bị bỏ rơi]")


@pytest.mark.parametrize(
    "changes",
    [
        {STEP: STEP + FIRST.replace("nguoi", "▶nguoi", 1) + STEP},  # all steps pasted again
        {SENTENCE: f"▶{SENTENCE} {SENTENCE}"},
        {"mo_ta: Ghi việc sinh của trẻ": f"mo_ta: ▶{TWICE}{TWICE}Ghi việc sinh của trẻ"},
        {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: ▶Đăng ký khai sinh Đăng ký khai sinh"},
        {"  - Trẻ chưa được đăng ký khai sinh.": "  - Trẻ chưa khai sinh.\n  - ▶1. Trẻ chưa khai sinh"},
        {FORM: f"{FORM}  - ▶ten: Tờ khai đăng ký khai sinh\n    so_hieu: Mẫu 01\n{FORM}"},
        {"doi_tuong": f"cau_hoi:\n{QUESTION}{OTHER_QUESTION}doi_tuong"},
        {"doi_tuong": f"cau_hoi:\n{SAME_ANSWER}doi_tuong"},
        {"doi_tuong": f"cau_hoi:\n{SAME_CASE}doi_tuong"},
    ],
)
def test_pasted_twice(changes: dict[str, str]) -> None:
    fails("TT-059", PROCEDURE, changes)


@pytest.mark.parametrize(
    "changes",
    [
        {STEP: STEP + FIRST},  # later it may have to be done again
        {"phan_biet": "tu_khoa:\n  - 25 tuổi\n  - 40 tuổi\nphan_biet"},
        {SENTENCE: "Có giấy. Có tờ khai. Có giấy."},
        {
            "doi_tuong": f"cau_hoi:\n{QUESTION}"
            + "".join(
                f"  - ma: cach-{one}\n    hoi: Nộp bằng cách nào?\n    dieu_kien: [{{cau_hoi: ai, la: [{one}]}}]\n"
                "    chon: [{ma: a, tra_loi: Qua mạng}, {ma: b, tra_loi: Đến nơi}]\n"
                for one in ("toi", "nho")
            )
            + "doi_tuong"
        },
    ],
)
def test_said_again_for_a_reason(changes: dict[str, str]) -> None:
    passes("TT-059", PROCEDURE, changes)
