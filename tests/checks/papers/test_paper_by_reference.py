"""TT-240: a paper named only by its article."""

import pytest

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


@pytest.mark.parametrize(
    "name", ["Giấy tờ khác (nếu có)", "Các giấy tờ khác có liên quan", "Hồ sơ liên quan khác theo yêu cầu của cán bộ"]
)
def test_whatever_else_is_asked_for(name: str) -> None:
    fails("TT-240", PROCEDURE, {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": f"ten_giay_to: ▶{name}"})


def test_papers_with_a_name() -> None:
    passes("TT-240", PROCEDURE, {"Biên bản về việc trẻ bị bỏ rơi": "Hồ sơ bệnh án"})


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        ("Giấy tờ cần thiết khác", True),
        ("Các tài liệu chứng minh kèm theo", True),
        ("Thành phần hồ sơ như trên", True),
        ("Các loại giấy tờ, tài liệu theo yêu cầu của cơ quan tiếp nhận", True),
        ("Giấy tờ chứng minh quan hệ gia đình", False),
        ("Tài liệu kỹ thuật của phương tiện", False),
    ],
)
def test_words_for_anything(name: str, reported: bool) -> None:
    (fails if reported else passes)("TT-240", PROCEDURE, {PAPER: f"ten_giay_to: {'▶' if reported else ''}{name}"})
