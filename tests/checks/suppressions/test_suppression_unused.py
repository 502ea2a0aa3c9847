"""TT-096: a suppression that is no longer needed is itself reported."""

import datetime as dt

from generator.checks._engine.suppressions import WrittenSuppression
from tests.support.rule_samples import PLACES, PROCEDURE, change, fails, passes, problems

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


# the same with the message of the finding that was looked at
BOUND = "bo_qua_kiem_tra:\n  - ma: {}\n    thong_bao: {}\n    ly_do: đã xem\n    ngay: 2023-11-02\n"
LATE = {"  ngay: 2020-09-04": "  ngay: ▶2020-09-04", "  tu: 2016-01-01": "  tu: 2020-09-01"}


def test_a_message_binds_the_suppression_to_that_finding() -> None:
    (found,) = [one for one in problems({PLACES["procedure"]: change(PROCEDURE, plain(LATE))}) if one.id == "TT-060"]
    same = {END: END + BOUND.format("TT-060", f'"{found.message}"')}
    for rule in ("TT-060", "TT-096", "TT-095"):
        passes(rule, PROCEDURE, plain(LATE) | same)
    later = LATE | {"  tu: 2016-01-01": "  tu: 2020-09-02"}
    assert "lời khác" in fails("TT-060", PROCEDURE, later | same)
    passes("TT-096", PROCEDURE, plain(later) | same)  # the finding says it
    fails("TT-096", PROCEDURE, {END: END + BOUND.format("▶TT-060", f'"{found.message}"')})


def test_of_two_bound_suppressions_the_one_that_covers_nothing_is_unused() -> None:
    (found,) = [one for one in problems({PLACES["procedure"]: change(PROCEDURE, plain(LATE))}) if one.id == "TT-060"]
    two = BOUND.format("TT-060", f'"{found.message}"') + BOUND.partition("\n")[2].format("▶TT-060", "lời cũ")
    assert "lời này" in fails("TT-096", PROCEDURE, plain(LATE) | {END: END + two})


def test_the_day_of_the_check_in_a_message_may_pass() -> None:
    bound = WrittenSuppression(0, "TT-085", "ký 05/06/2027, sau ngày của trang (31/12/2023)")
    assert bound.covers("ký 05/06/2027, sau ngày của trang (26/11/2026)", dt.date(2026, 11, 26))
    assert not bound.covers("ký 06/06/2027, sau ngày của trang (26/11/2026)", dt.date(2026, 11, 26))


def plain(changes: dict[str, str]) -> dict[str, str]:
    return {old: new.replace("▶", "") for old, new in changes.items()}
