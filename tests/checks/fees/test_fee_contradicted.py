"""TT-256: one amount in the table, another in the words."""

import random

import pytest

from generator.checks._engine.money import AMOUNT, CURRENCY
from tests.support.rule_samples import PROCEDURE, fails, passes

REASON = "ly_do: Khi đăng ký quá hạn."
STEP = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
LINE = f"  - loai: lệ phí\n    muc_thu: 8000\n    don_vi_tinh: hồ sơ\n    {REASON}\n"


@pytest.mark.parametrize(
    "change",
    [
        {REASON: "ly_do: ▶Thu 5.000 đồng/hồ sơ khi đăng ký quá hạn."},
        {REASON: f"{REASON}\n    nguyen_van: ▶15 nghìn đồng/việc"},
        {STEP: "noi_dung: ▶Nộp hồ sơ và lệ phí 10.000đ tại Bộ phận Một cửa."},
        {STEP: "noi_dung: ▶Nộp hồ sơ và 10.000 đồng tiền lệ phí tại Bộ phận Một cửa."},
        {"mo_ta: Nộp trên Cổng dịch vụ công.": "mo_ta: ▶Trả lệ phí 4.000 đồng qua mạng."},
        {LINE: LINE + LINE.replace("- loai", "- ▶loai")},
        {LINE: LINE + LINE.replace("8000", "▶15000")},
    ],
)
def test_another_amount(change: dict[str, str]) -> None:
    fails("TT-256", PROCEDURE, change)


@pytest.mark.parametrize(
    "change",
    [
        {REASON: "ly_do: Thu 8.000 đồng khi đăng ký quá hạn."},
        {REASON: "ly_do: Từ trang thứ ba trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản."},
        {REASON: "ly_do: Theo Nghị quyết 12/2020/NQ-HĐND; trước đây 5.000 đồng."},
        {STEP: "noi_dung: Nộp hồ sơ; quá hạn thì nộp lệ phí 8.000 đồng."},
        {STEP: "noi_dung: Nộp hồ sơ; phí bưu chính 26.500 đồng trả cho bưu điện."},
        {STEP: "noi_dung: Hộ nghèo được hỗ trợ 500.000 đồng."},
        {LINE: LINE + LINE.replace("8000", "15000").replace("quá hạn", "lại")},
    ],
)
def test_amounts_that_agree(change: dict[str, str]) -> None:
    passes("TT-256", PROCEDURE, change)


@pytest.mark.parametrize("said", ["Mười nghìn đồng một hồ sơ", "10k một hồ sơ"])
def test_sums_in_words(said: str) -> None:
    assert "10.000 đồng" in fails("TT-256", PROCEDURE, {"ly_do: Khi đăng ký quá hạn": f"ly_do: ▶{said}"})


@pytest.mark.parametrize("said", ["8.000 đồng (Tám nghìn đồng)", "Hai trăm mười nghìn đồng một năm"])
def test_sums_in_figures_and_again_in_words(said: str) -> None:
    passes("TT-256", PROCEDURE, {"ly_do: Khi đăng ký quá hạn": f"ly_do: {said}"})


ONLINE = "    mo_ta: Nộp trên Cổng dịch vụ công.\n"


def online(amount: str, reason: str) -> dict[str, str]:
    line = f"    phi_le_phi:\n      - loai: lệ phí\n        muc_thu: {amount}\n        ly_do: {reason}\n"
    return {ONLINE: line}


@pytest.mark.parametrize(("amount", "reason"), [("8000", "Giảm 50% khi nộp trực tuyến"), ("5000", "Giảm một nửa")])
def test_a_reduction_that_is_none(amount: str, reason: str) -> None:
    fails("TT-256", PROCEDURE, online(f"▶{amount}", reason))


@pytest.mark.parametrize(("amount", "reason"), [("4000", "Giảm 50% khi nộp trực tuyến"), ("5600", "Giảm 30%")])
def test_a_reduction_that_is_right(amount: str, reason: str) -> None:
    passes("TT-256", PROCEDURE, online(amount, reason))


def test_a_way_that_is_said_to_be_free() -> None:
    fails("TT-256", PROCEDURE, {ONLINE: "    mo_ta: ▶Nộp trên Cổng dịch vụ công, miễn lệ phí.\n"})
    passes("TT-256", PROCEDURE, {ONLINE: "    mo_ta: Người cao tuổi được miễn lệ phí.\n"})


def test_no_sum_is_missed_by_the_test_that_comes_first() -> None:
    found, choice = 0, random.Random(1).choice
    for _ in range(20_000):
        words = (
            "5",
            "100",
            ".000",
            ",5",
            " ",
            "đ",
            " đồng",
            "VNĐ",
            "vnd",
            "k",
            "K",
            " triệu",
            "nghìn",
            "mười ",
            "Ngàn",
            "hai",
        )
        text = "".join(choice(words) for _ in range(5))
        if AMOUNT.search(text):
            found += 1
            assert CURRENCY.search(text), text
    assert found > 1000
