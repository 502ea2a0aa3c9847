"""Forms are found by their numbers and names, and fees by the document that sets them."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest

from generator.schema.dossier import Form
from tests.outputs.search.conftest import in_node, read
from tests.support.real_content import real_catalogue

pytestmark = pytest.mark.slow

EACH = 1 if "TTHC_ALL" in os.environ else 4  # by day every fourth number is asked for
OWN_NUMBER = re.compile(r"[A-ZĐ]{2,3}\d|\d/[A-ZĐ]")  # CT01, 10/ĐK; “Mẫu số 01” is the number of a hundred forms


def forms() -> list[tuple[str, Form]]:
    """(code, form) of every procedure in force."""
    views = real_catalogue().procedures.values()
    listed = [(view.code, view.record.forms) for view in views if view.in_force]
    return [(code, form) for code, some in listed if isinstance(some, list) for form in some]


def test_every_number_leads_to_a_procedure_that_uses_it(real: tuple[Any, Any]) -> None:
    numbers: dict[str, set[str]] = {}
    for code, form in forms():
        if form.label and OWN_NUMBER.search(form.label):
            numbers.setdefault(form.label, set()).add(code)
    assert len(numbers) > 20
    numbers = dict(list(numbers.items())[::EACH])
    answers = in_node({**read(real[1]), "questions": [f"tải {label}" for label in numbers]})
    found = {label: {*answer["codes"][:5]} for label, answer in zip(numbers, answers, strict=True)}
    assert [label for label in numbers if not numbers[label] & found[label]] == []


def test_most_names_lead_to_a_procedure_that_uses_it(real: tuple[Any, Any]) -> None:
    names: dict[str, set[str]] = {}
    for code, form in forms():
        if form.name:
            names.setdefault(form.name, set()).add(code)
    answers = in_node({**read(real[1]), "questions": list(names)})
    found = [bool(names[name] & {*answer["codes"][:5]}) for name, answer in zip(names, answers, strict=True)]
    assert sum(found) / len(found) > 0.85, "names such as “Đơn đề nghị” are too common"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("đổi sổ đỏ, mẫu 10/ĐK", "1.004199"),
        ("mau 24/dk-tct", "1.007607"),
        ("tách hộ điền mẫu CT01", "1.010038"),
        ("ct01 xóa tạm trú", "1.010028"),
    ],
)
def test_the_other_words_choose_among_its_procedures(ask: Any, text: str, code: str) -> None:
    assert ask(text)["codes"][0] == code


@pytest.mark.parametrize("text", ["phí theo thông tư 85/2019/TT-BTC", "85/2019/tt-btc"])
def test_a_fee_by_its_document(ask: Any, text: str) -> None:
    assert ask(text)["titles"][0] == "Thông tư 85/2019/TT-BTC"


@pytest.mark.parametrize("text", ["1.1", "9.99", "1.123456"])
def test_a_number_that_nothing_has_finds_nothing(ask: Any, text: str) -> None:
    assert ask(text)["state"] == "none"
