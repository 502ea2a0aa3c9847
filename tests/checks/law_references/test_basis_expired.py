"""TT-080: bases in force on the site's day."""

from tests.support.rule_samples import LAW, PROCEDURE, change, fails, passes

BASIS = {"  - so_ky_hieu: 123/2015/NĐ-CP": "  - so_ky_hieu: ▶158/2005/NĐ-CP"}


def law(changes: dict[str, str]) -> dict[str, str]:
    return {"laws/158-2005-nd-cp.yml": change(LAW, {"123/2015/NĐ-CP": "158/2005/NĐ-CP"} | changes)}


OLD = law(
    {
        "2015-11-15": "2005-12-27",
        "ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: 2006-04-01\nngay_het_hieu_luc: 2016-01-01\nbi_thay_the_boi: [123/2015/NĐ-CP]",  # noqa: E501
    }
)


def test_an_ended_basis_and_what_came_after_it() -> None:
    assert "Ý bạn là 123/2015/NĐ-CP?" in fails("TT-080", PROCEDURE, BASIS, others=OLD, severity="error")


def test_only_a_reminder_while_the_part_waits_for_comparison() -> None:
    fails(
        "TT-080",
        PROCEDURE,
        BASIS | {"ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu: [can_cu_phap_ly]\n"},
        others=OLD,
        severity="warning",
    )


def test_a_basis_of_the_future() -> None:
    of_2025 = {"123/2015/NĐ-CP": "09/2025/NĐ-CP", "2015-11-15": "2025-01-09", "2016-01-01": "2025-02-01"}
    fails(
        "TT-080",
        PROCEDURE,
        {"  - so_ky_hieu: 123/2015/NĐ-CP": "  - so_ky_hieu: ▶09/2025/NĐ-CP"},
        others={"laws/09-2025-nd-cp.yml": change(LAW, of_2025)},
        severity="error",
    )


def test_signed_but_not_yet_in_force() -> None:
    fails(
        "TT-080",
        PROCEDURE,
        BASIS,
        others=law({"2015-11-15": "2023-12-01", "2016-01-01": "2024-02-01"}),
        severity="warning",
    )


def test_the_day_before_its_end_it_is_still_a_basis() -> None:
    passes(
        "TT-080",
        PROCEDURE,
        {"  - so_ky_hieu: 123/2015/NĐ-CP": "  - so_ky_hieu: 158/2005/NĐ-CP"},
        others=OLD,
        as_of="2015-12-31",
    )


def test_the_advice_names_what_is_in_force() -> None:
    """Followed, advice must not lead to the next error."""
    text = next(iter(OLD.values())).replace("158/2005", "7/2010").replace("2005", "2010").replace("2006", "2011")
    middle = {"laws/7-2010-nd-cp.yml": text.replace("luc: 2016-01-01", "luc: 2015-01-01")}
    old = {path: text.replace("[123/2015/NĐ-CP]", "[7/2010/NĐ-CP]") for path, text in OLD.items()}
    said = fails("TT-080", PROCEDURE, BASIS, others=old | middle)
    assert "Ý bạn là 123/2015/NĐ-CP?" in said
