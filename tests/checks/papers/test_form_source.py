"""TT-054: a stored form says where it is from."""

from tests.support.rule_samples import PROCEDURE, fails, passes

NAME = "  - ten: Tờ khai đăng ký khai sinh\n    so_hieu"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def test_a_file_without_its_source() -> None:
    said = fails("TT-054", PROCEDURE, {"van_ban: 123/2015/NĐ-CP\n": "van_ban: 123/2015/NĐ-CP\n    tep: ▶ks.docx\n"})
    assert "ma_nguon, sha256, ngay_lay" in said


def test_a_hash_that_is_none() -> None:
    fails(
        "TT-054",
        PROCEDURE,
        {
            "van_ban: 123/2015/NĐ-CP\n": "van_ban: 123/2015/NĐ-CP\n    tep: ks.docx\n    ma_nguon: BM1\n    sha256: ▶abc\n    ngay_lay: 2023-11-02\n"  # noqa: E501
        },
    )


def test_a_file_with_all_of_it_and_a_form_without_a_file() -> None:
    passes(
        "TT-054",
        PROCEDURE,
        {
            "van_ban: 123/2015/NĐ-CP\n": f"van_ban: 123/2015/NĐ-CP\n    tep: ks.docx\n    ma_nguon: BM1\n    sha256: {HASH}\n    ngay_lay: 2023-11-02\n"  # noqa: E501
        },
    )
    passes("TT-054", PROCEDURE)
