"""TT-186: signs of Markdown that stay on the page as they were typed."""

from __future__ import annotations

import pytest

from tests.support.rule_samples import NOTICE, fails, passes


@pytest.mark.parametrize(
    "text",
    [
        "xem [các xã](../../don-vi/",
        "xem [các xã] (../../don-vi/)",
        "xem (các xã)[../../don-vi/]",
        "xem **các xã",
        "chú thích[^1]",
        "~~bỏ~~",
        "Mục {: .lon}",
        "một <!-- chưa đóng",
        "xem [các xã][khong-co]",
    ],
)
def test_signs_that_stay(text: str) -> None:
    fails("TT-186", NOTICE, {"Nội dung tin.": f"Một.\n\n▶{text}"}, severity="warning")


def test_a_list_right_below_a_line() -> None:
    fails("TT-186", NOTICE, {"Nội dung tin.": "Mang theo:\n▶- căn cước"}, severity="warning")


@pytest.mark.parametrize(
    "text",
    ["`[x](y`", "```\n**a\n```", "5 * 6 = 30", "Điều 5 (khoản 1)", "[ghi chú] trong ngoặc", "a_b_c", "- việc", "# Mục"],
)
def test_signs_that_are_meant_or_none(text: str) -> None:
    passes("TT-186", NOTICE, {"Nội dung tin.": text})
