"""TT-064: each kind of channel once, not the post alone."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_kind_twice() -> None:
    fails("TT-064", PROCEDURE, {"- hinh_thuc_nop: trực tuyến": "- hinh_thuc_nop: ▶trực tiếp"}, severity="warning")


ONLINE = "  - hinh_thuc_nop: trực tuyến\n    mo_ta: Nộp trên Cổng dịch vụ công.\n"


def test_the_post_alone() -> None:
    fails(
        "TT-064",
        PROCEDURE,
        {"- hinh_thuc_nop: trực tiếp": "▶- hinh_thuc_nop: bưu chính", ONLINE: ""},
        severity="warning",
    )


def test_online_alone() -> None:
    passes("TT-064", PROCEDURE, {"  - hinh_thuc_nop: trực tiếp\n": ""})


def test_three_kinds() -> None:
    passes(
        "TT-064",
        PROCEDURE,
        {"  - hinh_thuc_nop: trực tuyến": "  - hinh_thuc_nop: bưu chính\n  - hinh_thuc_nop: trực tuyến"},
    )


NOTE = "    mo_ta: Nộp trên Cổng dịch vụ công.\n"
POST = "  - hinh_thuc_nop: bưu chính\n    mo_ta: {}\n"


def test_a_note_that_denies_its_channel_or_is_of_another_one() -> None:
    for text in ("Không áp dụng.", "Chưa triển khai.", "Không", "Đến Bộ phận Một cửa UBND xã."):
        fails("TT-064", PROCEDURE, {NOTE: f"    mo_ta: ▶{text}\n"})
    fails("TT-064", PROCEDURE, {NOTE: NOTE + POST.format("▶Nộp trên Cổng dịch vụ công quốc gia.")})
    direct = "trực tiếp\n    mo_ta: ▶Nộp trên Cổng dịch vụ công quốc gia."
    fails("TT-064", PROCEDURE, {"trực tiếp": direct})


def test_notes_that_name_another_way_besides() -> None:
    for text in (
        "Nộp trên Cổng; không có máy thì đến Bộ phận Một cửa để được giúp.",
        "Không giới hạn giờ nộp.",
        "Tại nhà, trên trang web của Cổng.",
    ):
        passes("TT-064", PROCEDURE, {NOTE: f"    mo_ta: {text}\n"})
    passes("TT-064", PROCEDURE, {NOTE: NOTE + POST.format("Gửi qua bưu điện đến Bộ phận Một cửa.")})
    passes("TT-064", PROCEDURE, {"trực tiếp": "trực tiếp\n    mo_ta: Đến Bộ phận Một cửa, nộp giúp trên Cổng."})
