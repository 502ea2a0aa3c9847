"""TT-031: codes named have a record."""

from tests.support.rule_samples import GUIDE, PROCEDURE, change, fails, passes


def test_a_step_of_a_guide() -> None:
    assert "Ý bạn là “1.001193”?" in fails("TT-031", GUIDE, {'["1.001193"]': '[▶"1.00193"]'})


def test_a_related_procedure() -> None:
    fails(
        "TT-031",
        PROCEDURE,
        {"doi_chieu:\n": 'thu_tuc_lien_quan:\n  - ma_thu_tuc: ▶"9.999999"\n    quan_he: làm sau\ndoi_chieu:\n'},
    )


def test_known_codes() -> None:
    passes("TT-031", GUIDE)


def test_itself() -> None:
    related = "thu_tuc_lien_quan:\n  - ma_thu_tuc: ▶'1.001193'\n    quan_he: làm sau\ndoi_chieu:"
    assert "chính nó" in fails("TT-031", PROCEDURE, {"doi_chieu:": related})
    fails("TT-031", PROCEDURE, {"tu: 2016-01-01": "tu: 2016-01-01\n  thay_the_boi:\n    - ▶'1.001193'"})


def replaced_by(codes: str, end: str = "  den: 2022-12-31\n") -> dict[str, str]:
    return {"  tu: 2016-01-01\n": f"  tu: 2016-01-01\n{end}  thay_the_boi: {codes}\n"}


def test_a_ring_is_reported_once() -> None:
    other = change(PROCEDURE, {"1.001193": "1.001194", "Đăng ký khai sinh": "Việc khác"} | replaced_by("['1.001193']"))
    said = fails("TT-031", PROCEDURE, replaced_by("[▶'1.001194']"), others={"procedures/ho-tich/1.001194.yml": other})
    assert "1.001193 → 1.001194 → 1.001193" in said


def test_successors_twice_or_of_what_goes_on() -> None:
    other = {"procedures/ho-tich/1.001194.yml": change(PROCEDURE, {"1.001193": "1.001194", "Đăng ký khai": "Khai"})}
    fails("TT-031", PROCEDURE, replaced_by("['1.001194', ▶'1.001194']"), others=other)
    passes("TT-031", PROCEDURE, replaced_by("['1.001194']"), others=other)
    goes_on = {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  ▶thay_the_boi: ['1.001194']\n"}
    fails("TT-031", PROCEDURE, goes_on, others=other, severity="warning")
