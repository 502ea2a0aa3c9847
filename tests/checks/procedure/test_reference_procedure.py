"""TT-031: codes named have a record."""

from tests.support.rule_samples import GUIDE, PROCEDURE, fails, passes


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
