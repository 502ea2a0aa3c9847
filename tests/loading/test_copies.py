"""Copies that OneDrive, Google Drive, Dropbox and the like leave when two computers changed a file."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.loading.folder import read_folder
from tests.support.rule_samples import PLACES, WHOLE

LEFT = (
    "{} (1).yml",
    "{}-DESKTOP-AB12CD.yml",
    "{}-PC.yml",
    "{}-Máy của Lan.yml",
    "{}-LAPTOP-2.yml",
    "{} (Lan's conflicted copy 2026-11-30).yml",
    "{} (xung đột 2026-11-30).yml",
    "{}.sync-conflict-20261130-101010-ABCDEFG.yml",
    "{}_conflict-20261130.yml",
    "{} [Conflict].yml",
)


@pytest.mark.parametrize("kind", ["procedure", "law", "unit"])
def test_a_copy_of_another_computer_is_told_and_not_read(tmp_path: Path, kind: str) -> None:
    content = tmp_path / "content"
    for name, text in WHOLE.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    file = content / PLACES[kind]
    before = check(read_folder(content), dt.date(2023, 12, 31))
    for name in LEFT:
        copy = file.with_name(name.format(file.stem))
        shutil.copy(file, copy)
        told = {*check(read_folder(content), dt.date(2023, 12, 31))} - {*before}
        shown = f"content/{copy.relative_to(content).as_posix()}"
        [one] = [one for one in told if one.id != "TT-183"]  # the name itself may not be portable either
        assert (one.path, one.id, one.severity) == (shown, "TT-009", "error")
        assert "chép phần đúng vào đó rồi xóa" in one.hint
        copy.unlink()


def test_a_record_of_its_own_is_no_copy(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in ("units/tan-an.yml", "units/tan-an-moi.yml", "laws/1-2023-ND-CP.yml", "procedures/a/1.001193@2025.yml"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("ten: A\n", "utf-8")
    assert not [one for one in read_folder(content).problems if "đồng bộ" in one.message]
