"""TT-096: a suppression that is no longer needed is itself reported."""

from tests.support.rule_samples import PROCEDURE, fails, passes

END = "  ngay: 2023-11-02\n"
ASIDE = "bo_qua_kiem_tra:\n  - ma: {}\n    ly_do: {}\n    ngay: {}\n"


def test_nothing_left_to_set_aside() -> None:
    fails("TT-096", PROCEDURE, {END: END + ASIDE.format("▶TT-060", "ký muộn thật", "2023-11-02")}, severity="warning")


def test_a_finding_that_is_set_aside_is_not_reported_and_not_unused() -> None:
    text = {END: END + ASIDE.format("TT-077", "đang xin tệp", "2023-11-02")}
    passes("TT-096", PROCEDURE, text)
    passes("TT-077", PROCEDURE, text)


def test_without_a_reason_or_a_date_it_does_not_count() -> None:
    for reason, day in (("", "2023-11-02"), ("đang xin tệp", "")):
        fails(
            "TT-077",
            PROCEDURE,
            {"bieu_mau:\n  - ten": "bieu_mau:\n  - ▶ten", END: END + ASIDE.format("TT-077", reason, day)},
        )
