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
