"""TT-089: contacts of the right shape."""

import pytest

from tests.support.rule_samples import PLACES, SITE, UNIT, fails, passes, problems


def test_a_phone_with_too_few_digits() -> None:
    fails("TT-089", UNIT, {"dien_thoai: 0220 3747 111": "dien_thoai: ▶0220 374"})


def test_an_email_without_at() -> None:
    fails("TT-089", UNIT, {"thu_dien_tu: motcua@": "thu_dien_tu: ▶motcua."})


def test_an_address_without_https() -> None:
    fails("TT-089", UNIT, {"https://anthanh": "▶anthanh"})


def test_what_units_write() -> None:
    for number in (
        "0220.3747.111",
        "(0220) 3747 111",
        "+84 220 3747 111",
        "0220 3747 111, 0912 345 678",
        "chờ đơn vị bổ sung",
    ):
        passes("TT-089", UNIT, {"dien_thoai: 0220 3747 111": f'dien_thoai: "{number}"'})


@pytest.mark.parametrize(
    "number",
    [
        "0123456789",
        "0000000000",
        "1234567890",
        "0987654321",
        "1111111111",
        "0220 3747 1",
        "0220 3747 1111",
        "00220 3747 111",
        "0220 3747 111, 0123456789",
        "18001",
        "1800 1096 123",
        "0999 999 999",
        "0220 0000000",
        "0912 345 6789",
        "0220 374 711",
        "912345678",
        "0412 345 678",
        "0220 1234567",
        "2203747112",
    ],
)
def test_a_number_that_only_fills_the_place(number: str) -> None:
    fails("TT-089", UNIT, {"dien_thoai: 0220 3747 111": f'dien_thoai: ▶"{number}"'})


@pytest.mark.parametrize(
    "number",
    ["18001096", "1900 6192", "024 3804 3100", "0220 3747 111 máy lẻ 12", "0220 3747 111/0220 3747 112"]
    + ["0220 3747 111 - 0912 345 679", "0220 3747 111 (giờ hành chính)", "113", "1022"],
)
def test_numbers_that_can_be_called(number: str) -> None:
    passes("TT-089", UNIT, {"dien_thoai: 0220 3747 111": f'dien_thoai: "{number}"'})


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.gov.vn",
        "a..b@c.vn",
        ".a@c.vn",
        "a.@c.vn",
        "a@-c.vn",
        "ủyban@c.gov.vn",
        "a@b.vn?bcc=c@d.vn",
        "a@b,vn",
        "xa@gmail.con",
        "xa@gmai.com",
        "xa@haiduong.gov.vm",
        "www.xa@haiduong.gov.vn",
    ],
)
def test_an_address_to_which_nothing_can_be_sent(address: str) -> None:
    fails("TT-089", UNIT, {"thu_dien_tu: motcua@tuky.haiduong.gov.vn": f'thu_dien_tu: ▶"{address}"'})


def test_a_fault_of_a_full_address_is_not_the_missing_https() -> None:
    said = fails("TT-089", UNIT, {"https://anthanh": "▶https://xa an thanh"})
    assert "ở đầu" not in said and "dấu cách" in said


def test_a_character_that_another_rule_names_is_not_told_twice() -> None:
    for number in ("0220\u200b3747111", "０２２０ 3747 111"):
        passes("TT-089", UNIT, {"dien_thoai: 0220 3747 111": f'dien_thoai: "{number}"'})


def test_addresses_of_the_site() -> None:
    own = "dia_chi_trang: https://tthc.tuky.haiduong.gov.vn/"
    fails("TT-089", SITE, {own: "dia_chi_trang: ▶https://tthc.tuky.haiduong.gov.vn/?ban=1"})
    more = "noi_nhung:\n  - https://dichvucong.gov.vn\n  - ▶dichvucong.gov.vn\ngiay_phep_du_lieu: ▶CC BY\n"
    fails("TT-089", SITE, {"phan_anh:\n": f"{more}phan_anh:\n"})


def test_two_mailboxes_and_a_mistyped_domain() -> None:
    said = fails("TT-089", UNIT, {"thu_dien_tu: motcua@": "thu_dien_tu: ▶a@b.gov.vn; motcua@"})
    assert "một hộp thư" in said
    fails("TT-089", UNIT, {"https://anthanh.tuky.haiduong.gov.vn": "▶https://anthanh.tuky.haiduong.gov.vm/a"})


@pytest.mark.parametrize("said", ["Chờ đơn vị bổ sung", "chờ đơn vị bổ sung."])
def test_what_is_waited_for_in_other_letters(said: str) -> None:
    """It was shown to citizens as an address, and TT-040 did not count it."""
    assert "“chờ đơn vị bổ sung”" in fails("TT-089", UNIT, {"dia_chi: Trụ sở UBND xã An Thanh": f"dia_chi: ▶{said}"})


@pytest.mark.parametrize("said", ["chờ bổ sung", "xxx", "#N/A"])
def test_a_placeholder_is_reported_once(said: str) -> None:
    files = {PLACES["unit"]: UNIT.replace("dien_thoai: 0220 3747 111", f'dien_thoai: "{said}"')}
    assert len([problem for problem in problems(files) if problem.line == 9]) == 1


def test_the_two_portals_of_the_nation_in_each_others_place() -> None:
    fails("TT-089", SITE, {"cong_quoc_gia: https://": "cong_quoc_gia: ▶https://pakn."})
    fails("TT-089", SITE, {"he_thong_phan_anh: https://pakn.": "he_thong_phan_anh: ▶https://"})


def test_a_page_as_the_address_of_the_site() -> None:
    address = next(line for line in SITE.split("\n") if line.startswith("dia_chi_trang: "))
    fails("TT-089", SITE, {address: f"dia_chi_trang: ▶{address[15:].rstrip('/')}/index.html"})
