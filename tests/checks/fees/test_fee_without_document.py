"""TT-242: a fee left to a document that is not named."""

from tests.support.rule_samples import PROCEDURE, fails, passes

REASON = "ly_do: Khi đăng ký quá hạn."


def test_reported() -> None:
    fails(
        "TT-242", PROCEDURE, {"muc_thu: 8000": "muc_thu: ▶theo văn bản", REASON: "ly_do: Theo quy định của pháp luật."}
    )


def test_not_reported() -> None:
    passes(
        "TT-242",
        PROCEDURE,
        {"muc_thu: 8000": "muc_thu: theo văn bản", REASON: "ly_do: Biểu phí kèm theo Thông tư 85/2019/TT-BTC."},
    )
    passes("TT-242", PROCEDURE, {REASON: "ly_do: Theo quy định của pháp luật."})
