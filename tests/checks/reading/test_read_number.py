"""TT-014: numbers without dots."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_dot_for_thousands() -> None:
    assert "Ý bạn là 8000?" in fails("TT-014", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶8.000"})


def test_a_number() -> None:
    passes("TT-014", PROCEDURE)


@pytest.mark.parametrize(
    ("text", "hint"),
    {
        "8k": "Ý bạn là 8000?",
        "8 nghìn": "Ý bạn là 8000?",
        "8.000đ": "Ý bạn là 8000?",
        "08": "",
        "1,5 triệu đồng": "Ý bạn là 1500000?",
        "8.000,00": "Ý bạn là 8000?",
        "8k/bản": "Chỉ ghi số, ở đây là 8000",
        "8.000 đồng/bản": "Chỉ ghi số, ở đây là 8000",
        "1,5": "đổi ra đơn vị nhỏ hơn, ví dụ 1,5 ngày làm việc thì ghi 12 giờ làm việc",
        "8.000 k": "Viết bằng chữ số",  # eight thousand or eight million?
        "8000-10000": "Viết bằng chữ số",
        "٨٠٠٠": "Viết bằng chữ số",
    }.items(),
)
def test_what_a_number_in_words_was_meant_to_be(text: str, hint: str) -> None:
    if not hint:
        passes("TT-014", PROCEDURE, {"muc_thu: 8000": f"muc_thu: {text}"})
    else:
        assert hint in fails("TT-014", PROCEDURE, {"muc_thu: 8000": f"muc_thu: ▶{text}"})
