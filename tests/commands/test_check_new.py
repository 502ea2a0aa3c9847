"""`tthc check` shows what is new since the last commit, and counts the reminders that stood there before."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import SMALL

FILE = "content/procedures/ho-tich/1.001193.yml"
OLD, NEW = "Thủ tục Đăng ký", "tại  Việt Nam"  # as the lines of the two reminders show them
STANDING, FRESH = ("Đăng ký", OLD), ("tại Việt Nam", NEW)


def git(folder: Path, *words: str) -> None:
    config = ("-c", "user.name=a", "-c", "user.email=a@example.vn", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *config, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_BASE_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small site's content, one standing reminder in it (TT-082), and one commit."""
    shutil.copytree(SMALL, tmp_path / "content")
    edit(tmp_path, *STANDING)
    git(tmp_path, "init")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-m", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(folder: Path, old: str, new: str, file: str = FILE) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["check", *words])
    return code, capsys.readouterr().out


def first_part(shown: str) -> str:
    """What is shown one by one."""
    return shown.partition("đã có từ trước")[0]


def test_a_fresh_clone_shows_only_counts(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = said(capsys)
    assert code == 0 and FILE not in shown
    assert shown.startswith("Không có gì mới so với lần ghi (commit) gần nhất.")
    assert "2 × TT-082 Tên bắt đầu" in shown
    code, every = said(capsys, "--all")
    assert code == 0 and f"{FILE}:" in every and every.splitlines()[-1] == shown.splitlines()[-1]


def test_only_what_is_new_is_shown(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for run in ("the old content is checked", "the old content is remembered"):
        edit(repository, "ten_thu_tuc: ", "\nten_thu_tuc: ")  # the standing reminder moves by a line
        edit(repository, *FRESH)
        shown = first_part(said(capsys)[1])
        assert shown.count("TT-088") == 1 and NEW in shown and OLD not in shown, run
        git(repository, "checkout", FILE)
    assert len(list((repository / ".cache").glob("check-*.json"))) == 1


def test_what_is_remembered_of_a_clean_state_serves_later(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.commands._shared import baseline_state as earlier

    said(capsys)
    monkeypatch.setattr(earlier, "_checked", lambda *given: pytest.fail("checked once more"))
    edit(repository, *FRESH)
    assert NEW in first_part(said(capsys)[1])
    file = next((repository / ".cache").glob("check-*.json"))
    monkeypatch.undo()
    monkeypatch.chdir(repository)
    file.write_text("[{", "utf-8")  # damaged: checked once more
    assert OLD not in first_part(said(capsys)[1])


def test_errors_are_always_shown(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, "linh_vuc: Hộ tịch", "linh_vuc: Hộ tich")
    git(repository, "commit", "-am", "wrong")
    edit(repository, *FRESH)
    code, shown = said(capsys)
    assert code == 1
    assert shown.index(NEW) < shown.index("Lỗi đã có từ trước:") < shown.index("TT-034")


def test_a_renamed_file_says_nothing_new(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = repository / "content/procedures/khac/1.001193.yml"
    place.parent.mkdir()
    (repository / FILE).rename(place)
    assert said(capsys)[1].startswith("Không có gì mới")


def test_since_another_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, *FRESH)
    git(repository, "commit", "-am", "second")
    assert said(capsys)[1].startswith("Không có gì mới")
    code, shown = said(capsys, "--since", "HEAD~1")
    assert code == 0 and "Mới so với HEAD~1:" in shown and NEW in first_part(shown)


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--output=/tmp/x", ""])
def test_a_revision_that_is_none(repository: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    expected = 0 if not revision else 2
    assert main(["check", f"--since={revision}"]) == expected
    assert "Traceback" not in capsys.readouterr().err


def test_a_proposal_is_compared_with_what_it_began_with(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    edit(repository, *FRESH)
    git(repository, "commit", "-am", "proposal")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)
    assert NEW in first_part(said(capsys)[1])
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0" * 40)  # not in a shallow clone
    assert said(capsys)[1].startswith("Không có gì mới")


def test_what_the_other_branch_did_meanwhile_is_not_ours(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-b", "proposal")
    git(repository, "checkout", "main")
    edit(repository, *STANDING[::-1])  # mended on main
    git(repository, "commit", "-am", "mended")
    git(repository, "checkout", "proposal")
    assert said(capsys, "--since", "main")[1].startswith("Không có gì mới")


def test_machines_get_the_whole_list(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(said(capsys, "--format", "json")[1])
    assert any(item["id"] == "TT-082" for item in whole)
    assert all(set(item) == {"path", "line", "column", "id", "severity", "message", "law", "hint"} for item in whole)
    for name in ("gitlab", "sarif", "github"):
        assert FILE in said(capsys, "--format", name)[1]
    edit(repository, *FRESH)
    assert len(json.loads(said(capsys, "--format", "json")[1])) == len(whole) + 1


def test_a_file_of_findings_instead_of_git(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    edit(tmp_path, *STANDING)
    assert FILE in said(capsys)[1]  # nothing to compare with: all are shown
    (tmp_path / "check-baseline.json").write_text(said(capsys, "--format", "json")[1], "utf-8")
    edit(tmp_path, *FRESH)
    for words in ((), ("--baseline", "check-baseline.json")):
        shown = said(capsys, *words)[1]
        assert "Mới so với check-baseline.json:" in shown
        assert NEW in first_part(shown) and OLD not in first_part(shown)
    (tmp_path / "check-baseline.json").write_text("{}", "utf-8")
    assert main(["check", "--baseline", "check-baseline.json"]) == 2
    assert main(["check", "--baseline", "nowhere.json"]) == 2


def test_one_file_is_shown_whole_unless_a_state_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert OLD in said(capsys, FILE)[1]
    edit(repository, *FRESH)
    shown = said(capsys, FILE, "--since", "HEAD")[1]
    assert NEW in first_part(shown) and OLD not in first_part(shown)


def test_the_content_folder_itself_and_unreadable_caches(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".cache").write_text("no folder", "utf-8")
    edit(repository, *FRESH)
    monkeypatch.chdir(repository / "content")
    shown = first_part(said(capsys, "--content", ".")[1])
    assert NEW in shown and OLD not in shown


def test_links_and_files_that_git_does_not_know(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.symlink("/etc/hostname", repository / "content/laws/link.yml")
    git(repository, "add", "content")
    git(repository, "commit", "-m", "a link")
    shutil.copy(repository / FILE, repository / "content/procedures/9.999999.yml")
    code, shown = said(capsys)
    assert code == 1 and "9.999999.yml" in first_part(shown) and "link.yml" in shown
