"""TT-049: what has ended says by what."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_an_end_without_a_reason() -> None:
    assert "31/12/2022" in fails("TT-049", PROCEDURE, {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: ▶2022-12-31\n"})


def test_only_a_reminder_while_the_part_waits_for_comparison() -> None:
    waiting = {"ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu: [hieu_luc]\n"}
    fails(
        "TT-049",
        PROCEDURE,
        {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: ▶2022-12-31\n"} | waiting,
        severity="warning",
    )


def test_an_unknown_abolishing_document() -> None:
    """Another document, whose number looks alike, is not suggested."""
    said = fails(
        "TT-049",
        PROCEDURE,
        {"  tu: 2016-01-01\n": "  tu: 2016-01-01\nbai_bo:\n  van_ban: ▶104/2022/NĐ-CP\n  ngay: 2023-01-01\n"},
    )
    assert "Thêm tệp văn bản" in said and "Ý bạn là" not in said


def test_abolished_by_a_known_document_or_replaced() -> None:
    passes(
        "TT-049",
        PROCEDURE,
        {
            "  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: 2022-12-31\nbai_bo:\n  van_ban: 123/2015/NĐ-CP\n  ngay: 2023-01-01\n"  # noqa: E501
        },
    )
    passes(
        "TT-049",
        PROCEDURE,
        {"  tu: 2016-01-01\n": '  tu: 2016-01-01\n  den: 2022-12-31\n  thay_the_boi: ["1.000001"]\n'},
    )


def test_the_last_day_itself_is_still_in_force() -> None:
    passes("TT-049", PROCEDURE, {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: 2023-12-31\n"})
