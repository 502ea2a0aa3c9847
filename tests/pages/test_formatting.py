"""Values to words that citizens read."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.pages import formatting
from generator.schema.fees import Fee, TimeLimit
from generator.schema.law import Law
from generator.schema.procedure import Decision, Procedure


@pytest.mark.parametrize(("amount", "said"), [(0, "0 đồng"), (8000, "8.000 đồng"), (1500000, "1.500.000 đồng")])
def test_money(amount: int, said: str) -> None:
    assert formatting.money(amount) == said


def test_dates() -> None:
    assert formatting.date(dt.date(2023, 6, 5)) == "05/06/2023"
    assert formatting.date("chưa rõ") == "Chưa rõ"
    assert formatting.date(None) == "Chưa có thông tin"


def test_contacts_that_nobody_gave_are_said_not_invented() -> None:
    assert formatting.contact("chờ đơn vị bổ sung") == formatting.contact(None) == "Chưa có thông tin"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"so": "3", "don_vi": "ngày làm việc"}, "3 ngày làm việc"),
        ({"nguyen_van": "Trả ngay trong buổi"}, "Trả ngay trong buổi"),
        ({}, "Chưa có thông tin"),
    ],
)
def test_time_limits(given: dict, said: str) -> None:
    assert formatting.time_limit(TimeLimit.model_validate(given)) == said


FREE, COUNCIL = {"loai": "lệ phí", "muc_thu": 0}, {"loai": "lệ phí", "muc_thu": "HĐND tỉnh quy định"}
COPY = {"loai": "phí", "muc_thu": 8000, "don_vi_tinh": "bản", "ly_do": "Chỉ khi xin thêm bản sao."}


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        ([FREE], "Miễn"),
        ([COUNCIL], "Mức do HĐND tỉnh, hỏi trước"),
        ([COUNCIL, FREE], "Mức của tỉnh; một số người được miễn"),
        (
            [FREE, COUNCIL, COPY],
            "Mức của tỉnh; một số người được miễn; thêm bản sao: 8.000 đồng/bản",
        ),
        ([FREE, COPY], "Miễn; thêm bản sao: 8.000 đồng/bản"),
        (
            [
                FREE | {"ly_do": "Khai sinh trong 60 ngày: miễn."},
                COUNCIL | {"ly_do": "Khai sinh quá 60 ngày: mức do tỉnh."},
            ],
            "Trong 60 ngày: miễn; quá 60 ngày: mức của tỉnh",
        ),
        ([COPY], "8.000 đồng/bản"),
        (
            [
                {"loai": "phí", "muc_thu": 2000, "don_vi_tinh": "trang"},
                {"loai": "phí", "muc_thu": 1000, "don_vi_tinh": "trang"},
            ],
            "1.000–2.000 đồng/trang",
        ),
        # a phí and a lệ phí may both be due: each is called what it is
        ([COUNCIL, {"loai": "phí", "muc_thu": 30000}], "Lệ phí: mức của tỉnh; phí: 30.000 đồng"),
        ([], "Chưa có thông tin"),
    ],
)
def test_fees_in_a_few_words(fees: list[dict], said: str) -> None:
    assert formatting.fee_summary([Fee.model_validate(fee) for fee in fees]) == said


def test_a_line_for_each_case() -> None:
    fees = [Fee.model_validate(fee | {"ly_do": f"Việc thứ {at}: x."}) for at, fee in enumerate([COUNCIL, FREE])]
    assert formatting.fee_lines(fees) == ["0: mức của tỉnh", "1: miễn"]
    many = [fee.model_copy(update={"reason": f"{fee.amount} {at}: x."}) for at in range(3) for fee in fees]
    assert formatting.fee_lines(many) == ["Mức của tỉnh", "Có trường hợp được miễn"]


def test_no_fee_and_nothing_known_are_two_things() -> None:
    assert formatting.fee_summary("không") == "Không mất phí"
    free = Fee.model_validate({"loai": "lệ phí", "muc_thu": 0, "ly_do": "Miễn theo Luật Hộ tịch"})
    copy = Fee.model_validate({"loai": "phí", "muc_thu": 8000, "don_vi_tinh": "bản", "ly_do": "Chỉ khi xin bản sao"})
    assert formatting.fee_summary([free, copy]) == "Miễn; thêm bản sao: 8.000 đồng/bản"
    assert formatting.fee_in_list([free, copy]) == "Không mất phí", "a list says what everybody pays"
    assert formatting.fee_summary("chưa rõ") == "Chưa rõ"
    assert formatting.fee_summary(None) == "Chưa có thông tin"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Nhà ở riêng lẻ chỉ 15 ngày.", "20 ngày (nhà ở riêng lẻ chỉ 15 ngày)"),
        ("Kể từ khi nhận đủ hồ sơ.", "20 ngày"),
        ("", "20 ngày"),
    ],
)
def test_an_exception_in_few_words_stands_beside_the_time(note: str, said: str) -> None:
    record = Procedure.model_validate({"thoi_han_giai_quyet": {"so": 20, "don_vi": "ngày", "ghi_chu": note or None}})
    assert formatting.time_fact(record) == said


def test_a_law_is_called_as_people_call_it() -> None:
    law = Law.model_validate(
        {"so_ky_hieu": "60/2014/QH13", "loai": "Luật", "ten_goi": "Luật Hộ tịch", "trich_yeu": "Hộ tịch"}
    )
    assert (formatting.law_name(law), formatting.law_about(law)) == ("Luật Hộ tịch số 60/2014/QH13", "")
    decree = Law.model_validate(
        {
            "so_ky_hieu": "123/2015/NĐ-CP",
            "loai": "Nghị định",
            "ten_goi": "Nghị định về hộ tịch",
            "trich_yeu": "Quy định chi tiết",
        }
    )
    assert (formatting.law_name(decree), formatting.law_about(decree)) == (
        "Nghị định số 123/2015/NĐ-CP",
        "Quy định chi tiết",
    )


def test_a_law_that_is_not_in_force_has_ended_or_not_begun() -> None:
    law = Law.model_validate(
        {"so_ky_hieu": "17/2023/QH15", "ngay_hieu_luc": "2024-07-01", "ngay_het_hieu_luc": "2030-01-01"}
    )
    assert formatting.not_in_force(law, dt.date(2023, 12, 31)) == "chưa có hiệu lực"
    assert formatting.not_in_force(law, dt.date(2030, 1, 1)) == "hết hiệu lực"


def test_a_decision_says_once_what_is_not_known() -> None:
    assert (
        formatting.decision(
            Decision.model_validate({"so": "163/QĐ-BTP", "ngay": "2026-01-16", "co_quan": "Bộ Tư pháp"})
        )
        == "số 163/QĐ-BTP, ngày 16/01/2026, Bộ Tư pháp"
    )
    assert formatting.decision(Decision.model_validate({"so": "chưa rõ", "ngay": "chưa rõ"})) == "chưa rõ số và ngày"
    assert (
        formatting.decision(Decision.model_validate({"so": "chưa rõ", "ngay": "chưa rõ", "co_quan": "Bộ Tư pháp"}))
        == "Bộ Tư pháp (chưa rõ số và ngày)"
    )
    assert formatting.decision(None) == "Chưa có thông tin"


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ((("trực tiếp", 3), ("trực tuyến", 2)), "Tùy cách nộp: 3 ngày; 2 ngày"),
        ((("trực tiếp", 3), ("trực tiếp", 5)), "Tùy trường hợp: 3 ngày; 5 ngày"),
        ((("trực tiếp", 11), ("trực tiếp", 17), ("trực tiếp", 8), ("trực tiếp", 15)), "Tùy trường hợp: 8–17 ngày"),
        ((("trực tiếp", 3), ("trực tuyến", 3)), "3 ngày"),
    ],
)
def test_limits_by_channel_and_by_case(rows: tuple[tuple[str, int], ...], shown: str) -> None:
    """Case 19: one channel with several rows is by case, and no limit is left out."""
    channels = [{"hinh_thuc_nop": kind, "thoi_han_giai_quyet": {"so": days, "don_vi": "ngày"}} for kind, days in rows]
    assert formatting.time_summary(Procedure.model_validate({"cach_thuc_thuc_hien": channels})) == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0220 3747 123", "02203747123"),
        ("18001096", "18001096"),
        ("0220 3747 123 – 0220 3747 124", ""),
        ("hỏi ở quầy", ""),
        (None, ""),
    ],
)
def test_a_telephone_dials_only_what_is_one_number(text: str | None, number: str) -> None:
    assert formatting.dialled(text) == number


def test_who_sets_a_fee_is_said_once() -> None:
    """Where the reason follows; a reason that does not say it leaves the words whole."""
    said = COUNCIL | {"ly_do": "Thẩm định: mức do HĐND tỉnh quy định, hỏi trước khi nộp."}
    assert formatting.amount_before_reason(Fee.model_validate(said)) == "Mức của tỉnh"
    other = Fee.model_validate(COUNCIL | {"ly_do": "Hộ gia đình"})
    assert formatting.amount_before_reason(other) == "Mức do HĐND tỉnh, hỏi trước"


@pytest.mark.parametrize(
    ("number", "said"), [("12/KH-UBND", "12/KH-UBND"), ("/KH-UBND", "chưa ghi số (…/KH-UBND)"), (None, "")]
)
def test_a_number_that_was_left_out_is_said(number: str | None, said: str) -> None:
    assert formatting.numbered(number) == said


def test_names_of_two_syllables_stay_on_one_line() -> None:
    said = formatting.unbroken_names("UBND huyện Tứ Kỳ, tỉnh Hải Dương")
    assert said == "UBND huyện Tứ\u00a0Kỳ, tỉnh Hải\u00a0Dương"
    assert formatting.unbroken_names("Huế") == "Huế"


def test_what_is_paid_is_not_hidden_behind_what_is_free() -> None:
    online, in_time = FREE | {"ly_do": "Nộp qua mạng: không thu."}, FREE | {"ly_do": "Khai sinh trong 60 ngày: miễn."}
    late = COUNCIL | {"ly_do": "Không nộp qua mạng, khai sinh quá 60 ngày: mức do HĐND tỉnh quy định."}
    fees = [Fee.model_validate(fee) for fee in (online, in_time, late)]
    assert formatting.fee_fact(fees) == ["Nộp qua mạng hoặc khai sinh trong 60 ngày: miễn", "Còn lại: mức của tỉnh"]
    assert formatting.fee_fact(fees[:2]) == formatting.fee_lines(fees[:2])
    fees[1].reason = "Thẻ bảo hiểm y tế cấp lần đầu cho em: miễn."
    assert formatting.fee_fact(fees)[:2] == ["Nộp qua mạng: miễn", "Còn lại: mức của tỉnh"], "too long for one line"


@pytest.mark.parametrize(
    ("anywhere", "way", "said"),
    [
        ("true", "Đến UBND xã.", "Nộp ở nơi nào cũng được, không phụ thuộc nơi cư trú."),
        ("false", "Đến UBND xã nơi có đất.", "Nơi khác không nhận."),  # no word of the home
        ("false", "Đến xã nơi đặt trụ sở hoặc xã bất kỳ.", "Những nơi nào nhận: xem “Cách nộp”."),
        ("false", "Di chúc thì nơi nào có thẩm quyền cũng được.", "Những nơi nào nhận: xem “Cách nộp”."),
        ("false", "Đến UBND xã bất kỳ lúc nào.", "Nơi khác không nhận."),
        ("false", "Đến xã; nộp ở thành phố thì nơi ấy chuyển về xã.", "Những nơi nào nhận: xem “Cách nộp”."),
        (None, "Đến UBND xã.", "Nơi khác có nhận không: chưa có thông tin."),
    ],
)
def test_where_else_a_dossier_is_taken(anywhere: str | None, way: str, said: str) -> None:
    fields = {"khong_phu_thuoc_dia_gioi": anywhere, "cach_thuc_thuc_hien": [{"mo_ta": way}]}
    assert formatting.where_else(Procedure.model_validate(fields)) == said


def test_that_no_other_place_takes_it_is_not_said_of_a_place_that_is_gone() -> None:
    fields = {"khong_phu_thuoc_dia_gioi": False, "dia_chi_tiep_nhan_ho_so": "Ban Tiếp công dân huyện Tứ Kỳ"}
    said = formatting.where_else(Procedure.model_validate(fields), place_ended=True)
    assert said == "Nơi khác có nhận không: chưa có thông tin."
