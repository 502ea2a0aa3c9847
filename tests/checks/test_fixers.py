"""Each fixer: text in, text out; comments and layout stay."""

import pytest

from generator.checks.fixes import byte_order_mark, dates, keys, letters, quotes, spaces
from generator.checks.fixes._runner import FIXERS, fix
from generator.schema.kinds import BY_NAME
from tests.support.rule_samples import SAMPLES

LAW, PROCEDURE, FIELD, GUIDE, UNIT = (BY_NAME[name] for name in ("law", "procedure", "field", "guide", "unit"))


def test_a_byte_order_mark() -> None:
    assert byte_order_mark.fix("\ufeffa: b", LAW) == "a: b"


def test_letters_become_precomposed_in_values_keys_and_comments() -> None:
    assert letters.fix("# Ho\u0323\u0302\nten: Ho\u0323\u0302 ti\u0323ch\n", LAW) == "# Hộ\nten: Hộ tịch\n"


def test_spaces() -> None:
    before = "ten: Hộ  tịch ,chứng thực , khác \u00a0mới  \n"
    assert spaces.fix(before, LAW) == "ten: Hộ tịch ,chứng thực, khác mới\n"


def test_spaces_that_align_stay() -> None:
    text = "ten:   Hộ tịch    # một  chú  thích\n#  khối   chú thích\nso:  1\n"
    assert spaces.fix(text, LAW) == text


def test_two_spaces_at_a_line_s_end_mean_something_in_markdown() -> None:
    text = "---\nten: a\n---\nmột  \nhai\n"
    assert spaces.fix(text, GUIDE) == text


def test_quotes_around_codes_only() -> None:
    before = 'ma_thu_tuc: 1.001193 # mã\nten_thu_tuc: "2"\nhieu_luc:\n  thay_the_boi: [1.000001, "1.000002"]\nthanh_phan_ho_so:\n  so_bo: 1\n'  # noqa: E501
    assert quotes.fix(before, PROCEDURE) == before.replace("1.001193", '"1.001193"').replace("[1.000001", '["1.000001"')


def test_a_code_that_lost_its_zero_is_left_for_the_editor() -> None:
    assert quotes.fix("ma_thu_tuc: 1.00011\n", PROCEDURE) == "ma_thu_tuc: 1.00011\n"


def test_codes_in_front_matter() -> None:
    before = "---\nten: a\nbuoc:\n  - ten: b\n    thu_tuc:\n      - 1.001193\n---\n1.001193\n"
    assert quotes.fix(before, GUIDE) == before.replace("- 1.001193", '- "1.001193"')


@pytest.mark.parametrize(
    ("written", "day"), [("30/6/2023", "2023-06-30"), ("2023/6/7", "2023-06-07"), ("05.05.2023", "2023-05-05")]
)
def test_a_date_that_can_only_mean_one_day(written: str, day: str) -> None:
    assert dates.fix(f"ngay_ban_hanh: {written} # ký\n", LAW) == f"ngay_ban_hanh: {day} # ký\n"
    assert dates.fix(f'ngay_ban_hanh: "{written}"\n', LAW) == f"ngay_ban_hanh: {day}\n"


@pytest.mark.parametrize("written", ["6/7/2023", "31/2/2023", "tháng 6", "2023-06-30"])
def test_a_date_that_may_mean_two_days_or_none(written: str) -> None:
    assert dates.fix(f"ngay_ban_hanh: {written}\n", LAW) == f"ngay_ban_hanh: {written}\n"


def test_a_date_in_a_sentence_is_no_date_field() -> None:
    assert dates.fix("trich_yeu: 30/6/2023\n", LAW) == "trich_yeu: 30/6/2023\n"


def test_keys_move_with_their_comments_and_blocks() -> None:
    before = """\
# đầu tệp
trich_yeu: >-
  Quy định
  # không phải chú thích
  chi tiết
# loại văn bản,
# theo Luật
loai: Nghị định   # rõ

so_ky_hieu: 123/2015/NĐ-CP
"""
    assert (
        keys.fix(before, LAW)
        == """\
# đầu tệp
so_ky_hieu: 123/2015/NĐ-CP
# loại văn bản,
# theo Luật
loai: Nghị định   # rõ

trich_yeu: >-
  Quy định
  # không phải chú thích
  chi tiết
"""
    )


def test_keys_inside_lists_and_parts() -> None:
    before = "- slug: ho-tich\n  ten: Hộ tịch\n- ten: Đất đai\n  slug: dat-dai\n"
    assert keys.fix(before, FIELD) == "- ten: Hộ tịch\n  slug: ho-tich\n- ten: Đất đai\n  slug: dat-dai\n"
    before = "trinh_tu_thuc_hien:\n- noi_dung: Nộp\n  nguoi_thuc_hien: người nộp\nthanh_phan_ho_so:\n  giay_to_chung:\n  - ban_chinh: 1\n    ten_giay_to: Đơn\n  so_bo: 1\n"  # noqa: E501
    after = "trinh_tu_thuc_hien:\n- nguoi_thuc_hien: người nộp\n  noi_dung: Nộp\nthanh_phan_ho_so:\n  so_bo: 1\n  giay_to_chung:\n  - ten_giay_to: Đơn\n    ban_chinh: 1\n"  # noqa: E501
    assert keys.fix(before, PROCEDURE) == after


def test_an_unknown_key_stays_behind_its_neighbour() -> None:
    assert keys.fix("loai: a\nlạ: x\nso_ky_hieu: b\n", LAW) == "so_ky_hieu: b\nloai: a\nlạ: x\n"


def test_braces_are_a_question_of_layout() -> None:
    text = "quyet_dinh_cong_bo: {ngay: 2020-09-04, so: 1/QĐ}\n"
    assert keys.fix(text, PROCEDURE) == text


@pytest.mark.parametrize("fixer", FIXERS, ids=lambda fixer: fixer.__name__.rpartition(".")[2])
def test_nothing_changes_in_a_careful_file(fixer) -> None:
    assert {kind: fixer.fix(text, BY_NAME[kind]) for kind, text in SAMPLES.items()} == SAMPLES


def test_all_fixers_together_say_what_they_did() -> None:
    text, done = fix("ten: Hộ  tịch\nma_don_vi: 11125\nhieu_luc:\n  tu: 30/6/2023\n", UNIT)
    assert text == 'ma_don_vi: "11125"\nten: Hộ tịch\nhieu_luc:\n  tu: 2023-06-30\n'
    assert done == [spaces.DESCRIPTION, quotes.DESCRIPTION, dates.DESCRIPTION, keys.DESCRIPTION]
    assert fix(text, UNIT) == (text, [])


def test_windows_line_ends_stay() -> None:
    assert fix("ten: Hộ  tịch\r\nma_don_vi: 11125\r\n", UNIT)[0] == 'ma_don_vi: "11125"\r\nten: Hộ tịch\r\n'


def test_a_file_that_cannot_be_read_is_mended_letter_by_letter_only() -> None:
    assert fix("a: b: c  d\nten: Ho\u0323\n", LAW) == ("a: b: c  d\nten: Họ\n", [letters.DESCRIPTION])
