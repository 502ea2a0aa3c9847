"""`tthc check FILE` says of a file what a check of everything says of it.

The usual run takes a real file of every kind (a version of a record is a kind of its own); TTHC_ALL=1 takes the last
and every 17th besides."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.build import artefacts, content
from generator.build.reading import check_file, read_content
from generator.checks._engine.runner import check, check_days
from generator.cli import main
from generator.loading.folder import list_files, read_folder
from generator.loading.store import Store
from generator.problem import Problem
from tests.build.place import parent_made
from tests.conftest import PROJECT, SMALL
from tests.support.editions import edition_files
from tests.support.night import at_night
from tests.support.real_content import real_store
from tests.support.versions import BASE, CHANGED, VERSION

DAY = dt.date(2023, 12, 31)
REAL = PROJECT / "content"


def whole(content: Path) -> dict[str, list[Problem]]:
    return by_file(read_folder(content))


def by_file(store: Store) -> dict[str, list[Problem]]:
    """What a check of everything says."""
    found: dict[str, list[Problem]] = {}
    for problem in check(store, DAY):
        found.setdefault(problem.path, []).append(problem)
    return found


@pytest.fixture(scope="module")
def said() -> dict[str, list[Problem]]:
    return by_file(real_store())


def real_files() -> list[str]:
    """The first file of every kind, and at night the last and every 17th."""
    names = [name for name in list_files(REAL) if name.endswith((".yml", ".md"))]
    kinds: dict[tuple[str, bool], list[str]] = {}
    for name in names:
        parts = name.split("/")
        kinds.setdefault((parts[2] if parts[0] == "plan" else parts[0], "@" in name), []).append(name)
    last = at_night(*(found[-1] for found in kinds.values()))
    return sorted({*(found[0] for found in kinds.values()), *last, *at_night(*names[::17])})


@pytest.mark.parametrize("relative", real_files())
def test_of_every_kind_of_file_the_same_is_said(relative: str, said: dict[str, list[Problem]]) -> None:
    assert check_file(REAL, relative, DAY) == said.get(f"{REAL.name}/{relative}", [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('ma_thu_tuc: "1.001193"', 'ma_thu_tuc: "1.000419"'),  # the code of another procedure
        ("ten_thu_tuc: ", "ten_thu_tuc: Khai tử hay "),
        ("ma_thu_tuc", "ma_thu_tc"),
        ("ten_thu_tuc: ", "ten_thu_tuc: Khai tử\n  hay "),  # a name over two lines
        ("so_ky_hieu: ", "so_ky_hieu: 9"),  # a document that is not there: the hint names its neighbour
        ("linh_vuc: Hộ tịch", "linh_vuc: Hộ tich"),
        ("\n", "\n\t"),
        ("trinh_tu_thuc_hien:", "trinh_tu_thuc_hien: ["),
    ],
)
def test_of_a_file_with_a_fault_too(tmp_path: Path, old: str, new: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    file = content / "procedures/ho-tich/1.001193.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    expected = whole(content)
    told = [
        name
        for name in list_files(content)
        if name == file.relative_to(content).as_posix() or f"content/{name}" in expected
    ]
    for relative in list_files(content) if "TTHC_ALL" in os.environ else {*told, *list_files(content)[::7]}:
        assert check_file(content, relative, DAY) == expected.get(f"content/{relative}", []), relative


def test_two_of_a_name_or_code_are_seen_however_they_are_written(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    file = content / "procedures/ho-tich/1.001193.yml"
    text = file.read_text("utf-8")
    other = file.with_name("9.999999.yml")
    for form in (
        "ma_thu_tuc: '1.001193'",
        'ma_thu_tuc:   "1.001193"  # cùng mã',
        'ma_thu_tuc: "1.00\\u0031193"',
        "ma_thu_tuc: 1.001193",
    ):
        other.write_text(text.replace('ma_thu_tuc: "1.001193"', form, 1), "utf-8")
        expected = whole(content)
        for relative in (file, other):
            name = relative.relative_to(content).as_posix()
            assert check_file(content, name, DAY) == expected.get(f"content/{name}", []), (form, name)


def test_what_is_remembered_of_others_is_what_they_are_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The artefacts of one check serve the next; files that changed, came or went are seen, and a damaged cache is
    none."""
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    (tmp_path / ".cache").mkdir()  # else so little content is read without one
    for file in content.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    names = [name for name in list_files(content) if name.endswith((".yml", ".md"))]
    file, other = content / "procedures/ho-tich/1.001193.yml", content / "procedures/ho-tich/9.000001.yml"

    def same() -> None:
        expected = whole(content)
        for relative in names:
            if (content / relative).exists():
                assert check_file(content, relative, DAY) == expected.get(f"content/{relative}", []), relative

    same()
    opened: list[str] = []
    real = artefacts.read_text

    def noted(text, shown, kind, store):
        opened.append(shown)
        return real(text, shown, kind, store)

    monkeypatch.setattr(artefacts, "read_text", noted)
    same()
    assert not opened, "files that did not change are not parsed"
    text = file.read_text("utf-8")
    other.write_text(text, "utf-8")  # the same code and name twice
    same()
    assert set(opened) == {f"content/{path.relative_to(content)}" for path in (other,)}
    other.unlink()
    file.write_text(text.replace("1.001193", "1.009999"), "utf-8")  # others name a code that is gone
    same()
    for name in ("*.index", "*.data"):
        memory = next((tmp_path / ".cache").glob(name))
        memory.write_bytes(memory.read_bytes()[:-40])
        same()
    shutil.rmtree(tmp_path / ".cache")
    (tmp_path / ".cache").write_text("no folder")
    same()


