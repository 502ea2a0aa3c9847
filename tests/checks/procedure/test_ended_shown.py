"""TT-050: nothing leads citizens to a procedure that has ended."""

from tests.support.rule_samples import GUIDE, PROCEDURE, answer, change, fails, passes

ENDED = change(
    PROCEDURE,
    {
        "1.001193": "1.000001",
        "Đăng ký khai sinh\n": "Việc cũ\n",
        "  tu: 2016-01-01\n": '  tu: 2016-01-01\n  den: 2022-12-31\n  thay_the_boi: ["1.001193"]\n',
    },
)
OTHER = {"procedures/ho-tich/1.000001.yml": ENDED}


def test_a_guide_that_leads_to_an_ended_procedure() -> None:
    said = fails("TT-050", GUIDE, {'["1.001193"]': '[▶"1.000001"]'}, others=OTHER, severity="error")
    assert "Thay bằng 1.001193" in said


def test_a_related_procedure_that_has_ended_is_a_reminder() -> None:
    related = 'thu_tuc_lien_quan:\n  - ma_thu_tuc: ▶"1.000001"\n    quan_he: gần giống\ndoi_chieu:\n'
    fails("TT-050", PROCEDURE, {"doi_chieu:\n": related}, others=OTHER, severity="warning")


def test_before_its_last_day_it_may_be_named() -> None:
    passes("TT-050", GUIDE, {'["1.001193"]': '["1.000001"]'}, others=OTHER, as_of="2022-06-30")


def test_an_answer_that_leads_to_what_has_ended() -> None:
    said = fails("TT-050", PROCEDURE, answer("thu_tuc_khac: ▶'1.000001'"), others=OTHER, severity="warning")
    assert "1.001193" not in said  # the advice does not lead back to the procedure itself


def test_the_advice_names_what_is_in_force() -> None:
    middle = change(ENDED, {"1.000001": "1.000002", "Việc cũ": "Việc giữa"})
    older = change(ENDED, {'["1.001193"]': '["1.000002"]'})
    others = {"procedures/ho-tich/1.000001.yml": older, "procedures/ho-tich/1.000002.yml": middle}
    said = fails("TT-050", GUIDE, {'["1.001193"]': '[▶"1.000001"]'}, others=others)
    assert "Thay bằng 1.001193" in said
