"""TT-051: only ministers and provincial chairs announce procedures."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_decision_of_the_district() -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶UBND huyện Tứ Kỳ"})


def test_a_decision_of_the_commune_by_its_chair() -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶Chủ tịch UBND xã An Thanh"})


def test_the_province() -> None:
    changes = {"so: 1872/QĐ-BTP": "so: 1872/QĐ-UBND", "co_quan: Bộ Tư pháp": "co_quan: Chủ tịch UBND tỉnh Hải Dương"}
    passes("TT-051", PROCEDURE, changes)


def test_a_department_and_a_number_of_another_body() -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶Sở Tư pháp"}, severity="warning")
    changes = {"so: 1872/QĐ-BTP": "so: 1872/QĐ-UBND", "co_quan: Bộ Tư pháp": "co_quan: ▶Bộ Tư pháp"}
    fails("TT-051", PROCEDURE, changes, severity="warning")
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶UBND tỉnh Hải Dương"}, severity="warning")
    passes(
        "TT-051", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 1872/QĐ-BHXH", "co_quan: Bộ Tư pháp": "co_quan: BHXH Việt Nam"}
    )


@pytest.mark.parametrize("body", ["Phòng Tư pháp huyện Tân An", "HĐND tỉnh Hòa Lộc", "Hội đồng nhân dân xã Tân An"])
def test_bodies_that_announce_nothing(body: str) -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": f"co_quan: ▶{body}"}, severity="error")


def test_a_number_of_another_ministry() -> None:
    changes = {"so: 1872/QĐ-BTP": "so: 1872/QĐ-BCA", "co_quan: Bộ Tư pháp": "co_quan: ▶Bộ Tư pháp"}
    fails("TT-051", PROCEDURE, changes, severity="warning")


@pytest.mark.parametrize(
    ("sign", "body"),
    [
        ("BKHĐT", "Bộ Kế hoạch và Đầu tư"),
        ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("BCA-C06", "Bộ trưởng Bộ Công an"),
        ("BNN-TS", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("UBND", "Chủ tịch UBND tỉnh Hòa Lộc"),
    ],
)
def test_initials_that_leave_words_out(sign: str, body: str) -> None:
    passes("TT-051", PROCEDURE, {"so: 1872/QĐ-BTP": f"so: 1872/QĐ-{sign}", "co_quan: Bộ Tư pháp": f"co_quan: {body}"})


def test_offices_of_a_district() -> None:
    for body in (
        "Công an huyện Tứ Kỳ",
        "Chi cục Thuế khu vực Tứ Lộc",
        "Bảo hiểm xã hội huyện Tứ Kỳ",
        "Công an xã An Thanh",
    ):
        fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": f"co_quan: ▶{body}"})
    passes(
        "TT-051",
        PROCEDURE,
        {"co_quan: Bộ Tư pháp": "co_quan: Bảo hiểm xã hội Việt Nam", "so: 1872/QĐ-BTP": "so: 12/QĐ-BHXH"},
    )


def test_the_sign_of_a_department_in_the_number() -> None:
    fails("TT-051", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶12/QĐ-STP"}, severity="warning")
    fails("TT-051", PROCEDURE, {"so: 1872/QĐ-BTP": "so: ▶12/QĐ-SNNMT"}, severity="warning")
    passes("TT-051", PROCEDURE, {"so: 1872/QĐ-BTP": "so: 12/QĐ-SXYZ"})
