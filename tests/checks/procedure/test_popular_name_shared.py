"""TT-228: what leads in the list of a field is there once."""

from tests.support.rule_samples import PROCEDURE, change, fails, passes

TWIN = "procedures/ho-tich/2.000001.yml"
NAMED = {"linh_vuc: Hộ tịch": "ten_thuong_goi:\n  - ▶làm giấy khai sinh\nlinh_vuc: Hộ tịch"}
OTHER = "ten_thuong_goi:\n  - {}\nlinh_vuc: Hộ tịch"


def twin(name: str, **changes: str) -> dict[str, str]:
    given = {
        "1.001193": "2.000001",
        "linh_vuc: Hộ tịch": OTHER.format(name),
        "ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: Đăng ký lại khai sinh",
    }
    return {TWIN: change(PROCEDURE, given | changes)}


def test_two_lead_with_one_name() -> None:
    assert "2.000001" in fails("TT-228", PROCEDURE, NAMED, others=twin("Làm  giấy khai sinh"))


def test_it_is_the_official_name_of_another() -> None:
    others = twin("làm lại", **{"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: Làm giấy khai sinh"})
    assert "2.000001" in fails("TT-228", PROCEDURE, NAMED, others=others)


def test_names_that_only_help_to_find_may_be_the_same() -> None:
    passes(
        "TT-228",
        PROCEDURE,
        {key: value.replace("▶", "") for key, value in NAMED.items()},
        others=twin("làm lại giấy khai sinh\n  - làm giấy khai sinh"),
    )
