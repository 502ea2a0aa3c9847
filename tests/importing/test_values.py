"""Dates, time limits, fees: parsed where certain, kept as text where not."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.importing.extract import dates
from generator.importing.extract.fees import FREE, fee, join_fees
from generator.importing.extract.time_limits import from_parts, from_sentence


def test_midnight_in_vietnam_is_the_day_itself_not_the_day_before() -> None:
    midnight = int(dt.datetime(2026, 1, 15, 17, 0, tzinfo=dt.UTC).timestamp() * 1000)  # 00:00 of the 16th in Việt Nam
    assert dates.from_epoch_ms(midnight) == dt.date(2026, 1, 16)


@pytest.mark.parametrize("value", [None, 0, True, "2026", 10**20, float("nan")])
def test_what_is_no_moment_gives_no_date(value: object) -> None:
    assert dates.from_epoch_ms(value) is None


def test_dates_in_sentences() -> None:
    found = [day for day, _ in dates.find_date("ngày 27/12/2021 … ngày 03 tháng 4 năm 2012, 31/02/2020")]
    assert found == [dt.date(2021, 12, 27), dt.date(2012, 4, 3)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("03 ngày làm việc", {"so": 3, "don_vi": "ngày làm việc"}),
        ("Không quá 05 (năm) ngày.", {"so": 5, "don_vi": "ngày"}),
        (
            "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
            {"so": 10, "don_vi": "ngày làm việc", "ghi_chu": "Kể từ ngày nhận đủ hồ sơ hợp lệ."},
        ),
        ("05 ngày (làm việc)", {"so": 5, "don_vi": "ngày làm việc"}),
        ("Năm (05) ngày làm việc", {"so": 5, "don_vi": "ngày làm việc"}),
        ("Không quá mười lăm (15) ngày", {"so": 15, "don_vi": "ngày"}),
        ("45 (bốn mươi lăm) ngày", {"so": 45, "don_vi": "ngày"}),
        (
            "05 ngày (kể từ ngày nhận đủ hồ sơ)",
            {"so": 5, "don_vi": "ngày", "ghi_chu": "Kể từ ngày nhận đủ hồ sơ."},
        ),
        ("Không quy định", "không quy định"),
        ("Không có thông tin", None),
    ],
)
def test_a_sentence_that_is_one_limit_is_parsed(sentence: str, value: object) -> None:
    assert from_sentence(sentence) == (value, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "10 ngày làm việc; miền núi 20 ngày",
        "Ngay trong ngày",
        "5-7 ngày",
        "16,5 ngày làm việc",
        "Không xác định",
        "05 (ba) ngày làm việc",
        "Ba (05) ngày làm việc",
        "05 ngày (làm việc tại xã)",
        "1 ngày, năm (05) ngày",
    ],
)
def test_any_other_sentence_stays_whole_and_is_reported(sentence: str) -> None:
    limit = from_sentence(sentence)
    assert limit.value == {"nguyen_van": sentence}
    assert limit.reason


def test_a_number_without_a_unit_does_not_get_one() -> None:
    assert "don_vi" not in from_parts(5, "OTHER").value
    assert from_parts(5, "OTHER").reason


def test_the_description_counts_where_the_limit_points_at_it() -> None:
    assert from_parts("Theo mô tả", "OTHER", "Không quá 15 ngày").value == {"so": 15, "don_vi": "ngày"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.", "HĐND tỉnh quy định"),
        ("Chi tiết tại Biểu phí, lệ phí kèm theo Thông tư 281/2016/TT-BTC", "theo văn bản"),
        ("Miễn lệ phí theo Điều 11 Luật Hộ tịch", 0),
    ],
)
def test_zero_with_an_explaining_text_is_what_the_text_says(text: str, amount: object) -> None:
    assert fee("lệ phí", 0, text).line["muc_thu"] == amount


def test_zero_with_several_amounts_in_words_stays_words() -> None:
    words = "Cấp mới 25.000 đồng/GCN; cấp lại 20.000 đồng/GCN"
    made = fee("lệ phí", 0, words)
    assert made.line == {"loai": "lệ phí", "nguyen_van": words}
    assert made.reason


def test_zero_without_a_word_is_unknown_and_free_needs_the_word() -> None:
    assert join_fees([fee("phí", 0, "")]) == ("chưa rõ", ["mức thu ghi 0 mà không giải thích"])
    assert join_fees([fee("", None, "Miễn phí")]) == ("không", [])
    for text in ("Không", "- Không có", "Miễn phí, lệ phí", "0đ"):
        assert fee("", None, text).line == FREE
    for text in ("0", "Miễn phí cho người nghèo"):
        assert fee("", None, text).line != FREE


@pytest.mark.parametrize(
    ("amount", "text"),
    [(135, "Lệ phí cấp giấy phép lái xe: 135.000 đồng/lần."), (5000, "nộp trực tuyến thu 7.000 đồng/lần"), (40, "")],
)
def test_amounts_that_contradict_their_text_or_mean_thousands_stay_text(amount: int, text: str) -> None:
    made = fee("lệ phí", amount, text)
    assert "muc_thu" not in made.line
    assert made.reason


def test_a_foreign_currency_is_no_amount_in_dong() -> None:
    assert fee("phí", 145, "Thẻ tạm trú", "USD").line == {"loai": "phí", "nguyen_van": "145 USD: Thẻ tạm trú"}


def test_an_amount_with_its_unit() -> None:
    assert fee("", None, "Lệ phí: 8.000 đồng/bản").line == {"loai": "lệ phí", "muc_thu": 8000, "don_vi_tinh": "bản"}
    assert fee("", None, "Mức thu: 50.000 đồng/hồ sơ").line == {"muc_thu": 50_000, "don_vi_tinh": "hồ sơ"}
    assert fee("phí", 800000, "(/hồ sơ)").line == {"loai": "phí", "muc_thu": 800000, "don_vi_tinh": "hồ sơ"}
