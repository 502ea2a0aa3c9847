"""Numbers of legal documents, in the forms in which real ones are written: kept whole, never cut."""

from __future__ import annotations

import pytest

from generator.importing.code_lists import body_of
from generator.importing.extract.legal_bases import cut_number, numbers_in

WHOLE = (
    "66.7/2025/NQ-CP", "01/2017/QH14", "15/VBHN-BTP", "15/VBHN-VPQH", "30/2013/TT-BLĐTBXH", "05/2025/NQ-HĐND",
    "35/NQ-HĐND", "1234/QĐ-UBND", "1234/QĐ-UBND.HC", "163/QĐ-BNV-CCHC", "2171/QĐ-UBND-DatDai", "8258/QĐ-BCA-QLXNC",
    "1211/2016/UBTVQH13", "36/2009/PL-UBTVQH12", "01/2016/TTLT-BTP-BNG-BCA", "18/2009/TTLT/BGDĐT-BTC-BLĐTBXH",
    "01/2008/TTLT-BCT-BTC-BGTVT-BNN&PTNT-BYT-NHNN", "02/2014/TTLT-TANDTC-VKSNDTC-BTP-BTC", "24a/2016/NĐ-CP",
    "158/HĐBT", "118/TTg", "87-CP", "1234/TTr-SNV", "86/2024/QĐ-UBND/HP", "1282/2026/QĐ-UBND", "16/CT-TTg",
    "46/20023/NĐ-CP", "34/225/TT-NHNN", "37/2013/2015/TT-NHNN",
)  # fmt: skip


@pytest.mark.parametrize("number", WHOLE)
def test_a_number_is_kept_whole_wherever_it_stands(number: str) -> None:
    for text in (number, f"Theo {number} ngày 01/02/2025", f"({number})", f"{number}; {number}.", f"{number}, sửa đổi"):
        assert numbers_in(text) == [number]
    assert not cut_number(number)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ngày 18/01/202431/2024/QH15", ["31/2024/QH15"]),
        ("ngày 16 tháng 6 năm 2025.09/2026/TT-BNNMT", ["09/2026/TT-BNNMT"]),
        ("Luật 65/2006/QH1165/2006/QH11", ["65/2006/QH11"]),
        ("Dầu khí12/2022/QH15193/2025/NĐ-CP", ["12/2022/QH15", "193/2025/NĐ-CP"]),
        ("134/2016/NĐ-CPQuy định chi tiết", ["134/2016/NĐ-CP"]),
        ("59/QĐ-UBND-NVQuy định", ["59/QĐ-UBND-NV"]),
        ("111/2020/NĐ -CP và 5/2024/TT - BXD", ["111/2020/NĐ-CP", "5/2024/TT-BXD"]),
        ("09./2025/NQ-HĐND", ["09/2025/NQ-HĐND"]),
        ("123/2015/NÐ-CP, 12/QÐ-UBND", ["123/2015/NĐ-CP", "12/QĐ-UBND"]),
        ("Thông tư số 34/2025/TT-NHNN.PL 01", ["34/2025/TT-NHNN"]),
        ("80/2021/TT-BTC ngày 29/9/2021/TT-BTC", ["80/2021/TT-BTC"]),
        ("ngày 25/6/2018, 1/2 suất, 24/7", []),
    ],
)
def test_glued_spaced_and_mistyped_numbers(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("number", "body"),
    {
        "60/2014/QH13": "Quốc hội",
        "05/2024/UBTVQH15": "Ủy ban Thường vụ Quốc hội",
        "36/2009/PL-UBTVQH12": "Ủy ban Thường vụ Quốc hội",
        "04/2020/TT-BTP": "Bộ Tư pháp",
    }.items(),
)
def test_the_body_that_issued_it(number: str, body: str) -> None:
    assert body_of(number) == body
