"""TT-220: amendments in force that the record does not cite."""

from tests.support.rule_samples import LAW, PROCEDURE, change, fails, passes

AMENDED = change(LAW, {"ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: 2016-01-01\nsua_doi_bo_sung_boi: [104/2022/NĐ-CP]"})
BASIS = "  - so_ky_hieu: 123/2015/NĐ-CP"
CITED = {BASIS: "  - so_ky_hieu: ▶123/2015/NĐ-CP"}


def laws(changes: dict[str, str]) -> dict[str, str]:
    """The sample's decree, amended, and the decree that amends it."""
    amending = {"123/2015/NĐ-CP": "104/2022/NĐ-CP", "2015-11-15": "2022-12-21", "2016-01-01": "2023-01-01"}
    return {
        "laws/123-2015-nd-cp.yml": AMENDED,
        "laws/104-2022-nd-cp.yml": change(LAW, amending | changes),
    }


def test_an_amendment_that_is_not_cited() -> None:
    message = fails("TT-220", PROCEDURE, CITED, others=laws({}), severity="warning")
    assert "104/2022/NĐ-CP" in message


def test_cited_it_is_fine() -> None:
    passes("TT-220", PROCEDURE, {BASIS: f"{BASIS}\n  - so_ky_hieu: 104/2022/NĐ-CP"}, others=laws({}))


def test_not_yet_in_force_or_on_an_unknown_day() -> None:
    passes("TT-220", PROCEDURE, {}, others=laws({"2016-01-01": "2024-01-01"}))
    passes("TT-220", PROCEDURE, {}, others=laws({"2016-01-01": "chưa rõ"}))


def test_an_amendment_that_has_ended_itself() -> None:
    ended = {"2016-01-01": "2023-01-01\nngay_het_hieu_luc: 2023-06-01"}
    passes("TT-220", PROCEDURE, {}, others=laws(ended))


def test_an_amendment_without_a_record_proves_nothing() -> None:
    passes("TT-220", PROCEDURE, {}, others={"laws/123-2015-nd-cp.yml": AMENDED})
