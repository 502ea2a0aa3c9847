"""TT-126: what each state of a review calls for."""

from tests.support.plan_samples import fails, passes

REVIEW = "plan/2023/reviews/khai-sinh.yml"


def test_proposed_without_a_proposal() -> None:
    fails(
        "TT-126",
        REVIEW,
        {"trang_thai: đã kiến nghị": "trang_thai: ▶đã kiến nghị", "noi_dung_de_xuat: Bỏ một bản sao.\n": ""},
    )


def test_approved_without_a_document() -> None:
    fails("TT-126", REVIEW, {"trang_thai: đã kiến nghị\n    van_ban: cv-10": "trang_thai: ▶đã duyệt"})


def test_merged_with_nothing() -> None:
    fails("TT-126", REVIEW, {"de_xuat: sửa đổi, bổ sung": "de_xuat: ▶gộp với thủ tục khác"})


def test_proposed_with_reasons() -> None:
    passes("TT-126", REVIEW)
    passes("TT-126", REVIEW, {"đã kiến nghị": "đã duyệt"})
