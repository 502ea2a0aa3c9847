"""`tthc new plan 2024 --from 2023`: the structure is copied, dates and years move, what was only true of the old year
stays behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.commands._shared.new_plan import plan_text, shift_years, targets_text, task_text
from generator.loading.folder import read_folder
from tests.conftest import PROJECT, tthc
from tests.support.plan_content import whole_plan

REAL = PROJECT / "content" / "plan" / "2023"


def test_the_districts_own_plan_copied_whole(tmp_path: Path) -> None:
    content = whole_plan(tmp_path)
    done = tthc("new", "plan", "2024", "--from", "2023", "--content", content)
    assert done.returncode == 0, done.stderr
    assert "11 nhiệm vụ" in done.stdout and "holidays/2024.yml" in done.stdout
    new = content / "plan" / "2024"
    assert sorted(path.name for path in new.iterdir()) == ["plan.yml", "targets.yml", "tasks"]
    assert len(list((new / "tasks").iterdir())) == 11
    found = tthc("check", "--content", content, "--format", "text")
    assert found.returncode == 0, found.stdout
    assert "bản nháp" in found.stdout
    [task] = [entry.record for entry in read_folder(content).of("task") if entry.path.endswith("2024/tasks/02.yml")]
    assert (str(task.timing.end), task.timing.text, task.progress) == ("2024-06-30", "Trước ngày 30/6/2024.", [])


def test_without_from_the_year_before(tmp_path: Path) -> None:
    content = whole_plan(tmp_path)
    assert tthc("new", "plan", "2024", "--content", content).returncode == 0
    assert (content / "plan" / "2024" / "plan.yml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2023"], "2022"),
        (["2023", "--from", "2023"], "đã có thư mục"),
        (["2024", "--from", "2021"], "Các năm đang có: 2023"),
        (["năm-sau"], "không phải năm"),
        (["2024", "--from", "../2023"], "không phải năm"),
    ],
)
def test_a_wrong_call_changes_nothing(tmp_path: Path, words: list[str], said: str) -> None:
    content = whole_plan(tmp_path)
    before = sorted(content.rglob("*"))
    done = tthc("new", "plan", *words, "--content", content)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert sorted(content.rglob("*")) == before


def test_documents_keep_their_own_dates() -> None:
    text = plan_text((REAL / "plan.yml").read_text("utf-8"), 2023, 2024)
    for kept in ("ngày 31 tháng 10 năm 2017", "ngày 20/02/2023 của UBND tỉnh", "năm 2023 trên địa bàn tỉnh"):
        assert kept in text
    assert "Công văn số 568/VP-NC-KSTTHC ngày 27/10/2022" in task_text(
        (REAL / "tasks" / "02.yml").read_text("utf-8"), 2023, 2024
    )


def test_the_years_it_speaks_of_move() -> None:
    text = plan_text((REAL / "plan.yml").read_text("utf-8"), 2023, 2024)
    assert "nam: 2024\n" in text
    assert "chính huyện Tứ Kỳ năm 2024" in text
    assert "tồn tại, hạn chế năm 2023." in text


def test_number_day_signer_and_scanning_errors_are_not_invented() -> None:
    text = plan_text((REAL / "plan.yml").read_text("utf-8"), 2023, 2024)
    assert "so_ky_hieu: chờ đơn vị bổ sung\n" in text
    assert "ho_ten: chờ đơn vị bổ sung\n" in text and "Đào Văn Soái" not in text
    assert "sua_loi_quet" not in text
    assert text.endswith("ban_nhap: true\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  den: 2023-06-30\n", "  den: 2024-06-30\n"),
        ("tu: 2022-12-15 # chốt số liệu\n", "tu: 2023-12-15 # chốt số liệu\n"),
        ("- {tu: 2023-01-01, den: 2023-12-31}\n", "- {tu: 2024-01-01, den: 2024-12-31}\n"),
        ("  nguyen_van: hết năm\n    2023.\n", "  nguyen_van: hết năm\n    2024.\n"),
        ("tháng 10\n      năm 2022\n", "tháng 10\n      năm 2022\n"),
        ("quý I năm 2023\n", "quý I năm 2024\n"),
        ("năm 2017, năm 2020\n", "năm 2017, năm 2020\n"),
    ],
)
def test_what_moves_and_what_stays(old: str, new: str) -> None:
    assert shift_years(old, 2023, 2024) == new


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert shift_years("den: 2024-02-29\n", 2024, 2025) == "den: 2025-02-28\n"
    assert "28/2/2025" in task_text("thoi_gian:\n  nguyen_van: Trước ngày 29/2/2024.\n", 2024, 2025)


def test_targets_go_along_without_figures_and_samples() -> None:
    text = targets_text((REAL / "targets.yml").read_text("utf-8"), 2023, 2024)
    assert text.count("- ten:") == 6 and text.count("muc: 100") == 3
    assert "can_cu: Kế hoạch năm 2024, mục II.4" in text
    assert "so_lieu" not in text and "Ví dụ" not in text and "mau:" not in text


def test_the_figures_of_a_target_stay_behind() -> None:
    old = "- ten: A\n  so_lieu:\n    - ngay: 2023-06-14\n      dat: 1\n    - ngay: 2023-09-14\n      dat: 2\n  can_cu: X\n- ten: B\n  so_lieu:\n  - ngay: 2023-06-14\n    dat: 1\n"  # noqa: E501
    assert targets_text(old, 2023, 2024) == "- ten: A\n  can_cu: X\n- ten: B\n"


@pytest.mark.parametrize("name", ["tasks/99.yml", "targets.yml"])
def test_what_is_no_file_is_named_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    """A pipe among the tasks kept the command waiting for ever."""
    content = whole_plan(tmp_path)
    file = content / "plan" / "2023" / name
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    done = tthc("new", "plan", "2024", "--content", content)
    assert done.returncode == 2 and str(file) in done.stderr
    assert not (content / "plan" / "2024").exists()
