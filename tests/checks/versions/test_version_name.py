"""TT-201: the name of the file says the code and the day that are in it."""

import pytest

from tests.support.versions import CHANGED, VERSION, fails, passes


def test_another_day_than_the_name() -> None:
    said = fails(
        "TT-201", {VERSION: CHANGED.replace("ap_dung_tu: ", "ap_dung_tu: ▶").replace("2025-07-01", "2025-07-10")}
    )
    assert "khác ngày trong tên tệp (01/07/2025)" in said and "1.001193@2025-07-10.yml" in said


@pytest.mark.parametrize("name", ["2025-13-01", "moi", "20250701"])
def test_a_name_that_is_no_day(name: str) -> None:
    path = f"procedures/ho-tich/1.001193@{name}.yml"
    assert f"“{name}” trong tên tệp" in fails("TT-201", {path: CHANGED.replace("tu: 2", "tu: ▶2")}, path)


def test_another_code_than_the_name() -> None:
    said = fails("TT-201", {VERSION: CHANGED.replace('"1.001193"', '▶"1.001199"')})
    assert "mã “1.001199” khác" in said


def test_name_and_text_agree() -> None:
    passes("TT-201", {VERSION: CHANGED})
