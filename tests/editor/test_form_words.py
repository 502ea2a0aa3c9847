"""The messages and explanations on the form: labels instead of keys, nothing about how a file is written."""

from __future__ import annotations

import re

import pytest

from generator.editor.form_words import in_form
from generator.problem import Problem
from generator.schema.kinds import BY_NAME, KINDS
from generator.schema.record import specs

OF_FILES = re.compile(
    r"[a-z]_[a-z]|\btrue\b|\bfalse\b|ngoặc kép|viết liền|“[^”]*“[^”]*”\)?\)|: …|thụt vào|tthc fix [a-zđ]"
)
OF_THE_KEEPER = {"site", "site_version", "overlay"}  # whoever fills these in knows the commands


@pytest.mark.parametrize(
    ("kind", "key", "text", "wanted"),
    [
        ("procedure", "mo_ta", "thiếu “Mô tả” (mo_ta)", "thiếu “Mô tả”"),
        ("procedure", "mo_ta", "Một hai câu. Viết “mo_ta: …”.", "Một hai câu."),
        ("procedure", "thanh_phan_ho_so.so_bo", "Số bộ phải nộp. Ví dụ “so_bo: 1”.", "Số bộ phải nộp. Ví dụ “1”."),
        ("procedure", "doi_chieu.ngay", "Ví dụ “ngay: 2026-11-23”.", "Ví dụ “23/11/2026”."),
        ("procedure", "", "true nếu nộp được. Ví dụ “khong_phu_thuoc_dia_gioi: false”.",
         "Chọn “có” nếu nộp được. Ví dụ “không”."),
        ("procedure", "", "Viết “can_cu_phap_ly:”, dưới đó mỗi mục thụt vào và bắt đầu bằng “- ” (so_ky_hieu: …).",
         " Bấm “Thêm” rồi điền từng mục."),
        ("site", "", "Nội dung. Viết “phan_anh:”, dưới đó thụt vào các dòng yeu_cau: …, cach_gui: ….",
         "Nội dung. Điền các ô ở trong."),
        ("procedure", "phi_le_phi", "thì ghi “phi_le_phi: không”.", "thì ghi “Phí, lệ phí” là “không”."),
        ("procedure", "bieu_mau.0", "Thêm tep, ma_nguon, sha256, ngay_lay.",
         "Thêm “Tệp”, “Mã ở nguồn”, “Mã băm”, “Ngày lấy tệp”."),
        ("procedure", "", "giấy chỉ xuất trình thì ban_chinh: 1.", "giấy chỉ xuất trình thì “Số bản chính”: 1."),
        ("procedure", "", "Thêm chi_khi_truc_tiep: true nếu", "Thêm “Chỉ khi nộp trực tiếp”: có nếu"),
        ("unit", "ma_don_vi", "Mã của Tổng cục Thống kê, để trong ngoặc kép.", "Mã của Tổng cục Thống kê."),
        ("procedure", "", "câu này đòi giấy tờ (“phải có đơn”)", "câu này đòi giấy tờ (“phải có đơn”)"),
    ],
)  # fmt: skip
def test_a_message_on_the_form(kind: str, key: str, text: str, wanted: str) -> None:
    assert in_form(text, BY_NAME[kind], key) == wanted


def test_a_key_is_called_as_the_part_it_is_in_calls_it() -> None:
    spec = next(one for one in specs(BY_NAME["procedure"].model) if one.key == "quyet_dinh_cong_bo")
    assert spec.part is not None
    label = next(one.label for one in specs(spec.part) if one.key == "co_quan")
    assert in_form("Thêm co_quan, ngay.", BY_NAME["procedure"], "quyet_dinh_cong_bo.so").startswith(f"Thêm “{label}”,")


def test_no_message_of_the_real_content_speaks_of_the_file(real_problems: list[Problem]) -> None:
    from generator.loading.file_names import record_kind

    for one in real_problems:
        kind = record_kind(one.path.partition("/")[2])
        if kind is None:
            continue
        for text in (one.message, one.hint):
            shown = re.sub(r"content/\S+", "", in_form(text, kind, one.key))
            assert not OF_FILES.search(shown), (one.id, text, shown)


def test_no_explanation_of_a_field_speaks_of_the_file() -> None:
    for kind in KINDS:
        if kind.name in OF_THE_KEEPER:
            continue
        todo, depth = [("", kind.model)], 0
        while todo and depth < 400:
            depth += 1
            key, model = todo.pop(0)
            for spec in specs(model):
                shown = re.sub(r"\{\w+\}", "", in_form(spec.help, kind, key + spec.key))
                assert not OF_FILES.search(shown), (kind.name, spec.key, shown)
                todo += [(f"{key}{spec.key}.", spec.part)] if spec.part else []
