"""A check that knows the last one finds what a check from nothing finds; rules run again only where they read what
changed."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Set
from pathlib import Path
from typing import Any

import pytest

from generator.build import content
from generator.build.content import Content, LastCheck
from generator.build.reading import read_content
from generator.checks._engine.dated_findings import DatedFindings
from generator.checks._engine.runner import check_days
from generator.problem import Problem
from tests.build.place import parent_made
from tests.conftest import SMALL
from tests.support.editions import edition_files
from tests.support.versions import CHANGED, VERSION

ROUNDS = int(os.environ.get("TTHC_ROUNDS", 40))
WORDS = ("Việc", "1.001193", "123/2015/NĐ-CP", "2024-01-01", "khai sinh", "12345")
OVERLAY = "phien_ban: {thanh_phan_ho_so: v0000000}\nghi_chu: Quầy 3\nngay_ra_soat: 2023-12-01\n"


def last_of(read: Content, last: LastCheck | None = None) -> LastCheck:
    return read.as_last_check(read.check(last=last))


def small(folder: Path) -> Path:
    """A small content with an overlay, a suppression and a link."""
    made = folder / "content"
    shutil.copytree(SMALL, made)
    file = sorted(made.glob("procedures/**/*.yml"))[0]
    code = re.search(r'ma_thu_tuc: "?([\d.]+)', file.read_text("utf-8"))
    assert code
    unit = sorted(made.glob("units/*.yml"))[0].stem
    text = f'ma_thu_tuc: "{code[1]}"\n{OVERLAY}'
    parent_made(made / "units" / unit / "overlay" / "rieng.yml").write_text(text, "utf-8")
    suppression = "\nbo_qua_kiem_tra:\n  - {ma: TT-095, ly_do: Có lý do, ngay: 2023-12-01}\n"
    file.write_text(file.read_text("utf-8") + suppression, "utf-8")
    return made


def versioned(folder: Path) -> Path:
    """Three editions, a procedure with versions."""
    for path, text in edition_files({VERSION: CHANGED}).items():
        parent_made(folder / "content" / path).write_text(text, "utf-8")
    return folder / "content"


def edit(draw: random.Random, folder: Path) -> str:
    """Change a value of a file, whichever, or the number of files."""
    file = draw.choice([path for path in sorted(folder.rglob("*")) if path.is_file()])
    how = draw.random()
    if how < 0.1 and file.name != "site.yml":
        file.unlink()
    elif how < 0.2:
        shutil.copy(file, file.with_name(f"{draw.choice('abc')}{file.name}"))
    else:
        text = file.read_text("utf-8")
        values = list(re.finditer(r"(?m)(?<=: )[^\s\[{>|][^\n]*$", text))
        if values:
            at = draw.choice(values)
            now = draw.choice([draw.choice(WORDS), f"{at[0]} {draw.choice(WORDS)}", f"\n# một\n{at[0]}"])
            file.write_text(text[: at.start()] + now + text[at.end() :], "utf-8")
    return f"{file.name} {how:.2f}"


@pytest.mark.parametrize("make", [small, versioned])
def test_after_any_edit_the_same_is_found_as_from_nothing(tmp_path: Path, make: Any) -> None:
    folder, done = make(tmp_path), list[str]()
    last = last_of(read_content(folder, cache=tmp_path / "cache"))
    for seed in range(ROUNDS // 2):
        draw = random.Random(seed)
        done.append(edit(draw, folder))
        read = read_content(folder, cache=tmp_path / "cache")
        problems = read.check(last=last)
        assert problems == read_content(folder).check(), done
        last = read.as_last_check(problems)


def test_records_with_versions_are_checked_alone_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in each of their states is known to every later check, until one of their files changes."""
    folder, states = versioned(tmp_path), list[str]()
    asked = DatedFindings.of

    def note(self: DatedFindings, *how: Any) -> Any:
        *rest, check = how
        return asked(self, *rest, lambda: states.append(how[0].path) or check())

    monkeypatch.setattr(DatedFindings, "of", note)
    first = read_content(folder, cache=tmp_path / "cache").check()
    assert states
    states.clear()
    file = folder / "laws" / "123.yml"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert read_content(folder, cache=tmp_path / "cache").check() == first
    assert states == []
    file = folder / VERSION
    file.write_text("# một dòng nữa\n" + file.read_text("utf-8"), "utf-8")
    later = read_content(folder, cache=tmp_path / "cache").check()
    assert states
    assert later == read_content(folder).check() != first


@pytest.mark.parametrize(
    ("pattern", "old", "new", "again", "not_again"),
    [
        ("units/*.yml", r"dien_thoai: .*", 'dien_thoai: "0220 3999 123"', "TT-142", "TT-228"),
        ("procedures/ho-tich/1.001193.yml", r"noi_dung: (?=[A-ZĐ])", "noi_dung: Trước hết, ", "", "TT-228"),
    ],
    ids=["a telephone", "a private text"],
)
def test_rules_that_read_nothing_of_what_changed_do_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, old: str, new: str, again: str, not_again: str
) -> None:
    folder = small(tmp_path)
    last = last_of(read_content(folder))
    assert last.reads[not_again], "it reads something"
    ran: list[Set[str]] = []

    def note(*how: Any) -> list[Problem]:
        ran.append(how[4])
        return check_days(*how)

    monkeypatch.setattr(content, "check_days", note)
    file = next(file for file in sorted(folder.glob(pattern)) if re.search(old, file.read_text("utf-8")))
    file.write_text(re.sub(old, new, file.read_text("utf-8"), count=1), "utf-8")
    read_content(folder).check(last=last)
    assert ran and not_again not in ran[0]
    assert not again or again in ran[0]
    assert len(ran[0]) < len(last.reads) / 2
