"""The JSON format is a contract: programs outside rely on these keys."""

import json

from generator.reporting.json import render
from tests.support.problem_examples import MILD, PATH, WRONG


def test_a_list_with_the_agreed_keys() -> None:
    found = json.loads(render([WRONG, MILD]))
    assert found[0] == {
        "path": PATH, "line": 1, "column": 13, "id": "TT-024", "severity": "error",
        "message": "mã “1.00011” sai dạng", "law": "NĐ 63/2010 Đ24", "hint": "Ý bạn là “1.000110”?",
    }  # fmt: skip
    assert found[1]["law"] == "" and found[1]["severity"] == "warning"


def test_no_problems_is_an_empty_list() -> None:
    assert json.loads(render([])) == []
