"""TT-141: the overlay's own words ask for nothing more."""

from tests.rules.overlay_sample import OVERLAY, PLACE
from tests.rules.sample import change, problems


def ids(changes: dict[str, str]) -> list[str]:
    return [problem.id for problem in problems({PLACE: change(OVERLAY, changes)}) if problem.id == "TT-141"]


def test_words_that_ask_for_more() -> None:
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": "ghi_chu: Nộp thêm 01 bản sao căn cước."}) == ["TT-141"]
    assert ids({"noi_nop_tien: Nộp tại quầy": "noi_nop_tien: Nộp 20.000 đồng tại quầy"}) == ["TT-141"]


def test_plain_advice() -> None:
    assert ids({}) == []
    assert ids({"ghi_chu: Nên đến vào buổi chiều, ít phải chờ.": "ghi_chu: Không phải nộp thêm giấy tờ nào."}) == []
