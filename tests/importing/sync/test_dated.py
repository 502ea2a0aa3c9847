"""`tthc sync --dated`: what a new decision changes holds from its day; the version before stays as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.checks._engine.runner import check
from generator.importing.draft_record import Options
from generator.importing.plan import apply, plan_import
from generator.importing.sources.national_api import source
from generator.importing.sync.proposal import as_markdown
from generator.importing.sync.sync_plan import SyncPlan
from generator.loading.folder import read_folder
from generator.loading.versions import resolve
from tests.importing.sync.kinds import channels, fees
from tests.importing.sync.two_weeks import base, names, paper, papers, read, synced
from tests.support.import_samples import load, write_lines

CODE, MAY, JUNE = "9.000001", 1778691600000, 1781370000000  # 14/05/2026, 14/06/2026
FIRST = f"procedures/ho-tich/{CODE}.yml"
SECOND = f"procedures/ho-tich/{CODE}@2026-05-14.yml"


def decision(data: dict[str, Any], number: str, day: int) -> None:
    data["procedureProposal"].update(proposalNumber=number, decisionDate=day)


def week(content: Path, tmp_path: Path, item: dict[str, Any]) -> SyncPlan:
    return synced(content, read(tmp_path, [item], "week.json"), dated=True)


@pytest.fixture
def item() -> dict[str, Any]:
    return base(CODE)


@pytest.fixture
def content(tmp_path: Path, item: dict[str, Any]) -> Path:
    folder = tmp_path / "content"
    apply(plan_import(source, write_lines(tmp_path / "a.json", [item]), folder, Options()))  # type: ignore[arg-type]
    return folder


def limit(content: Path, day: str) -> Any:
    [entry] = resolve(read_folder(content), dt.date.fromisoformat(day)).of("procedure")
    return entry.record.time_limit.amount


def test_a_new_decision_begins_a_version(content: Path, tmp_path: Path, item: dict[str, Any]) -> None:
    before = (content / FIRST).read_bytes()
    channels(processingTime=5)(item["data"])
    decision(item["data"], "999/QĐ-BTP", MAY)
    plan = week(content, tmp_path, item)
    assert (content / FIRST).read_bytes() == before
    version = load(content / SECOND)
    assert (version["ap_dung_tu"], version["can_cu_sua_doi"]) == ("2026-05-14", "999/QĐ-BTP")
    assert "5 ngày làm việc" in version["noi_dung_sua_doi"]
    assert set(version) == {"ma_thu_tuc", "ap_dung_tu", "can_cu_sua_doi", "noi_dung_sua_doi", "quyet_dinh_cong_bo",
                            "thoi_han_giai_quyet", "doi_chieu"}  # fmt: skip
    assert (limit(content, "2026-05-13"), limit(content, "2026-05-14")) == (3, 5)
    law = load(content / "laws/999-qd-btp.yml")
    assert (law["so_ky_hieu"], law["ngay_ban_hanh"], law["loai"]) == ("999/QĐ-BTP", "2026-05-14", "Quyết định")
    assert plan.records[0].day == dt.date(2026, 5, 14) and "(bản từ 14/05/2026)" in as_markdown(plan)
    wrong = [one for one in check(read_folder(content), dt.date(2026, 6, 1)) if "@" in one.path]
    assert [one for one in wrong if one.severity == "error"] == []
    assert not week(content, tmp_path, item).moved()  # the week after


def test_without_a_new_decision_the_version_is_edited_where_the_part_stands(
    content: Path, tmp_path: Path, item: dict[str, Any]
) -> None:
    channels(processingTime=5)(item["data"])
    decision(item["data"], "999/QĐ-BTP", MAY)
    week(content, tmp_path, item)
    first = load(content / FIRST)
    channels(processingTime=6)(item["data"])
    papers(item["data"]).append(paper("Ảnh 4x6"))
    week(content, tmp_path, item)
    assert load(content / SECOND)["thoi_han_giai_quyet"]["so"] == "6"
    now = load(content / FIRST)
    assert now["thoi_han_giai_quyet"] == first["thoi_han_giai_quyet"]
    assert "Ảnh 4x6" in names(now)
    assert not week(content, tmp_path, item).moved()


def test_a_second_decision_begins_a_second_version(content: Path, tmp_path: Path, item: dict[str, Any]) -> None:
    for number, day, days in (("999/QĐ-BTP", MAY, 5), ("1000/QĐ-BTP", JUNE, 7)):
        channels(processingTime=days)(item["data"])
        decision(item["data"], number, day)
        week(content, tmp_path, item)
    assert [limit(content, day) for day in ("2026-05-01", "2026-05-20", "2026-06-20")] == [3, 5, 7]


def test_what_editors_wrote_in_a_version_stays(content: Path, tmp_path: Path, item: dict[str, Any]) -> None:
    channels(processingTime=5)(item["data"])
    decision(item["data"], "999/QĐ-BTP", MAY)
    week(content, tmp_path, item)
    file = content / SECOND
    assert "\n  so: 5\n" in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace("so: 5", "so: 4"), "utf-8")
    fees(value=9000)(item["data"])
    plan = week(content, tmp_path, item)
    assert load(file)["thoi_han_giai_quyet"]["so"] == "4"
    assert plan.records[0].conflicts == []
    assert load(content / FIRST)["phi_le_phi"][0]["muc_thu"] == "9000"


def test_a_decision_of_an_earlier_day_begins_none(content: Path, tmp_path: Path, item: dict[str, Any]) -> None:
    """Its day is not after the first day of the version before."""
    decision(item["data"], "999/QĐ-BTP", JUNE)
    channels(processingTime=5)(item["data"])
    week(content, tmp_path, item)
    decision(item["data"], "998/QĐ-BTP", MAY)
    week(content, tmp_path, item)
    files = sorted(file.name for file in (content / "procedures/ho-tich").iterdir())
    assert files == [f"{CODE}.yml", f"{CODE}@2026-06-14.yml"]
    assert load(content / "procedures/ho-tich" / files[1])["quyet_dinh_cong_bo"]["so"] == "998/QĐ-BTP"
