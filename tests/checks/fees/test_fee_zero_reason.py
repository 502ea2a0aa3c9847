"""TT-042: 0 đồng needs a reason that says so."""

import pytest

from tests.support.rule_samples import PROCEDURE, answer, fails, passes


def test_zero_without_a_reason() -> None:
    fails("TT-042", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶0", "    ly_do: Khi đăng ký quá hạn.\n": ""})


def test_zero_whose_reason_leaves_it_to_the_council() -> None:
    said = fails(
        "TT-042", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶0", "Khi đăng ký quá hạn": "Theo quy định của HĐND tỉnh"}
    )
    assert "HĐND tỉnh quy định" in said


def test_zero_on_a_channel_and_in_a_case() -> None:
    fee = "phi_le_phi:\n{0}  - loai: phí\n{0}    muc_thu: ▶0\n"
    fails(
        "TT-042",
        PROCEDURE,
        {
            "    mo_ta: Nộp trên Cổng dịch vụ công.\n": "    " + fee.format("    "),
            "      giay_to:\n": "      " + fee.format("      ") + "      giay_to:\n",
        },
    )


def test_zero_that_says_by_what_it_is_free() -> None:
    passes(
        "TT-042", PROCEDURE, {"muc_thu: 8000": "muc_thu: 0", "Khi đăng ký quá hạn": "Miễn theo Điều 11 Luật Hộ tịch"}
    )


def test_an_amount_needs_no_such_reason() -> None:
    passes("TT-042", PROCEDURE)


@pytest.mark.parametrize(
    "reason", ["Không thu", "Miễn lệ phí theo quy định của pháp luật", "0 đồng", "Không có phí này"]
)
def test_zero_that_only_says_nothing_is_paid(reason: str) -> None:
    said = fails("TT-042", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶0", "Khi đăng ký quá hạn": reason}, severity="error")
    assert "cho ai, theo văn bản nào" in said


def test_zero_for_somebody_without_the_document() -> None:
    changes = {"muc_thu: 8000": "muc_thu: ▶0", "Khi đăng ký quá hạn": "Miễn cho người cao tuổi"}
    said = fails("TT-042", PROCEDURE, changes, severity="warning")
    assert "cho ai" not in said and "theo văn bản nào" in said


def test_a_fee_of_an_answer() -> None:
    fails("TT-042", PROCEDURE, answer("phi_le_phi: [{loai: lệ phí, muc_thu: ▶0}]"))


def test_an_answer_that_repeats_a_line_is_reported_once() -> None:
    free = {"muc_thu: 8000": "muc_thu: ▶0", "ly_do: Khi đăng ký quá hạn.": "ly_do: Không thu."}
    same = "phi_le_phi: [{loai: lệ phí, muc_thu: 0, don_vi_tinh: hồ sơ, ly_do: Không thu.}]"
    fails("TT-042", PROCEDURE, free | answer(same))
