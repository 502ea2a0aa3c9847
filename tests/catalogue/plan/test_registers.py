"""Registers joined to their plan: what replaces what, how far things have come by the day of the site, what is
saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.dates import by_month, plan_dates
from generator.catalogue.plan.registers import ReviewView, TargetView
from generator.catalogue.plan.view import UNRECORDED
from generator.loading.folder import read_folder
from generator.schema.plan.cost import Saving
from generator.schema.plan.review import Review
from generator.schema.plan.target import PlanTarget
from tests.support.plan_content import whole_plan


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = whole_plan(tmp_path_factory.mktemp("plan"))
    with (content / "plan/2023/tasks/02.yml").open("a", encoding="utf-8") as task:
        task.write("  - ngay: 2024-02-01\n    trang_thai: tạm dừng\n    nguon: Báo cáo 1/BC-UBND\n")
    return content


def on(content: Path, day: str) -> Catalogue:
    return build_catalogue(read_folder(content), dt.date.fromisoformat(day), [])


def test_the_state_of_a_task_is_the_last_one_recorded_by_the_day(content: Path) -> None:
    states = {
        day: on(content, day).plan.tasks[1].state for day in ("2023-01-01", "2023-05-04", "2023-12-31", "2024-06-01")
    }
    assert states == {
        "2023-01-01": UNRECORDED,
        "2023-05-04": "đang thực hiện",
        "2023-12-31": "đã hoàn thành",
        "2024-06-01": "tạm dừng",
    }


def test_the_state_of_a_review_and_what_it_saves(content: Path) -> None:
    [review] = on(content, "2023-12-31").plan.reviews
    assert (review.state, review.agency.slug, review.procedure.code) == ("đã kiến nghị", "phong-tu-phap", "1.001193")
    assert (review.before.yearly, review.after.yearly, review.saving.amount) == (6_000_000, 3_000_000, 3_000_000)
    assert on(content, "2023-04-01").plan.reviews[0].state == "đăng ký"
    assert on(content, "2023-01-01").plan.reviews[0].state == ""


def test_a_document_and_the_one_it_replaces(content: Path) -> None:
    plan = on(content, "2023-12-31").plan
    newer, older = plan.documents
    assert (newer.slug, older.slug) == ("cv-10", "cv-09")
    assert newer.replaces == [older] and older.replaced_by == [newer]
    assert plan.tasks[1].documents == [newer, older]


def test_nothing_is_shown_before_its_day(content: Path) -> None:
    plan = on(content, "2023-04-20").plan
    assert [view.slug for view in plan.documents] == ["cv-09"]
    assert plan.results == plan.answers == plan.feedback == []
    assert plan.targets[0].percent is None


def test_columns_are_added_up(content: Path) -> None:
    result = next(view for view in on(content, "2023-12-31").plan.results if view.slug == "quy-2")
    assert (result.total.received, result.total.done, result.total.late) == (35, 30, 1)
    assert [name for name, _ in result.rows] == [("Xã An Thanh", "don-vi/an-thanh/")]


@pytest.mark.parametrize(
    ("count", "total", "percent", "met"),
    [(30, 100, 30.0, False), (50, 100, 50.0, True), (9999, 10000, 99.9, True), (4999, 10000, 49.9, False)],
)
def test_a_figure_against_a_target_of_50(count: int, total: int, percent: float, met: bool) -> None:
    record = PlanTarget.model_validate(
        {"muc": "50", "so_lieu": [{"ngay": "2023-06-14", "dat": str(count), "tong": str(total)}]}
    )
    view = TargetView(record, record.measures[0])
    assert (view.percent, view.met) == (percent, met)


def test_a_target_whose_level_nobody_gave_is_neither_met_nor_missed() -> None:
    record = PlanTarget.model_validate({"muc": "chưa rõ", "so_lieu": [{"ngay": "2023-06-14", "dat": "1", "tong": "2"}]})
    assert TargetView(record, record.measures[0]).met is None


def test_every_dated_thing_is_in_the_calendar_once(content: Path) -> None:
    plan = on(content, "2023-12-31").plan
    found = [(f"{item.day:%m-%d}", item.kind) for item in plan_dates(plan)]
    assert found == [
        ("03-17", "báo cáo"), ("04-10", "kiểm tra"), ("04-10", "tập huấn"), ("06-17", "báo cáo"), ("06-30", "nhiệm vụ"), ("06-30", "rà soát"),  # noqa: E501
        ("09-17", "báo cáo"), ("12-17", "báo cáo"),
    ]  # fmt: skip
    assert [month for _, month, _ in by_month(plan_dates(plan))] == [3, 4, 6, 9, 12]


def test_an_agency_gets_its_own_dates_only(content: Path) -> None:
    plan = on(content, "2023-12-31").plan
    kinds = {entry.agency.slug: [item.kind for item in plan_dates(plan, entry)] for entry in plan.all_duties}
    assert kinds["phong-tu-phap"] == ["kiểm tra", "tập huấn", "nhiệm vụ", "rà soát"]
    assert kinds["van-phong"] == ["nhiệm vụ"]
    assert kinds["ubnd-an-thanh"] == ["báo cáo", "kiểm tra", "tập huấn", "báo cáo", "nhiệm vụ", "báo cáo", "báo cáo"]
    assert kinds["ubnd-thi-tran-tu-ky"] == ["báo cáo", "báo cáo", "nhiệm vụ", "báo cáo", "báo cáo"]


def test_a_process_belongs_to_its_procedure(content: Path) -> None:
    [process] = on(content, "2023-12-31").processes
    assert process.procedure.code == "1.001193"
    assert process.name == process.procedure.name


def test_abolishing_saves_the_whole_cost() -> None:
    work = {"cong_viec": "Đi nộp", "phut": "60"}
    now = {"thu_nhap_gio": "30000", "so_lan_nam": "1", "so_doi_tuong": "10", "cac_viec": [work], "nguon": "x"}
    gone = ReviewView(Review.model_validate({"de_xuat": "bãi bỏ", "chi_phi_hien_tai": now}), 2023, "x")
    assert gone.saving == Saving(300_000, 100.0)
    assert (
        ReviewView(Review.model_validate({"de_xuat": "sửa đổi, bổ sung", "chi_phi_hien_tai": now}), 2023, "x").saving
        is None
    )
