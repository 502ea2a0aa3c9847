"""TT-076: a paper is brought at least once."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_no_original_and_no_copy() -> None:
    fails("TT-076", PROCEDURE, {"ban_chinh: 1\n          ban_sao: 0": "ban_chinh: ▶0\n          ban_sao: 0"})


def test_a_copy_only() -> None:
    passes("TT-076", PROCEDURE, {"ban_chinh: 1\n          ban_sao: 0": "ban_chinh: 0\n          ban_sao: 2"})


PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi\n          nop_hay_xuat_trinh: nộp\n          "


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("Bản sao Giấy chứng nhận", "ban_chinh: 1\n          ban_sao: ▶0"),
        ("02 bản sao Giấy chứng nhận", "ban_chinh: 0\n          ban_sao: ▶1"),
        ("Bản chính Giấy chứng nhận", "ban_chinh: ▶0\n          ban_sao: 1"),
        ("Giấy chứng nhận", "ban_chinh: 0\n          ban_sao: ▶99"),
    ],
)
def test_counts_unlike_the_name(name: str, counts: str) -> None:
    new = PAPER.replace("Biên bản về việc trẻ bị bỏ rơi", name)
    old = f"{PAPER}ban_chinh: 1\n          ban_sao: 0"
    fails("TT-076", PROCEDURE, {old: new + counts}, severity="warning")


@pytest.mark.parametrize("name", ["Bản sao hoặc bản chính Giấy chứng nhận", "Bản chính kèm bản sao Giấy chứng nhận"])
def test_either_is_fine(name: str) -> None:
    passes("TT-076", PROCEDURE, {"Biên bản về việc trẻ bị bỏ rơi": name})


def paper(name: str, originals: str, copies: str) -> dict[str, str]:
    here = "Biên bản về việc trẻ bị bỏ rơi", "1", "0"
    form = "ten_giay_to: {}\n          nop_hay_xuat_trinh: nộp\n          ban_chinh: {}\n          ban_sao: {}\n"
    return {form.format(*here): form.format(name, originals, copies)}


def test_the_count_in_words_or_in_brackets() -> None:
    fails("TT-076", PROCEDURE, paper("Hai bản sao hộ chiếu", "0", "▶1"), severity="warning")
    fails("TT-076", PROCEDURE, paper("Hộ chiếu (02 bản sao)", "0", "▶1"))
    fails("TT-076", PROCEDURE, paper("Hộ chiếu (bản sao)", "1", "▶0"))
    passes("TT-076", PROCEDURE, paper("Hộ chiếu (kèm bản chính)", "0", "1"))
