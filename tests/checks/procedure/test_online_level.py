"""TT-092: the online level and the channels agree."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_online_without_a_channel() -> None:
    fails(
        "TT-092",
        PROCEDURE,
        {
            "muc_do_truc_tuyen: toàn trình": "muc_do_truc_tuyen: ▶toàn trình",
            "hinh_thuc_nop: trực tuyến": "hinh_thuc_nop: bưu chính",
        },
        severity="error",
    )


def test_a_channel_without_the_level() -> None:
    fails("TT-092", PROCEDURE, {"toàn trình": "▶chưa trực tuyến"}, severity="error")


def test_a_level_left_open() -> None:
    fails("TT-092", PROCEDURE, {"toàn trình": "▶chưa rõ"}, severity="warning")


def test_only_a_reminder_while_the_part_waits_for_comparison() -> None:
    fails(
        "TT-092",
        PROCEDURE,
        {
            "toàn trình": "▶chưa trực tuyến",
            "ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu: [muc_do_truc_tuyen]\n",
        },
        severity="warning",
    )


def test_they_agree() -> None:
    passes("TT-092", PROCEDURE)
    passes(
        "TT-092", PROCEDURE, {"toàn trình": "chưa trực tuyến", "hinh_thuc_nop: trực tuyến": "hinh_thuc_nop: bưu chính"}
    )
