"""TT-075: free by the list, paid by the words."""

from tests.support.rule_samples import PROCEDURE, answer, fails, passes

FEE = PROCEDURE[PROCEDURE.index("phi_le_phi") : PROCEDURE.index("thanh_phan_ho_so")]
COUNCIL = {"mo_ta: Nộp trên Cổng dịch vụ công.": "mo_ta: Lệ phí do HĐND tỉnh quy định."}


def test_no_fee_by_the_list_left_to_the_council_by_a_note() -> None:
    fails("TT-075", PROCEDURE, {FEE: "phi_le_phi: ▶không\n"} | COUNCIL)


def test_the_same_in_a_note_of_the_source() -> None:
    fails(
        "TT-075",
        PROCEDURE,
        {
            FEE: "phi_le_phi: ▶không\n",
            "doi_chieu:": "ghi_chu_nguon:\n  - Mức thu phí theo quyết định của Hội đồng nhân dân tỉnh ban hành.\ndoi_chieu:",  # noqa: E501
        },
    )


def test_the_list_says_it_too() -> None:
    passes("TT-075", PROCEDURE, {"muc_thu: 8000": "muc_thu: HĐND tỉnh quy định"} | COUNCIL)


def test_the_words_say_that_it_is_free() -> None:
    passes(
        "TT-075",
        PROCEDURE,
        {
            FEE: "phi_le_phi: không\n",
            "mo_ta: Nộp trên Cổng dịch vụ công.": "mo_ta: Miễn lệ phí theo nghị quyết của HĐND tỉnh.",
        },
    )


def test_by_the_council_said_before_or_after() -> None:
    for note in (
        "Lệ phí theo quy định của HĐND tỉnh.",
        "Mức thu phí do Hội đồng nhân dân tỉnh quyết định.",
        "Phí nộp theo Nghị quyết của HĐND tỉnh Hải Dương.",
    ):
        fails(
            "TT-075", PROCEDURE, {FEE: "phi_le_phi: ▶không\n", "mo_ta: Nộp trên Cổng dịch vụ công.": f"mo_ta: {note}"}
        )


def test_no_fee_by_the_list_and_a_sum_in_a_text() -> None:
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    free = {FEE: "phi_le_phi: ▶không\n"}
    fails("TT-075", PROCEDURE, free | {step: "noi_dung: Nộp hồ sơ và lệ phí 8.000 đồng/hồ sơ."})
    free = {FEE: "phi_le_phi: không\n"}
    passes("TT-075", PROCEDURE, free | {step: "noi_dung: Nộp hồ sơ; phí bưu chính 26.500 đồng trả bưu điện."})
    passes("TT-075", PROCEDURE, free | {step: "noi_dung: Nộp hồ sơ; người mất thẻ bị phạt 300.000 đồng."})


def test_paid_in_general_and_free_in_a_case() -> None:
    free = "      phi_le_phi: [{loai: lệ phí, muc_thu: 0, ly_do: Miễn theo Điều 11 Luật Hộ tịch.}]\n"
    case = {"    - ten: Trẻ bị bỏ rơi\n": f"    - ten: Trẻ bị bỏ rơi\n{free}"}
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    passes("TT-075", PROCEDURE, case | {step: "noi_dung: Nộp lệ phí 8.000 đồng tại quầy."})
    online = {"  - hinh_thuc_nop: trực tuyến\n": "  - hinh_thuc_nop: trực tuyến\n    phi_le_phi: ▶không\n"}
    fails("TT-075", PROCEDURE, online | COUNCIL)


def test_every_text_may_name_a_sum() -> None:
    free, none = {FEE: "phi_le_phi: ▶không\n"}, {FEE: "phi_le_phi: không\n"}
    condition, summary = "  - Trẻ chưa được đăng ký khai sinh.", "mo_ta: Ghi việc sinh"
    fails("TT-075", PROCEDURE, free | {condition: "  - Nộp lệ phí 50.000 đồng trước khi nhận kết quả."})
    fails("TT-075", PROCEDURE, free | {summary: "mo_ta: Lệ phí 50.000 đồng. Ghi việc sinh"})
    fails("TT-075", PROCEDURE, free | {condition: "  - Mức lệ phí do tỉnh quy định."})
    fails("TT-075", PROCEDURE, free | answer("ghi_chu: Đóng lệ phí 50.000 đồng."))
    passes("TT-075", PROCEDURE, none | {condition: "  - Tiền đóng không phải lệ phí, mỗi người 81.000 đồng."})
