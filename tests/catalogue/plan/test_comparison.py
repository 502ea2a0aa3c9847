"""Two years side by side."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.plan.comparison import Comparison, compare_plans
from generator.loading.folder import read_folder
from tests.support.plan_content import second_year, whole_plan


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    content = whole_plan(tmp_path_factory.mktemp("years"))
    second_year(content)
    tasks = content / "plan" / "2024" / "tasks"
    edit(tasks / "02.yml", "Trước ngày 30/6/2024.", "Trước ngày 15/5/2024.")
    edit(tasks / "03.yml", "  - Làm tập huấn.", "  - Làm tập huấn.\n  - Mở thêm một lớp ở xã.")
    edit(tasks / "04.yml", "nhom-xa", "van-phong")
    edit(tasks / "04.yml", "UBND các xã.", "Văn phòng HĐND&UBND huyện.")
    (tasks / "10.yml").unlink()
    plan = tasks.parent / "plan.yml"
    edit(plan, "[UBND tỉnh;]", "[UBND tỉnh;, Báo Hải Dương;]")
    edit(tasks / "11.yml", "so: 11", "so: 10")
    (tasks / "12.yml").write_text("so: 11\nten: Việc mới\nnoi_dung: [Làm việc mới.]\n", "utf-8")
    plans = build_catalogue(read_folder(content), dt.date(2024, 12, 31), []).plans
    return compare_plans(plans[2023], plans[2024])


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def pair(comparison: Comparison, title: str):
    return next(item for item in comparison.pairs if (item.after or item.before).record.title == title)


def test_only_the_year_moved(comparison: Comparison) -> None:
    assert pair(comparison, "Công tác chỉ đạo, điều hành").same
    assert pair(comparison, "Việc công khai").same


def test_another_deadline(comparison: Comparison) -> None:
    found = pair(comparison, "Rà soát, đơn giản hóa thủ tục hành chính")
    assert found.changes == (("Thời gian", "Trước ngày 30/6/2023.", "Trước ngày 15/5/2024."),)
    assert not found.added and not found.dropped and not found.same


def test_another_lead(comparison: Comparison) -> None:
    assert pair(comparison, "Việc một cửa").changes == (("Chủ trì", "UBND các xã.", "Văn phòng HĐND&UBND huyện."),)


def test_a_sentence_more(comparison: Comparison) -> None:
    found = pair(comparison, "Việc tập huấn")
    assert (found.added, found.dropped) == (("Mở thêm một lớp ở xã.",), ())


def test_tasks_that_came_went_and_moved(comparison: Comparison) -> None:
    assert pair(comparison, "Việc mới").before is None
    assert pair(comparison, "Việc sáng kiến").after is None
    moved = pair(comparison, "Chế độ thông tin báo cáo")
    assert (moved.before.record.number, moved.after.record.number) == (11, 10)


def test_every_task_of_both_years_once(comparison: Comparison) -> None:
    assert [item.before.record.number for item in comparison.pairs if item.before] == [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        11,
        10,
    ]
    assert [item.after.record.number for item in comparison.pairs if item.after] == list(range(1, 12))


def test_the_periods_of_both(comparison: Comparison) -> None:
    first, second = comparison.periods[0]
    assert (first.due, second.due) == (dt.date(2023, 3, 17), dt.date(2024, 3, 17))


def test_the_text_around_the_tasks(comparison: Comparison) -> None:
    assert [part.title for part in comparison.texts][0] == "Căn cứ" and [part.title for part in comparison.texts][
        -2:
    ] == ["Kết luận", "Nơi nhận"]
    assert [(part.title, part.added, part.dropped) for part in comparison.texts if part.added or part.dropped] == [
        ("Nơi nhận", ("Báo Hải Dương;",), ())
    ]
