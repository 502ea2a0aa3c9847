"""TT-118: no phone, no identity number, no e-mail of a citizen in what is published."""

import random

import pytest

from generator.checks.text.personal_data import FOUND, NINE_DIGITS, SEVEN_DIGITS, _of_a_person
from tests.support import rule_samples as sample
from tests.support.plan_samples import fails, passes

ANSWER = "plan/2023/answers/gio.yml"
QUESTION = "phan_anh: Người gửi thấy giờ niêm yết khác giờ thực tế."


@pytest.mark.parametrize(
    "words",
    [
        "Ông A, điện thoại 0912345678, hỏi về lệ phí.",
        "Gọi lại 0912 345 678.",
        "Gọi lại 0912.345.678 nhé",
        "Số +84 912 345 678",
        "Máy bàn 02203.747.999",
        "Căn cước 030095001234",
        "Căn cước 030 095 001 234.",
        "Chứng minh nhân dân 141234567",
        "Thư về nguyenvana@example.com",
        "Gọi 0912345678/0987654321",
        "Gọi (0912) 345 678 hoặc (+84)912345678",
        "Máy 0220–3747–999",
        "CMND 141 234 567",
        "Số CCCD 030.095.001.234 cấp 2021",
        "Hộ chiếu C1234567",
        "Thẻ DN4010123456789",
    ],
)
def test_a_citizen_can_be_recognised(words: str) -> None:
    assert "người gửi" in fails("TT-118", ANSWER, {QUESTION: f"phan_anh: ▶{words}"}).lower()


@pytest.mark.parametrize(
    "words",
    [
        "Theo Nghị định 123/2015/NĐ-CP, Thông tư 01/2018/TT-VPCP ngày 23/11/2018.",
        "Thủ tục 1.001193, ngày 08.05.2023 và 08-05-2023, hạn 2023-05-08.",
        "Chi phí 150000000 đồng, giảm còn 95.000.000 đồng.",
        "Gọi tổng đài 18001096, số 0220 3747 113 của xã, hay thư motcua@tuky.haiduong.gov.vn.",
        "Căn cước công dân cấp ngày 01.01.2021, mẫu CT01, hồ sơ H23.45.6.",
        "Giấy chứng minh nhân dân hết hạn từ 31/12/2024; phí 142.345.678 đồng.",
        "Từ 7 giờ 30 đến 11 giờ 30, 1.234 hồ sơ.",
    ],
)
def test_numbers_that_are_nobodys(words: str) -> None:
    passes("TT-118", ANSWER, {QUESTION: f'phan_anh: "{words}"'})


def test_in_the_text_of_a_notice() -> None:
    place = sample.PLACES["notice"]
    found = [
        problem
        for problem in sample.problems({place: sample.NOTICE.replace("Nội dung tin.", "Liên hệ bà B, 0912345678.")})
        if problem.id == "TT-118"
    ]
    assert [(problem.path, problem.line) for problem in found] == [(f"content/{place}", 6)]


def test_in_a_markdown_body_the_line_is_told() -> None:
    sample.fails("TT-118", sample.NOTICE, {"Nội dung tin.\n": "\n\nDòng đầu.\n\nGọi bà Lan ▶0912 345 678.\n"})


@pytest.mark.parametrize(
    "words", ["Gọi chị Hoa ▶0912 345 678", "Căn cước số ▶030095001234", "như CCCD 030 095 001 ▶234"]
)
def test_a_number_of_somebody_in_a_procedure(words: str) -> None:
    """The whole text is the place."""
    plain = words.replace("▶", "")
    sample.fails("TT-118", sample.PROCEDURE, {"noi_dung: Nộp hồ sơ tại": f"noi_dung: ▶{plain}, nộp hồ sơ tại"})


@pytest.mark.parametrize(
    "words", ["Gọi 1022 hoặc 0220 3747 123", "mẫu B1234567", "tài khoản 123456789", "thư motcua@tuky.gov.vn"]
)
def test_numbers_of_forms_and_offices_in_a_procedure(words: str) -> None:
    sample.passes("TT-118", sample.PROCEDURE, {"noi_dung: Nộp hồ sơ tại": f"noi_dung: {words}, nộp hồ sơ tại"})


@pytest.mark.parametrize("words", ["Ông Nguyễn Văn Tuấn hỏi về lệ phí.", "Chị Lê Thị Hoa ở thôn Đông nộp đơn."])
def test_a_name_in_an_answer(words: str) -> None:
    said = fails("TT-118", ANSWER, {QUESTION: f"phan_anh: ▶{words}"})
    assert "họ tên" in said


@pytest.mark.parametrize(
    "words",
    [
        "Ông A hỏi về lệ phí.",
        "Bà con thôn Nguyễn Xá hỏi.",
        "Nhà ở đường Bà Triệu.",
        "Phố Nguyễn Văn Linh.",
        "Bà Rịa",
        "Ông Hà ở thôn",
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    passes("TT-118", ANSWER, {QUESTION: f'phan_anh: "{words}"'})


def test_no_number_is_missed_by_the_test_that_comes_first() -> None:
    """Texts without seven digits near each other are not looked at: no number that has a name is among them."""
    found, of_persons, choice = 0, 0, random.Random(1).choice
    for _ in range(20_000):
        text = "".join(
            choice(("0", "84", "+84", "(0", "9", "123", "CCCD ", "DN ", "B", " ", ".", ". ", "-", ")"))
            for _ in range(9)
        )
        if any(pattern.search(text) for what, pattern in FOUND if "@" not in text):
            found += 1
            assert SEVEN_DIGITS.search(text), text
        if any(_of_a_person(what, match[0]) for what, pattern in FOUND for match in pattern.finditer(text)):
            of_persons += 1
            assert NINE_DIGITS.search(text), text
    assert found > 200 and of_persons > 50


STEP = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."


def test_a_person_in_a_step_is_a_reminder() -> None:
    step = {STEP: "noi_dung: ▶Nộp cho bà Nguyễn Thị Lan ở Bộ phận Một cửa."}
    sample.fails("TT-118", sample.PROCEDURE, step, severity="warning")
    for words in (
        "Nộp cho bà Chủ tịch xã.",
        "Ông bà, cha mẹ đi thay cũng được.",
        "Xem Luật Lê Thị Riêng.",
        "Công Lê Thị Lan.",
    ):
        sample.passes("TT-118", sample.PROCEDURE, {STEP: f"noi_dung: {words}"})


def test_an_address_of_a_person_in_a_step() -> None:
    sample.fails("TT-118", sample.PROCEDURE, {STEP: "noi_dung: ▶Gửi về Lan.Nguyen@Gmail.com"})
    sample.passes("TT-118", sample.PROCEDURE, {STEP: "noi_dung: Gửi về motcua2@haiduong.gov.vn"})


def test_guides_and_the_handbook() -> None:
    body = {"Mang theo giấy chứng sinh.": "Gọi chị Lan ▶0912 345 678."}
    sample.fails("TT-118", sample.GUIDE, body, severity="error")
    sample.fails("TT-118", sample.GUIDE, {"mo_ta: Từ": "mo_ta: ▶Hỏi 0912 345 678, từ"})
    sample.fails("TT-118", sample.HANDBOOK, {"Nội dung": "▶CCCD 030085001234. Nội dung"})
    sample.passes("TT-118", sample.GUIDE, {"Mang theo giấy chứng sinh.": "Gọi 1800 1096 hoặc 0220 3747 111."})
