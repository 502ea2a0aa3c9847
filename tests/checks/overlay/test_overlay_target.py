"""TT-142: an overlay belongs to a unit and to a procedure that the unit receives."""

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import PLACES, PROCEDURE, change, problems


def found(files: dict[str, str]) -> list[str]:
    return [problem.message for problem in problems(files) if problem.id == "TT-142"]


def test_no_such_procedure_or_unit() -> None:
    assert found({PLACE: change(OVERLAY, {"1.001193": "1.001194"})}) == ["không có thủ tục “1.001194”"]
    assert "không có đơn vị “an-than”" in found({PLACE.replace("an-thanh", "an-than"): OVERLAY})[0]


def test_a_procedure_that_is_received_elsewhere() -> None:
    district = change(PROCEDURE, {"  - cấp xã": "  - cấp huyện"})
    assert "không tiếp nhận ở cấp xã" in found({PLACE: OVERLAY, PLACES["procedure"]: district})[0]


def test_two_files_about_the_same() -> None:
    assert "đã nói về thủ tục này" in found({PLACE: OVERLAY, PLACE.replace("1.001193", "khac"): OVERLAY})[0]


def test_a_fitting_overlay() -> None:
    assert found({PLACE: OVERLAY}) == []
