"""TT-110: questions lead to cases, papers and procedures that exist."""

from tests.support.rule_samples import PLACES, PROCEDURE, answer, fails, passes, problems

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


TWO = "bo_giay_to:\n          - Tờ khai đăng ký khai sinh\n          - Hộ chiếu hoặc căn cước của người đi đăng ký"


def without_common(text: str) -> str:
    return text[: text.index("  giay_to_chung:")] + text[text.index("  truong_hop:\n    - ten: Trẻ") :]


def test_all_common_papers_deleted_is_told_once_at_the_dossier() -> None:
    text = without_common(PROCEDURE.replace("doi_tuong_thuc_hien:", QUESTION.format(TWO) + "doi_tuong_thuc_hien:"))
    said = fails("TT-110", text.replace("thanh_phan_ho_so:", "▶thanh_phan_ho_so:"), {}, path=PLACES["procedure"])
    assert "không có giấy tờ chung nào" in said and "2 giấy" in said
    empty = text.replace("  truong_hop:\n    - ten: Trẻ", "  giay_to_chung:\n  truong_hop:\n    - ten: Trẻ")
    found = problems({PLACES["procedure"]: empty})
    assert [one.id for one in found if one.severity == "error"] == ["TT-010"]


def test_a_misspelt_dossier_is_told_once() -> None:
    text = PROCEDURE.replace("doi_tuong_thuc_hien:", QUESTION.format(TWO) + "doi_tuong_thuc_hien:")
    for wrong in ("thanh_phan_hoso:", "thanhphan_ho_so:"):
        found = problems({PLACES["procedure"]: text.replace("thanh_phan_ho_so:", wrong)})
        assert [one.id for one in found if one.severity == "error"] == ["TT-011"]
    start, end = text.index("thanh_phan_ho_so:"), text.index("cau_hoi:")
    for nothing in ("", "thanh_phan_ho_so:\n"):
        found = problems({PLACES["procedure"]: text[:start] + nothing + text[end:]})
        assert [one.id for one in found if one.severity == "error"] == ["TT-020"]


def test_an_amount_that_the_list_of_fees_does_not_have() -> None:
    fee = "phi_le_phi:\n          - loai: lệ phí\n            muc_thu: {}\n            ly_do: Quá hạn."
    fails("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format(fee.format("▶75000"))))
    for known in ("8000", "0", "HĐND tỉnh quy định"):
        passes("TT-110", PROCEDURE, after("doi_tuong_thuc_hien:", QUESTION.format(fee.format(known))))


def test_an_amount_of_one_channel() -> None:
    fee = "phi_le_phi:\n{0}- loai: lệ phí\n{0}  muc_thu: 4000\n{0}  ly_do: Nộp qua mạng."
    online = "    mo_ta: Nộp trên Cổng dịch vụ công.\n"
    changes = {online: f"    {fee.format(' ' * 6)}\n{online}"}
    passes("TT-110", PROCEDURE, changes | after("doi_tuong_thuc_hien:", QUESTION.format(fee.format(" " * 10))))


def test_an_answer_that_leads_to_the_procedure_itself() -> None:
    assert "chính thủ tục này" in fails("TT-110", PROCEDURE, answer('thu_tuc_khac: ▶"1.001193"'))
