"""TT-077: forms without a file, once a record."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_two_forms_without_a_file() -> None:
    said = fails(
        "TT-077",
        PROCEDURE,
        {
            "bieu_mau:\n  - ten": "bieu_mau:\n  - ▶ten",
            "    van_ban: 123/2015/NĐ-CP\n": "    van_ban: 123/2015/NĐ-CP\n  - ten: Mẫu khác\n",
        },
    )
    assert "2 mẫu" in said


def test_a_form_with_a_file() -> None:
    passes("TT-077", PROCEDURE, {"    van_ban: 123/2015/NĐ-CP\n": "    van_ban: 123/2015/NĐ-CP\n    tep: ks.docx\n"})
