"""TT-256: one amount in the table, another in the words."""

import pytest

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
