"""TT-127: the dates of directing documents."""

from tests.support.plan_samples import fails, passes

DOCUMENT = "plan/2023/documents/cv-10.yml"


def test_in_force_before_it_was_signed() -> None:
    fails("TT-127", DOCUMENT, {"ngay_hieu_luc: 2023-05-04": "ngay_hieu_luc: ▶2022-05-04"}, severity="warning")


def test_ended_before_it_began() -> None:
    fails("TT-127", DOCUMENT, {"thay_the:": "ngay_het_hieu_luc: ▶2023-05-04\nthay_the:"}, severity="error")


def test_it_replaces_a_younger_one() -> None:
    fails("TT-127", DOCUMENT, {"ngay_ban_hanh: 2023-05-04": "ngay_ban_hanh: 2023-01-04", "- cv-09": "- ▶cv-09"})


def test_it_replaces_itself() -> None:
    fails("TT-127", DOCUMENT, {"- cv-09": "- ▶cv-10"})


def test_in_order_or_unknown() -> None:
    passes("TT-127", DOCUMENT)
    passes("TT-127", DOCUMENT, {"ngay_ban_hanh: 2023-05-04": "ngay_ban_hanh: chưa rõ"})