def test_a_draft_stands_for_the_file(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    file = content / "procedures/ho-tich/1.001193.yml"
    text = file.read_text("utf-8")
    draft = text.replace("ma_thu_tuc: ", "ma_thu_tc: ", 1)
    before = check_file(content, "procedures/ho-tich/1.001193.yml", DAY)
    found = check_file(content, "procedures/ho-tich/1.001193.yml", DAY, draft)
    assert check_file(content, "procedures/ho-tich/1.001193.yml", DAY) == before != found
    assert check_file(content, "procedures/ho-tich/9.000009.yml", DAY, "ma_thu_tuc: [") != []
    file.write_text(draft, "utf-8")
    assert check_file(content, "procedures/ho-tich/1.001193.yml", DAY) == found


def test_the_command_takes_files_and_refuses_what_is_no_file_of_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    file = next((SMALL / "procedures").rglob("*.yml"))
    assert main(["check", "--content", str(SMALL), str(file)]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().out
    assert main(["check", "--content", str(SMALL), __file__]) == 2
    assert "không có tệp" in capsys.readouterr().err


@pytest.mark.parametrize("versions", [{}, {VERSION: CHANGED}], ids=["none", "one"])
def test_a_check_after_a_private_text_finds_what_a_check_of_everything_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versions: dict[str, str]
) -> None:
    folder, asked = tmp_path / "content", list[Any]()
    for path, text in edition_files(versions).items():
        parent_made(folder / path).write_text(text, "utf-8")
    first = read_content(folder)
    problems = first.check()
    last = first.as_last_check(problems)
    file = folder / BASE
    begun = file.read_text("utf-8")
    file.write_text("# một\n# hai\n" + begun.replace("noi_dung: ", "noi_dung: Trước hết, ", 1), "utf-8")
    again = read_content(folder)
    monkeypatch.setattr(content, "check_days", lambda *how: asked.append(how[3]) or check_days(*how))
    found = again.check(last=last)
    assert asked and asked[0], "only the files of the record"
    assert found == read_content(folder).check()
    assert found != problems, "lines have moved"


def test_a_list_file_is_read_once_for_the_findings_of_all_its_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shutil.copytree(SMALL, tmp_path / "content")
    twice = "".join(f"- cach_noi: [câu {n}, câu {n}]\n  nghia_la: [khai sinh {n}]\n  ly_do: Thử.\n" for n in "abc")
    (place / "search").mkdir(exist_ok=True)
    (place / "search" / "synonyms-thu.yml").write_text(twice, "utf-8")
    parsed: list[str] = []
    document = artefacts.ArtefactReader.document

    def counted(self: Any, path: str, *others: Any) -> Any:
        parsed.append(path)
        return document(self, path, *others)

    monkeypatch.setattr(artefacts.ArtefactReader, "document", counted)
    found = [one.line for one in read_content(place, DAY).check() if one.path == "content/search/synonyms-thu.yml"]
    assert len(set(found)) > 2 and parsed.count("search/synonyms-thu.yml") == 1
