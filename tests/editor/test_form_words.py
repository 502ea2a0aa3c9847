"""The messages and explanations on the form: labels instead of keys, nothing about how a file is written."""

from __future__ import annotations

import re

import pytest

from generator.checks.procedure.required_part import hint_for, missing
from generator.editor.form_words import in_form, on_form
from generator.problem import ERROR, Problem
from generator.schema.kinds import BY_NAME, KINDS
from generator.schema.procedure import Procedure
from generator.schema.record import Record, specs
from generator.text.audience import TRUE, either, field, for_file, joined, label
from tests.support.form_language import OF_FILES, OF_THE_KEEPER, words_of_the_file


def on_the_form(kind: str, key: str, message: str, hint: str = "") -> tuple[str, str]:
    """What the form shows of a problem with this message and hint, as a rule composes them."""
    problem = Problem("a.yml", 1, 1, "TT-000", ERROR, for_file(message), "", for_file(hint), key, joined(message, hint))
    return on_form(problem, BY_NAME[kind], key)


@pytest.mark.parametrize(
    ("kind", "key", "text", "in_file", "wanted"),
    [
        ("procedure", "bieu_mau.0", f"{field('tep')}, {field('sha256')}", "tep, sha256", "“Tệp”, “Mã băm”"),
        ("procedure", "", f"{field('ban_chinh')}: 1", "ban_chinh: 1", "“Số bản chính”: 1"),
        ("procedure", "", f"{field('chi_khi_truc_tiep')}: {TRUE} nếu", "chi_khi_truc_tiep: true nếu",
         "“Chỉ khi nộp trực tiếp”: có nếu"),
        ("procedure", "", f"còn {field('mo_ta', quoted=True)}", "còn “mo_ta”", "còn “Mô tả”"),
        ("procedure", "", field("hieu_luc.thay_the_boi"), "hieu_luc.thay_the_boi", "“Được thay bằng” ở “Hiệu lực”"),
        ("procedure", "", either("(tu)", label("hieu_luc.tu")), "(tu)", "“Có hiệu lực từ” ở “Hiệu lực”"),
        ("procedure", "", "câu này đòi (“phải có đơn”)", "câu này đòi (“phải có đơn”)", "câu này đòi (“phải có đơn”)"),
    ],
)  # fmt: skip
def test_a_message_names_fields_as_its_reader_knows_them(
    kind: str, key: str, text: str, in_file: str, wanted: str
) -> None:
    assert for_file(text) == in_file
    assert on_the_form(kind, key, text) == (wanted, "")
    assert on_the_form(kind, key, "sai", text) == ("sai", wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("true nếu nộp được.", "Chọn “có” nếu nộp được."),
        ("Mã của Tổng cục Thống kê, để trong ngoặc kép.", "Mã của Tổng cục Thống kê."),
        ("Tên ngắn, có trong content/agencies.yml.", "Tên ngắn."),
        ("bổ sung đủ thì bỏ dòng này.", "bổ sung đủ thì để trống ô này."),
    ],
)
def test_the_explanation_of_a_field_on_the_form(text: str, wanted: str) -> None:
    assert in_form(text) == wanted


def test_a_missing_part_on_the_form() -> None:
    def said(model: type[Record], key: str) -> tuple[str, str]:
        spec = next(one for one in specs(model) if one.key == key)
        return on_the_form("procedure", key, missing(spec), f"{spec.help} {hint_for(spec)}")

    assert said(Procedure, "mo_ta") == ("thiếu “Mô tả”", specs_help(Procedure, "mo_ta"))
    assert said(Procedure, "can_cu_phap_ly")[1].endswith(" Bấm “Thêm” rồi điền từng mục.")
    assert said(Procedure, "thanh_phan_ho_so")[1].endswith(" Điền các ô ở trong.")
    assert said(Procedure, "khong_phu_thuoc_dia_gioi")[1].endswith(" Ví dụ “không”.")


def specs_help(model: type[Record], key: str) -> str:
    return next(one.help for one in specs(model) if one.key == key)


def test_a_key_is_called_as_the_part_it_is_in_calls_it() -> None:
    spec = next(one for one in specs(BY_NAME["procedure"].model) if one.key == "quyet_dinh_cong_bo")
    assert spec.part is not None
    named = next(one.label for one in specs(spec.part) if one.key == "co_quan")
    found = on_the_form("procedure", "quyet_dinh_cong_bo.so", f"Thêm {field('co_quan')}.")
    assert found[0] == f"Thêm “{named}”."


def test_no_message_of_the_real_content_speaks_of_the_file(real_problems: list[Problem]) -> None:
    """Those of the examples of all rules are looked at where these run: tests/support/rule_samples.py."""
    for one in real_problems:
        assert not words_of_the_file(one), (one.id, one.message, one.hint, words_of_the_file(one))


def test_words_of_the_file_are_found() -> None:
    for text in (
        "Thêm nganh_doc.",
        "Sửa tên kỳ, hoặc tu và den.",
        "bỏ mau: true",
        "Viết “x: …”.",
    ):
        assert words_of_the_file(Problem("content/plan/2023/events/a.yml", 1, 1, "TT-123", ERROR, text)), text
    for text in ("“tan-an” không có vào thời gian ấy", "Thêm “Ngành dọc”: công an.", "con số, giới tính nam"):
        assert not words_of_the_file(Problem("content/plan/2023/events/a.yml", 1, 1, "TT-123", ERROR, text)), text


def test_no_explanation_of_a_field_speaks_of_the_file() -> None:
    for kind in KINDS:
        if kind.name in OF_THE_KEEPER:
            continue
        todo, depth = [("", kind.model)], 0
        while todo and depth < 400:
            depth += 1
            key, model = todo.pop(0)
            for spec in specs(model):
                shown = re.sub(r"\{\w+\}", "", in_form(spec.help))
                assert not OF_FILES.search(shown), (kind.name, spec.key, shown)
                todo += [(f"{key}{spec.key}.", spec.part)] if spec.part else []
