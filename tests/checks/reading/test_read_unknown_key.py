"""TT-011: a key that is mistyped."""

from tests.support.rule_samples import PROCEDURE, SITE, fails, passes


def test_a_near_miss_is_guessed() -> None:
    assert "Ý bạn là “linh_vuc”?" in fails("TT-011", PROCEDURE, {"linh_vuc: Hộ tịch": "▶linhvuc: Hộ tịch"})


def test_inside_a_part() -> None:
    assert "Ý bạn là “muc_thu”?" in fails("TT-011", PROCEDURE, {"muc_thu: 8000": "▶muc_thu_: 8000"})


def test_known_keys() -> None:
    passes("TT-011", PROCEDURE)


def test_a_key_of_an_earlier_release_says_what_to_do() -> None:
    lines = {"don_vi: tu-ky": "don_vi: tu-ky\n▶cong_tinh: https://dichvucong.haiduong.gov.vn"}
    said = fails("TT-011", SITE, lines)
    assert "không dùng nữa" in said and "Xóa dòng này" in said and "01/07/2025" in said
