"""TT-081: two codes of one name are told apart."""

from tests.support.rule_samples import PROCEDURE, change, fails, passes

TWIN = "procedures/ho-tich/2.000001.yml"
PLAIN = {"phan_biet: Dùng cho trẻ sinh tại Việt Nam.\n": ""}


def twin(changes: dict[str, str]) -> dict[str, str]:
    return {TWIN: change(PROCEDURE, {"1.001193": "2.000001"} | changes)}


def test_no_word_tells_them_apart() -> None:
    others = twin(
        {
            "phan_biet: Dùng cho trẻ sinh tại Việt Nam.": "phan_biet: Có yếu tố nước ngoài.",
            "Đăng ký khai sinh\n": "ĐĂNG KÝ  khai sinh\n",
        }
    )
    assert "2.000001" in fails("TT-081", PROCEDURE, PLAIN | {"ten_thu_tuc: ": "ten_thu_tuc: ▶"}, others=others)


def test_both_say_what_they_are_for() -> None:
    passes("TT-081", PROCEDURE, others=twin({"Dùng cho trẻ sinh tại Việt Nam": "Có yếu tố nước ngoài"}))


def test_an_ended_twin_confuses_nobody() -> None:
    passes("TT-081", PROCEDURE, PLAIN, others=twin({"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: 2020-01-01\n"}))
