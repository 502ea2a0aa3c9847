"""TT-046: the name of a paper and its manner agree."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_handed_in_by_the_key_shown_by_the_name() -> None:
    fails(
        "TT-046",
        PROCEDURE,
        {
            "ten_giay_to: Biên bản": "ten_giay_to: Xuất trình biên bản",
            "bỏ rơi\n          nop_hay_xuat_trinh: nộp": "bỏ rơi\n          nop_hay_xuat_trinh: ▶nộp",
        },
    )


def test_shown_by_the_key_handed_in_by_the_name() -> None:
    fails(
        "TT-046",
        PROCEDURE,
        {
            "ten_giay_to: Hộ chiếu": "ten_giay_to: Nộp hộ chiếu",
            "nop_hay_xuat_trinh: xuất trình": "nop_hay_xuat_trinh: ▶xuất trình",
        },
    )


def test_a_name_that_says_nothing_of_it_or_both() -> None:
    passes("TT-046", PROCEDURE, {"ten_giay_to: Biên bản": "ten_giay_to: Xuất trình hoặc nộp biên bản"})


def test_the_manner_behind_the_name() -> None:
    paper = "Biên bản về việc trẻ bị bỏ rơi\n          nop_hay_xuat_trinh: "
    fails("TT-046", PROCEDURE, {f"{paper}nộp": paper.replace("về", "(xuất trình) về") + "▶nộp"})


def test_what_is_handed_in_stands_in_brackets() -> None:
    name = "ten_giay_to: Hộ chiếu hoặc căn cước của người đi đăng ký\n      nop_hay_xuat_trinh: xuất trình"
    fails("TT-046", PROCEDURE, {name: "ten_giay_to: Hộ chiếu (nộp bản sao)\n      nop_hay_xuat_trinh: ▶xuất trình"})
    passes("TT-046", PROCEDURE, {name: "ten_giay_to: Biên lai (nộp tiền đất)\n      nop_hay_xuat_trinh: xuất trình"})
