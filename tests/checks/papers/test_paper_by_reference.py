"""TT-240: a paper named only by its article."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"


def test_reported() -> None:
    fails("TT-240", PROCEDURE, {PAPER: "ten_giay_to: ▶Một trong các loại giấy tờ quy định tại Điều 137 Luật Đất đai"})


def test_not_reported() -> None:
    passes("TT-240", PROCEDURE, {PAPER: "ten_giay_to: Giấy chứng nhận quyền sử dụng đất theo Điều 137 Luật Đất đai"})
    passes(
        "TT-240",
        PROCEDURE,
        {PAPER: 'ten_giay_to: "Một trong các giấy tờ quy định tại Điều 8: hợp đồng, giấy tặng cho"'},
    )
