"""TT-048: an amendment says which part changed and by which document."""

from tests.support.rule_samples import PROCEDURE, fails, passes

CHANGE = "  tu: 2016-01-01\nsua_doi:\n  - phan: {}\n    van_ban: {}\n    ngay: 2020-01-01\n"


def test_a_part_that_is_none() -> None:
    said = fails("TT-048", PROCEDURE, {"  tu: 2016-01-01\n": CHANGE.format("▶thanh_phan_hoso", "123/2015/NĐ-CP")})
    assert "Ý bạn là “thanh_phan_ho_so”?" in said


def test_a_document_without_a_record() -> None:
    said = fails("TT-048", PROCEDURE, {"  tu: 2016-01-01\n": CHANGE.format("thanh_phan_ho_so", "▶123/2015/ND-CP")})
    assert "Ý bạn là “123/2015/NĐ-CP”?" in said
    other = fails("TT-048", PROCEDURE, {"  tu: 2016-01-01\n": CHANGE.format("thanh_phan_ho_so", "▶123/2025/NĐ-CP")})
    assert "Thêm tệp văn bản" in other and "Ý bạn là" not in other


def test_a_part_by_key_or_by_label() -> None:
    for part in ("thanh_phan_ho_so", "Thành phần hồ sơ", "Phí, lệ phí"):
        passes("TT-048", PROCEDURE, {"  tu: 2016-01-01\n": CHANGE.format(part, "123/2015/NĐ-CP")})
