"""TT-251: a result that names only a kind of document."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails("TT-251", PROCEDURE, {"ten: Giấy khai sinh": "ten: ▶Quyết định hành chính"})


def test_not_reported() -> None:
    passes("TT-251", PROCEDURE, {"ten: Giấy khai sinh": "ten: Quyết định giao đất"})


def test_the_result_of_the_procedure() -> None:
    fails("TT-251", PROCEDURE, {"- ten: Giấy khai sinh\n": "- ten: ▶Kết quả giải quyết thủ tục\n"})
