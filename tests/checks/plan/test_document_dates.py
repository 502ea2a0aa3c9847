"""TT-127: the dates of directing documents."""

from tests.support.plan_samples import PLACES, fails, passes

DOCUMENT = "plan/2023/documents/cv-10.yml"


def test_in_force_before_it_was_signed() -> None:
    fails("TT-127", DOCUMENT, {"ngay_hieu_luc: 2023-05-04": "ngay_hieu_luc: ▶2022-05-04"}, severity="warning")


def test_ended_before_it_began() -> None:
    fails("TT-127", DOCUMENT, {"thay_the:": "ngay_het_hieu_luc: ▶2023-05-04\nthay_the:"}, severity="error")


def test_it_replaces_a_younger_one() -> None:
    fails("TT-127", DOCUMENT, {"ngay_ban_hanh: 2023-05-04": "ngay_ban_hanh: 2023-01-04", "- cv-09": "- ▶cv-09"})


def test_it_replaces_itself() -> None:
    fails("TT-127", DOCUMENT, {"- cv-09": "- ▶cv-10"})


def test_in_order_or_unknown() -> None:
    passes("TT-127", DOCUMENT)
    passes("TT-127", DOCUMENT, {"ngay_ban_hanh: 2023-05-04": "ngay_ban_hanh: chưa rõ"})


def test_a_kind_that_is_not_that_of_the_number() -> None:
    fails("TT-127", DOCUMENT, {"10/CV-UBND\nloai: Công": "10/KH-UBND\nloai: ▶Công"})
    passes("TT-127", DOCUMENT, {"10/CV-UBND\nloai: Công văn": "10/TTr-UBND\nloai: Tờ trình"})


def test_a_number_that_a_spreadsheet_or_a_pasted_text_changed() -> None:
    fails("TT-127", DOCUMENT, {"10/CV-UBND": "▶10-Mar"})
    said = fails("TT-127", DOCUMENT, {"10/CV-UBND": "▶10 / CV - UBND"}, severity="warning")
    assert "“10/CV-UBND”" in said


def test_the_same_document_twice() -> None:
    other = PLACES[DOCUMENT].replace("thay_the:\n  - cv-09\n", "")
    fails("TT-127", DOCUMENT, {"so_ky_hieu: ": "so_ky_hieu: ▶"}, others={"plan/2023/documents/a.yml": other})
    next_year = other.replace("2023-05-04", "2022-05-04")
    passes("TT-127", DOCUMENT, others={"plan/2023/documents/a.yml": next_year})


def test_two_documents_that_replace_each_other() -> None:
    older = PLACES["plan/2023/documents/cv-09.yml"].replace("nhiem_vu:", "thay_the:\n  - cv-10\nnhiem_vu:")
    older = older.replace("2023-04-03", "2023-05-04")
    fails("TT-127", DOCUMENT, {"- cv-09": "- ▶cv-09"}, others={"plan/2023/documents/cv-09.yml": older})
