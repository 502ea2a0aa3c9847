"""TT-045: papers do not belong among the conditions."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_condition_that_asks_for_a_paper() -> None:
    fails(
        "TT-045",
        PROCEDURE,
        {"- Trẻ chưa được đăng ký khai sinh.": "- ▶Nộp bản sao Giấy chứng nhận kết hôn."},
        severity="warning",
    )


def test_a_true_condition() -> None:
    passes("TT-045", PROCEDURE)


def test_a_condition_that_says_no_paper_is_needed() -> None:
    passes(
        "TT-045", PROCEDURE, {"- Trẻ chưa được đăng ký khai sinh.": "- Người nộp không phải nộp bản sao giấy tờ đã có."}
    )


def test_a_condition_that_only_tells_of_a_case() -> None:
    passes(
        "TT-045",
        PROCEDURE,
        {
            "- Trẻ chưa được đăng ký khai sinh.": "- Trường hợp người yêu cầu nộp giấy tờ là bản sao thì không phải xuất trình bản chính."  # noqa: E501
        },
    )


def test_a_case_in_which_a_paper_must_be_handed_in() -> None:
    fails(
        "TT-045",
        PROCEDURE,
        {"- Trẻ chưa được đăng ký khai sinh.": "- ▶Trường hợp đã ly hôn phải nộp giấy chứng nhận ly hôn."},
    )


@pytest.mark.parametrize("text", ["Bản sao căn cước của cha mẹ.", "01 tờ khai theo mẫu"])
def test_a_paper_that_is_only_named(text: str) -> None:
    fails("TT-045", PROCEDURE, {"  - Trẻ chưa được đăng ký khai sinh.": f"  - ▶{text}"})


@pytest.mark.parametrize("text", ["Bản chính không bị tẩy xóa, sửa chữa.", "Đơn đề nghị phải có chữ ký của chủ hộ."])
def test_what_a_paper_must_be_like(text: str) -> None:
    passes("TT-045", PROCEDURE, {"  - Trẻ chưa được đăng ký khai sinh.": f"  - {text}"})


def test_asked_for_in_other_words() -> None:
    here = "  - Trẻ chưa được đăng ký khai sinh."
    for words in ("Phải có bản sao Giấy chứng sinh nộp kèm.", "Cung cấp bản sao giấy chứng sinh."):
        fails("TT-045", PROCEDURE, {here: f"  - ▶{words}"})
    for words in (
        "Người yêu cầu phải có đơn vị công tác.",
        "Không cung cấp giấy tờ giả.",
        "Người Việt Nam mang hộ chiếu.",
    ):
        passes("TT-045", PROCEDURE, {here: f"  - {words}"})
