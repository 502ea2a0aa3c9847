"""TT-090: documents without a file are counted once."""

from tests.support.rule_samples import LAW, SITE, fails, passes


def test_a_document_without_a_file() -> None:
    said = fails(
        "TT-090",
        SITE,
        {"ten: Thủ tục": "▶ten: Thủ tục"},
        others={"laws/1.yml": LAW.replace("123/2015", "1/2015").replace("tep: https://vanban.chinhphu.vn/123\n", "")},
        severity="warning",
    )
    assert "1 văn bản" in said and "content/laws/1.yml" in said


def test_all_have_one() -> None:
    passes("TT-090", SITE)
