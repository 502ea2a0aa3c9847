"""TT-012: one of the words that may stand here."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_near_miss_is_guessed() -> None:
    assert "Ý bạn là “trực tuyến”?" in fails(
        "TT-012", PROCEDURE, {"hinh_thuc_nop: trực tuyến": "hinh_thuc_nop: ▶truc tuyen"}
    )


def test_a_known_word() -> None:
    passes("TT-012", PROCEDURE)
