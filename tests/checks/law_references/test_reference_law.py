"""TT-030: documents named have a record."""

from tests.support.rule_samples import LAW, PROCEDURE, fails, passes


def test_a_near_miss_is_guessed() -> None:
    assert "Ý bạn là “123/2015/NĐ-CP”?" in fails(
        "TT-030", PROCEDURE, {"- so_ky_hieu: 123/2015/NĐ-CP": "- so_ky_hieu: ▶123/2015/ND-CP"}
    )


def test_the_document_of_a_form() -> None:
    fails("TT-030", PROCEDURE, {"van_ban: 123/2015/NĐ-CP": "van_ban: ▶04/2020/TT-BTP"})


def test_known_documents() -> None:
    passes("TT-030", PROCEDURE)


def test_itself() -> None:
    replaced = "ngay_het_hieu_luc: 2024-06-01\nbi_thay_the_boi:\n  - ▶123/2015/NĐ-CP\ntep:"
    assert "chính nó" in fails("TT-030", LAW, {"tep:": replaced})
