"""What is wrong in one place is told there, once: not again wherever it is named."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from generator.checks._engine.runner import MAX_PER_RULE, check
from generator.loading import folder
from generator.loading.folder import read_folder
from generator.problem import Problem
from tests.support.rule_samples import GUIDE, LAW, PLACES, PROCEDURE, WHOLE, problems


def write(content: Path, changes: dict[str, str]) -> Path:
    for name, text in (WHOLE | changes).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    return content


def found(content: Path) -> list[Problem]:
    return check(read_folder(content), dt.date(2023, 12, 31))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("procedure", PROCEDURE),
        ("law", LAW),
        ("field", "- ten: Hộ tịch\n"),
        ("agency", "- slug: a\n"),
        ("unit", "ten: a\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path, kind: str, text: str) -> None:
    before = {(item.path, item.id) for item in found(write(tmp_path / "a" / "content", {}))}
    after = {
        (item.path, item.id) for item in found(write(tmp_path / "b" / "content", {PLACES[kind]: f"{text}\t- x: [\n"}))
    }
    assert after - before == {(f"content/{PLACES[kind]}", "TT-004")}


def test_a_key_that_is_misspelt_is_not_missing_too() -> None:
    told = problems({PLACES["procedure"]: PROCEDURE.replace("linh_vuc:", "linhvuc:")})
    assert [item.id for item in told if item.path.endswith("1.001193.yml")] == ["TT-011", "TT-077"]


def test_a_value_of_the_wrong_kind_is_not_missing_too() -> None:
    told = problems(
        {
            PLACES["procedure"]: PROCEDURE.replace(
                "thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc\n", "thoi_han_giai_quyet: 03 ngày làm việc\n"
            )
        }
    )
    [one] = [item for item in told if item.path.endswith("1.001193.yml") and item.id != "TT-077"]
    assert one.id == "TT-012" and "“so: 3” và “don_vi: ngày làm việc”" in one.hint


def test_many_findings_of_one_rule_in_one_record_are_cut_and_counted() -> None:
    told = problems(
        {
            PLACES["procedure"]: PROCEDURE.replace(
                "  giay_to_chung:\n", "  giay_to_chung:\n" + "    - ten_giay_to: A\n" * 500
            )
        }
    )
    ours = [item for item in told if item.id == "TT-020"]
    assert len(ours) == MAX_PER_RULE + 1
    assert any(item.message == f"và {500 * 3 - MAX_PER_RULE} chỗ nữa như vậy" for item in ours)


def test_names_that_are_no_utf8_can_be_printed(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {})
    name = os.fsencode(content) + b"/laws/\xff\x1b[31m\n.yml"
    with open(name, "wb") as file:
        file.write(LAW.replace("loai: Nghị định", "loai: Nghị").encode())
    paths = {item.path for item in found(content) if "xff" in item.path}
    assert paths and all(path.isprintable() and path.encode() for path in paths)


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(top: Path, onerror=None):
        onerror(PermissionError(13, "Permission denied", str(top / "laws")))
        return iter(())

    monkeypatch.setattr(folder.os, "walk", walk)
    [problem] = read_folder(tmp_path).problems
    assert (problem.id, problem.path) == ("TT-001", f"{tmp_path.name}/laws")


def test_a_guide_still_names_what_is_not_there() -> None:
    assert any(item.id == "TT-031" for item in problems({PLACES["guide"]: GUIDE.replace("1.001193", "9.999999")}))


def test_control_characters_written_as_escapes() -> None:
    for escape in ("\\0", "\\e[31m", "\\x07"):
        [problem] = [
            item
            for item in problems({PLACES["law"]: LAW.replace("loai: Nghị định", f'loai: "Nghị{escape}định"')})
            if item.path.endswith("laws/123-2015-nd-cp.yml")
        ]
        assert (problem.id, problem.line) == ("TT-002", 2)


@pytest.mark.parametrize(
    ("place", "hint"),
    [("units/an-thanh", "ke_tuc"), ("laws/123-2015-nd-cp", "sua_doi_bo_sung"), ("processes/a", "tệp chính")],
)
def test_a_version_of_a_kind_without_versions_is_reported_once(tmp_path: Path, place: str, hint: str) -> None:
    before = {item.path for item in found(write(tmp_path / "a" / "content", {}))}
    name = f"{place}@2025-07-01.yml"
    after = [item for item in found(write(tmp_path / "b" / "content", {name: "ten: A\n"})) if item.path not in before]
    assert [(item.path, item.id) for item in after] == [(f"content/{name}", "TT-009")] and hint in after[0].hint
