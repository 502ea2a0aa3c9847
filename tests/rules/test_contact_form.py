"""TT-089: contacts of the right shape."""

from tests.rules.sample import UNIT, fails, passes


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
