"""TT-191: a procedure's file carries its code; a wrong one is told there, once."""

import pytest

from tests.support.rule_samples import GUIDE, LAW, PLACES, PROCEDURE, fails, passes, problems


def test_another_code_than_the_name_of_the_file() -> None:
    said = fails("TT-191", PROCEDURE, {'"1.001193"': '▶"1.001199"'})
    assert "1.001193.yml" in said and "“1.001193”" in said


def test_what_calls_it_by_the_name_of_the_file_is_silent() -> None:
    found = problems({PLACES["procedure"]: PROCEDURE.replace("1.001193", "1.001199")})
    assert {one.id for one in found if one.severity == "error"} == {"TT-191"}


@pytest.mark.parametrize("name", ["1.001193 (1).yml", "1.001193-khai-sinh.yml", "1-001193.yml", "Copy of 1.001193.yml"])
def test_the_real_file_under_another_name(name: str) -> None:
    files = {f"procedures/ho-tich/{name}": PROCEDURE.replace('"1.001193"', '"1.001199"')}
    place = PLACES["procedure"]
    found = [one for one in problems({place: PROCEDURE.replace("1.001193", "1.001939"), **files}) if "TT-031" in one.id]
    assert found == []


@pytest.mark.parametrize(
    "name", ["khai-sinh.yml", "1.001193.yml", "1.001193.yaml", "1.001193 (1).yml", "11.001193.yml"]
)
def test_names_that_say_the_same_or_nothing(name: str) -> None:
    passes("TT-191", PROCEDURE, path=f"procedures/ho-tich/{name}")


def test_a_record_that_is_gone_is_not_taken_for_another() -> None:
    """1.001193 was answered with “Ý bạn là 1.001939?”, which is another procedure."""
    files = {PLACES["procedure"]: "", "procedures/ho-tich/1.001939.yml": PROCEDURE.replace("1.001193", "1.001939")}
    del files[PLACES["procedure"]]
    guide = {"guides/khac.md": GUIDE.replace("1.001193", "1.009193")}
    [found] = [one for one in problems(files | guide) if one.id == "TT-031"]
    assert "Ý bạn là" not in found.hint and found.path == "content/guides/khac.md"


def test_a_document_under_the_name_of_another() -> None:
    """Told once, there: not at every record that cites it."""
    text = LAW.replace("123/2015/NĐ-CP", "124/2015/NĐ-CP")
    found = [one for one in problems({PLACES["law"]: text}) if one.severity == "error"]
    assert [(one.id, one.path, one.line) for one in found] == [("TT-191", f"content/{PLACES['law']}", 1)]
