"""What day somebody meant: a proposal only where there is one day, certain only where there can be no other."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks._engine.runner import check
from generator.checks.fixes.dates import certain
from generator.cli import main
from generator.loading.folder import read_folder
from generator.schema.dates import meant
from tests.conftest import PROJECT, SMALL
from tests.support.night import at_night
from tests.support.rule_samples import LAW, fails

SAME_DAY = [
    "ngày 1 tháng 2 năm 2016", "Ngày 01 tháng 02 năm 2016", "1 tháng 2 năm 2016", "01 tháng 02, 2016", "mồng 1 tháng 2 năm 2016",  # noqa: E501
    "ngày  1  tháng  2  năm  2016", "2016-2-1", "2016/02/01", "2016.2.1", "2016 - 02 - 01", "2016–02–01", "２０１６-02-01", "20160201",  # noqa: E501
    "2016-02-01T00:00:00.000Z", "2016-02-01T00:00:00+07:00", "2016-02-01 00:00:00", "2016-02-01 00:00:00 +00:00", "2016-02-01T00:00Z",  # noqa: E501
    "2016-02-01T07:00:00.000+07:00", "2016-02-01 12:00:00 AM", "2016-02-01 00h00", "2016-02-01T00:00:00Z[UTC]",
    "1 Feb 2016",
    "February 1st, 2016", "Mon, 01 Feb 2016 00:00:00 GMT", "Mon Feb 01 2016 00:00:00 GMT+0700 (Indochina Time)",
    "thứ hai, ngày 1 tháng 2 năm 2016",
]  # fmt: skip


@pytest.mark.parametrize("written", SAME_DAY)
def test_other_forms_of_one_day_are_proposed_and_mended(written: str) -> None:
    assert certain(written) == "2016-02-01"
    assert "Ý bạn là 2016-02-01?" in fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})


@pytest.mark.parametrize(
    "written", ["1/1/2016", "01.01.2016", "1-1-2016", "Ngày 01/01/2016", "1 / 1 / 2016", "01/01/2016 0:00:00"]
)
def test_day_and_month_alike(written: str) -> None:
    assert certain(written) == "2016-01-01"


@pytest.mark.parametrize("written", ["1/2/2016", "01.02.2016", "ngày 1/2/2016"])
def test_two_possible_days_are_both_named_and_not_mended(written: str) -> None:
    assert certain(written) is None
    said = fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})
    assert "2016-02-01" in said and "2016-01-02" in said and "Ý bạn là" not in said


@pytest.mark.parametrize("written", ["1/2/16", "31/12/16", "1.2.16", "16-01-02"])
def test_a_year_of_two_figures_gets_no_proposal(written: str) -> None:
    assert certain(written) is None and not meant(written).day
    assert "hai chữ số" in fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/02/2023", "không có ngày 31 tháng 2"),
        ("2023-02-31", "không có ngày 31 tháng 2"),
        ("29/2/2023", "không có ngày 29 tháng 2"),
        ("ngày 31 tháng 4 năm 2023", "không có ngày 31 tháng 4"),
        ("32/1/2016", "không có ngày 32 tháng 1"),
        ("0/1/2016", "không có ngày 0 tháng 1"),
        ("13/13/2016", "không có tháng 13"),
        ("2016-00-10", "không có tháng 0"),
        ("0000-01-01", "không có năm 0"),
        ("9999-12-31", "không thể là năm 9999"),
        ("31/12/9999", "không thể là năm 9999"),
        ("0023-06-30", "không thể là năm 23"),
        ("[2016-01-01]", "phải là một ngày"),
    ],
)
def test_a_day_that_does_not_exist_gets_no_proposal(written: str, why: str) -> None:
    said = fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})
    assert why in said and "Ý bạn là" not in said
    assert certain(written) is None


@pytest.mark.parametrize("written", ["1/13/2016", "2016-13-01", "01.13.2016"])
def test_day_and_month_swapped_are_proposed_but_left_to_the_editor(written: str) -> None:
    assert certain(written) is None
    said = fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})
    assert "không có tháng 13" in said and "Ý bạn là 2016-01-13?" in said


@pytest.mark.parametrize("written", ["2016-01-01T17:00:00.000Z", "2016-01-01 17:00:00 UTC"])
def test_midnight_in_viet_nam_as_utc(written: str) -> None:
    assert certain(written) is None and meant(written).day == "2016-01-02"


@pytest.mark.parametrize(
    "written", ["2016-01-01T17:00:00+07:00", "2016-01-01T08:30:00Z", "2016-01-01T07:00:00Z", "2016-01-01 12:00 PM"]
)
def test_another_time_of_the_day_is_no_proposal(written: str) -> None:
    assert certain(written) is None and not meant(written).day and "Bỏ phần giờ" in meant(written).hint


@pytest.mark.parametrize("written", ["01/2016", "tháng 1 năm 2016", "2016", "2016-01", "năm 2016"])
def test_no_day_is_said_to_be_missing(written: str) -> None:
    assert "chưa đủ ngày, tháng, năm" in fails("TT-013", LAW, {"2015-11-15": f"▶{written}"})


def test_a_day_as_spreadsheets_store_it() -> None:
    assert meant("42370").day == "2016-01-01" and not meant("42370").certain


@pytest.mark.parametrize(
    "written", ["", "chưa rõ", "1/2-2016", "2016", "9" * 10_000, "1/1/2016/1", "٣/٣/2016x", "99999-99-99"]
)
def test_anything_else_gets_no_day(written: str) -> None:
    assert not meant(written).certain


@pytest.mark.slow
@settings(
    max_examples=1000 if at_night(1) else 40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.text(max_size=70) | st.from_regex(r"\d{1,4}[/.\- ]\d{1,2}[/.\- ]\d{1,4}[T ]?[\d:Z+.]{0,14}", fullmatch=True))
def test_whatever_is_written_only_real_days_come_out(text: str) -> None:
    found = meant(text)
    if found.day:
        dt.date.fromisoformat(found.day)
    assert found.day or not found.certain
    assert found.hint


@pytest.mark.slow
@pytest.mark.parametrize(("source", "days"), [(SMALL, 30), *at_night((PROJECT / "content", 500))])
def test_a_whole_content_saved_by_a_tool_that_writes_times_is_mended_at_once(
    tmp_path: Path, source: Path, days: int
) -> None:
    """js-yaml writes every day as a moment: 902 errors in the real content, none was mended."""
    content = Path(shutil.copytree(source, tmp_path / "content"))
    day = re.compile(r'(?m)^(\s*(?:- )?[a-z_]+: )"?(\d{4}-\d{2}-\d{2})"?$')
    before = {}
    for file in sorted(content.rglob("*")):
        if file.suffix in {".yml", ".md"}:
            text = file.read_bytes().decode("utf-8")
            changed, count = day.subn(r"\1\2T00:00:00.000Z", text)
            if count:
                before[file] = text
                file.write_bytes(changed.encode())
    wrong = [one for one in check(read_folder(content), dt.date(2023, 12, 31)) if one.severity == "error"]
    assert len(wrong) > days and all("tthc fix" in one.hint for one in wrong)
    assert {one.id for one in wrong} <= {"TT-013", "TT-010"}  # of a long list the rest is only counted
    assert main(["fix", "--content", str(content), "--yes"]) == 0
    left = [one for one in check(read_folder(content), dt.date(2023, 12, 31)) if one.severity == "error"]
    assert left == []
    assert len(before) > days / 5 and all("T00:00" not in file.read_text("utf-8") for file in before)
