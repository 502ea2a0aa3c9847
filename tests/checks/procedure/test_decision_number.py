"""TT-052: the decision has a real number and date."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_number_that_is_not_known() -> None:
    fails("TT-052", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶chưa rõ"}, severity="error")


def test_a_plain_d() -> None:
    assert "1872/QĐ-BTP" in fails("TT-052", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶1872/QD-BTP"}, severity="warning")


def test_a_date_that_is_not_known() -> None:
    fails("TT-052", PROCEDURE, {"ngay: 2020-09-04": "ngay: ▶chưa rõ"}, severity="warning")


def test_numbers_as_bodies_write_them() -> None:
    for number in ("1872/QĐ-BTP", "3606/QĐ-BNV", "QĐ/0001-BCA", "1085/QĐ-LĐTBXH", "456/QĐ-UBND"):
        passes("TT-052", PROCEDURE, {"1872/QĐ-BTP": number})


def test_a_letter_that_only_looks_right_is_told_by_tt_073() -> None:
    passes("TT-052", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 1872/QÐ-BTP"})


def test_the_word_before_the_number() -> None:
    said = fails("TT-052", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶Số 1872/QĐ-BTP"}, severity="warning")
    assert "“1872/QĐ-BTP”" in said


def test_what_the_record_says_is_not_known_is_reported_once() -> None:
    pending = "  trang_thai: chờ đối chiếu\n  phan_cho_doi_chieu: [quyet_dinh_cong_bo]\n"
    unknown = {"so: 1872/QĐ-BTP": "so: chưa rõ", "  trang_thai: đã đối chiếu\n": pending}
    passes("TT-052", PROCEDURE, unknown)
    fails("TT-041", PROCEDURE, unknown | {"  trang_thai: đã đối chiếu\n": pending.replace("chờ đối", "▶chờ đối")})
    said = {"so: 1872/QĐ-BTP": "so: ▶không số", "  trang_thai: đã đối chiếu\n": pending}
    fails("TT-052", PROCEDURE, said, severity="warning")
