"""Codes that vanish, are new, merged, split or abolished at the source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.importing.draft_record import Options, SourceFile
from generator.importing.plan import apply, plan_import
from generator.importing.sources.national_api import source
from generator.importing.sync.sync_plan import SyncPlan
from tests.importing.sync.two_weeks import base, read, synced
from tests.support.folders import file_bytes
from tests.support.import_samples import load, write_lines


def codes_state(tmp_path: Path, gone: list[str], fresh: list[dict[str, Any]], **names_of: str) -> SyncPlan:
    """The plan after `gone` vanished from ten records and `fresh` appeared."""
    content = tmp_path / "content"
    first = [base(f"9.00010{number}") for number in range(10)]
    subjects = ("khai sinh", "kết hôn", "khai tử", "giám hộ", "nhận cha mẹ con", "cải chính hộ tịch", "nuôi con nuôi",
                "chứng thực chữ ký", "thường trú", "tạm vắng")  # fmt: skip
    for item, subject in zip(first, subjects, strict=True):
        item["data"]["name"] = names_of.get("n" + item["data"]["code"][-1], f"Đăng ký {subject}")
    apply(plan_import(source, write_lines(tmp_path / "a.json", first), content, Options()))  # type: ignore[arg-type]
    synced(content, read(tmp_path, first, "a.json"))
    second = [item for item in first if item["data"]["code"] not in gone]
    return synced(content, read(tmp_path, second + fresh, "b.json"))


def named(code: str, name: str) -> dict[str, Any]:
    item = base(code)
    item["data"]["name"] = name
    return item


def test_a_code_that_vanished_is_listed(tmp_path: Path) -> None:
    plan = codes_state(tmp_path, ["9.000102"], [])
    assert (list(plan.vanished), plan.proposals, plan.moved()) == (["9.000102"], [], True)
    again = synced(
        plan.target.root, read(tmp_path, [base(f"9.00010{number}") for number in (0, 1)], "c.json"), complete=False
    )
    assert again.vanished == {}


def test_what_was_reported_is_silent_until_it_changes(tmp_path: Path) -> None:
    plan = codes_state(tmp_path, ["9.000102"], [])
    records = list(source.read(SourceFile(tmp_path / "b.json"), Options()))
    again = synced(plan.target.root, records)
    assert (list(again.vanished), again.moved(), again.texts) == (["9.000102"], False, {})


def test_a_new_code_for_the_same_procedure_is_proposed(tmp_path: Path) -> None:
    [proposal] = codes_state(tmp_path, ["9.000102"], [named("9.000777", "Thủ tục đăng ký khai tử")]).proposals
    assert proposal[:3] == ("đổi mã", ("9.000102",), ("9.000777",))


def test_merged_codes_are_proposed(tmp_path: Path) -> None:
    names_of = {"n1": "Đăng ký kết hôn trong nước", "n2": "Đăng ký kết hôn lưu động"}
    fresh = [named("9.000777", "Đăng ký kết hôn")]
    [proposal] = codes_state(tmp_path, ["9.000101", "9.000102"], fresh, **names_of).proposals
    assert proposal[:3] == ("gộp", ("9.000101", "9.000102"), ("9.000777",))


def test_split_codes_are_proposed(tmp_path: Path) -> None:
    fresh = [named("9.000777", "Đăng ký kết hôn trong nước"), named("9.000778", "Đăng ký kết hôn lưu động")]
    [proposal] = codes_state(tmp_path, ["9.000101"], fresh).proposals
    assert proposal[:3] == ("tách", ("9.000101",), ("9.000777", "9.000778"))


def test_codes_split_into_longer_names_are_proposed(tmp_path: Path) -> None:
    fresh = [
        named("9.000777", "Đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới"),
        named("9.000778", "Đăng ký kết hôn giữa công dân Việt Nam cư trú ở trong nước với nhau"),
        named("9.000779", "Đăng ký nuôi con nuôi có yếu tố nước ngoài tại khu vực biên giới"),
    ]
    [proposal] = codes_state(tmp_path, ["9.000101"], fresh).proposals
    assert proposal[:3] == ("tách", ("9.000101",), ("9.000777", "9.000778"))


@pytest.mark.parametrize(("count", "gone", "refused"), [
    (7, 5, True), (4, 2, True), (3, 2, True), (7, 3, True), (7, 2, False), (10, 3, False), (3, 1, False), (20, 7, True),
])  # fmt: skip
def test_a_source_that_lost_much_is_refused_however_small_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int, gone: int, refused: bool
) -> None:
    content = tmp_path / "content"
    items = [base(f"9.0001{number:02}") for number in range(count)]
    apply(plan_import(source, write_lines(tmp_path / "a.json", items), content, Options()))  # type: ignore[arg-type]
    (content / "site.yml").write_text("ten: Thử\n", "utf-8")
    week = write_lines(tmp_path / "b.json", items[gone:])
    before = file_bytes(content)
    assert main(["sync", "--content", str(content), "--from", str(week)]) == (2 if refused else 0)
    said = capsys.readouterr()
    assert (f"thiếu {gone} trong {count} thủ tục" in said.err and "9.000100" in said.err) == refused
    assert (file_bytes(content) == before) == refused
    if refused:
        assert main(["sync", "--content", str(content), "--from", str(week), "--partial"]) == 0


def test_codes_that_vanish_one_by_one_are_not_refused(tmp_path: Path) -> None:
    content = tmp_path / "content"
    items = [base(f"9.00010{number}") for number in range(4)]
    apply(plan_import(source, write_lines(tmp_path / "a.json", items), content, Options()))  # type: ignore[arg-type]
    for gone in (1, 2, 3):
        plan = synced(content, read(tmp_path, items[gone:], "b.json"))
        assert len(plan.vanished) == gone


def test_an_abolished_code_is_listed_and_nothing_is_invented(tmp_path: Path) -> None:
    gone = named("9.000102", "Đăng ký khai tử")
    gone["data"]["state"] = "ABOLISHED"
    plan = codes_state(tmp_path, ["9.000102"], [gone])
    assert (list(plan.abolished), list(plan.vanished)) == (["9.000102"], [])
    assert "bai_bo" not in load(plan.target.root / "procedures/ho-tich/9.000102.yml")


def test_another_procedure_is_no_successor(tmp_path: Path) -> None:
    plan = codes_state(tmp_path, ["9.000102"], [named("9.000777", "Cấp giấy phép xây dựng nhà ở riêng lẻ")])
    assert plan.proposals == []
    assert list(plan.fresh) == ["9.000777"]
