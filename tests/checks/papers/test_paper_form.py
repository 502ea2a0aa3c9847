"""TT-078: a paper by a form while there are no forms."""

from tests.support.rule_samples import PROCEDURE, fails, passes

FORMS = PROCEDURE[PROCEDURE.index("bieu_mau:\n") : PROCEDURE.index("yeu_cau_dieu_kien")]
NONE = {FORMS: "bieu_mau: không\n", "      bieu_mau: Tờ khai đăng ký khai sinh\n": ""}


def test_a_paper_that_names_its_form() -> None:
    fails(
        "TT-078",
        PROCEDURE,
        NONE | {"ten_giay_to: Tờ khai đăng ký khai sinh": "ten_giay_to: ▶Đơn đề nghị theo mẫu số 01"},
        severity="error",
    )


def test_a_declaration_usually_is_one() -> None:
    fails("TT-078", PROCEDURE, NONE | {"ten_giay_to: Tờ khai": "ten_giay_to: ▶Tờ khai"}, severity="warning")


def test_written_freely() -> None:
    passes(
        "TT-078", PROCEDURE, NONE | {"ten_giay_to: Tờ khai đăng ký khai sinh": "ten_giay_to: Đơn tự viết, không có mẫu"}
    )


def test_forms_are_listed() -> None:
    passes("TT-078", PROCEDURE)
