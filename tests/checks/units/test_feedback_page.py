"""TT-068: the feedback page says what the decree wants said."""

from tests.support.rule_samples import SITE, fails, passes


def test_no_word_of_the_language() -> None:
    assert "tiếng Việt" in fails(
        "TT-068", SITE, {"    - Viết bằng tiếng Việt, nêu rõ nội dung": "    ▶- Nêu rõ nội dung"}
    )


def test_complaints_are_not_mentioned() -> None:
    said = fails(
        "TT-068", SITE, {"    - Khiếu nại, tố cáo gửi Ban Tiếp công dân huyện": "    ▶- Việc khác gửi nơi khác"}
    )
    assert "khiếu nại, tố cáo" in said


def test_all_is_said() -> None:
    passes("TT-068", SITE)


def test_other_words_for_the_address_and_the_number() -> None:
    assert "địa chỉ" in SITE and "điện thoại" in SITE
    line = next(one for one in SITE.split("\n") if "tiếng Việt" in one)
    passes("TT-068", SITE, {line: "    - Viết bằng tiếng Việt, nêu rõ nội dung, họ tên, nơi ở, số máy."})
