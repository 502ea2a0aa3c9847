"""TT-084: dates in their order."""

from tests.support.rule_samples import LAW, PROCEDURE, TASK, UNIT, fails, passes


def test_a_procedure_that_ends_before_it_begins() -> None:
    fails("TT-084", PROCEDURE, {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: ▶2015-01-01\n"}, severity="error")


def test_only_a_reminder_while_the_part_waits_for_comparison() -> None:
    fails(
        "TT-084",
        PROCEDURE,
        {
            "  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: ▶2015-01-01\n",
            "ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu: [hieu_luc]\n",
        },
        severity="warning",
    )


def test_a_document_that_ends_on_its_first_day() -> None:
    fails("TT-084", LAW, {"ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: 2016-01-01\nngay_het_hieu_luc: ▶2016-01-01"})


def test_in_force_before_it_was_signed_is_rare() -> None:
    fails("TT-084", LAW, {"ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: ▶2015-01-01"}, severity="warning")


def test_a_successor_before_the_end() -> None:
    fails(
        "TT-084",
        UNIT,
        {
            "tu: chưa rõ": "tu: chưa rõ\n  den: 2025-06-30\nke_tuc:\n  - don_vi: tu-ky\n    phan: toàn bộ\n    ngay: ▶2025-06-30"  # noqa: E501
        },
    )


def test_a_task_that_ends_before_it_begins() -> None:
    fails("TT-084", TASK, {"den: 2023-12-31": "den: ▶2022-12-31"})


def test_in_order() -> None:
    passes("TT-084", LAW)
    passes(
        "TT-084",
        UNIT,
        {
            "tu: chưa rõ": "tu: chưa rõ\n  den: 2025-06-30\nke_tuc:\n  - don_vi: tu-ky\n    phan: toàn bộ\n    ngay: 2025-07-01"  # noqa: E501
        },
    )


def test_the_last_day_is_that_of_the_abolition() -> None:
    abolished = {"muc_do_truc_tuyen": "bai_bo:\n  van_ban: 12/QĐ-BTP\n  ngay: 2023-06-01\nmuc_do_truc_tuyen"}
    fails("TT-084", PROCEDURE, {"tu: 2016-01-01": "tu: 2016-01-01\n  den: ▶2022-12-31"} | abolished)
    for day in ("2023-05-31", "2023-06-01"):
        passes("TT-084", PROCEDURE, {"tu: 2016-01-01": f"tu: 2016-01-01\n  den: {day}"} | abolished)


def test_one_day_before_two_others_is_one_finding() -> None:
    fails("TT-084", LAW, {"tep:": "ngay_het_hieu_luc: ▶2014-01-01\ntep:"})


def test_an_amendment_older_than_the_document() -> None:
    fails("TT-084", LAW, {"tep:": "sua_doi_bo_sung_boi:\n  - ▶60/2014/QH13\n  - 104/2022/NĐ-CP\ntep:"})
