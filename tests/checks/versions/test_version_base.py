"""TT-200: a version stands beside the record it changes."""

from tests.support.versions import BASE, CHANGED, VERSION, fails, passes

MARKED = CHANGED.replace('"1.001193"', '▶"1.001199"')


def test_no_record_of_the_code() -> None:
    path = "procedures/ho-tich/1.001199@2025-07-01.yml"
    assert "1.001199.yml" in fails("TT-200", {path: MARKED}, path)


def test_the_record_is_in_another_folder() -> None:
    path = "procedures/cu-tru/1.001193@2025-07-01.yml"
    assert BASE in fails("TT-200", {path: CHANGED.replace('"1', '▶"1')}, path)


def test_beside_its_record() -> None:
    passes("TT-200", {VERSION: CHANGED})
