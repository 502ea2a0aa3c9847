"""What the source said last time is remembered in one place, `.nhap/KIND/CODE.yml`, for import and sync alike."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from generator.importing.draft_record import Options
from generator.importing.merge import plain
from generator.importing.plan import ImportPlan, apply, plan_import
from generator.importing.provenance import hashes
from generator.importing.registry import sources
from generator.new_site import project_files
from tests.support.folders import file_bytes
from tests.support.import_samples import answer, flat, load, write_lines


def imported(tmp_path: Path, *items: Any, kind: str = "national-api") -> ImportPlan:
    file = write_lines(tmp_path / "nguon.json", list(items))
    plan = plan_import(sources()[kind], file, tmp_path / "content", Options())  # type: ignore[arg-type]
    apply(plan)
    return plan


def test_there_is_one_store(tmp_path: Path) -> None:
    imported(tmp_path, answer())
    names = [file.relative_to(tmp_path).as_posix() for file in (tmp_path / "content/.nhap").rglob("*")]
    assert names == ["content/.nhap/national-api", "content/.nhap/national-api/1.001193.yml"]


def test_a_record_without_a_code_is_remembered_by_its_file(tmp_path: Path) -> None:
    item = {key: text for key, text in flat().items() if key != "ma_thu_tuc"}
    imported(tmp_path, item, kind="national-flat")
    [remembered] = (tmp_path / "content/.nhap/national-flat").iterdir()
    before = file_bytes(tmp_path / "content")
    assert imported(tmp_path, item, kind="national-flat").texts == {}
    assert file_bytes(tmp_path / "content") == before
    assert (tmp_path / "content/procedures").rglob(remembered.name)


def test_editors_text_survives_ten_imports_with_changed_neighbours(tmp_path: Path) -> None:
    item = answer()
    imported(tmp_path, item)
    file = tmp_path / "content/procedures/ho-tich/1.001193.yml"
    words = "Cho con, nộp ở Một cửa."
    file.write_text(f"# của xã\n{file.read_text('utf-8')}ghi_chu_dia_phuong: {words} # giữ\n", "utf-8")
    file.write_text(file.read_text("utf-8").replace("linh_vuc: Hộ tịch", "linh_vuc: Hộ tịch của xã"), "utf-8")
    for week in range(10):
        item = copy.deepcopy(item)
        item["data"]["keywords"] = f"khai sinh tuần {week}"
        for channel in item["data"]["executionMethods"]:
            channel["processingTime"] = week + 4
        plan = imported(tmp_path, item)
        data = load(file)
        assert (data["ghi_chu_dia_phuong"], data["linh_vuc"]) == (words, "Hộ tịch của xã")
        assert data["tu_khoa"] == [f"khai sinh tuần {week}"]
        assert str(week + 4) in json.dumps([data.get("thoi_han_giai_quyet"), data["cach_thuc_thuc_hien"]])
        assert [done.preserved for done in plan.done] == [["linh_vuc"]]
    assert file.read_text("utf-8").startswith("# của xã\n")
    assert imported(tmp_path, item).texts == {}


def test_a_folder_of_an_older_version_keeps_what_people_changed(tmp_path: Path) -> None:
    item = answer()
    first = imported(tmp_path, item).done[0].record.data
    store = tmp_path / "content/.nhap"
    (store / "national-api/1.001193.yml").unlink()
    old = {"procedures/ho-tich/1.001193.yml": hashes(plain(first))}
    (store / "national-api.json").write_text(json.dumps(old), "utf-8")
    item["data"]["keywords"] = "từ khóa mới"
    imported(tmp_path, item)
    assert load(tmp_path / "content/procedures/ho-tich/1.001193.yml")["tu_khoa"] == ["từ khóa mới"]


def test_a_new_site_keeps_what_is_remembered_in_its_repository() -> None:
    text = (Path(project_files.__file__).parent / "templates/gitignore.txt").read_text("utf-8")
    assert ".nhap" not in text  # the weekly job works on a fresh clone
