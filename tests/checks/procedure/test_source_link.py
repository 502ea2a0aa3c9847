"""TT-057: a source that can be found again."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_source_nobody_finds() -> None:
    fails("TT-057", PROCEDURE, {"nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1": "nguon: ▶trên mạng"})


def test_an_address_a_code_a_number() -> None:
    for source in ("https://dichvucong.gov.vn/x", "Danh mục CSDL quốc gia về TTHC 1.001193", "Quyết định 1872/QĐ-BTP"):
        passes("TT-057", PROCEDURE, {"nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1": f"nguon: {source}"})


def test_a_file_of_ones_own_is_told_by_tt_184() -> None:
    source = "nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
    passes("TT-057", PROCEDURE, {source: "nguon: C:\\Users\\a\\ban-sao.docx"})


def test_a_home_page_or_a_search_is_no_source() -> None:
    source = "nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
    for other in (
        "https://dichvucong.gov.vn",
        "https://dichvucong.gov.vn/",
        "https://www.google.com/search?q=a",
        "Nhóm 1/2",
    ):
        fails("TT-057", PROCEDURE, {source: f"nguon: ▶{other}"})
    passes("TT-057", PROCEDURE, {source: "nguon: www.dichvucong.gov.vn/thu-tuc-hanh-chinh/1"})
