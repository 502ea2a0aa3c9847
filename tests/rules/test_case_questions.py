"""TT-110: questions lead to cases, papers and procedures that exist."""

from tests.rules.sample import PROCEDURE, fails, passes

QUESTION = """cau_hoi:
  - ma: nguoi-di
    hoi: Ai đi?
    chon:
      - ma: toi
        tra_loi: Tôi
      - ma: khac
        tra_loi: Người khác
        {}
"""


def after(dossier_end: str, questions: str) -> dict[str, str]:
    return {dossier_end: questions + dossier_end}


def test_a_case_that_is_not_in_the_dossier() -> None:
    fails("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format("truong_hop:\n          - ▶Ủy quyền")))


def test_a_paper_that_is_not_in_the_dossier() -> None:
    fails("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format("bo_giay_to:\n          - ▶Giấy lạ")))


def test_a_procedure_that_does_not_exist() -> None:
    fails("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format('thu_tuc_khac: ▶"9.999999"')))


def test_a_condition_on_a_question_that_comes_later_or_not_at_all() -> None:
    condition = QUESTION.format("ghi_chu: x").replace(
        "    chon:", "    dieu_kien:\n      - cau_hoi: ▶ve-sau\n        la:\n          - co\n    chon:", 1
    )
    fails("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", condition))


def test_the_same_identifier_twice() -> None:
    fails(
        "TT-110",
        PROCEDURE,
        after("doi_tuong_thuc_hien:", QUESTION.format("ghi_chu: x").replace("ma: khac", "ma: ▶toi")),
    )


def test_a_question_that_names_a_case_of_the_dossier() -> None:
    passes(
        "TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format("truong_hop:\n          - Trẻ bị bỏ rơi"))
    )
