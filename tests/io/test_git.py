"""What git cannot do is told with git's own reason."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands._shared.publishing import git_source
from generator.io import git
from tests.conftest import SMALL, tthc


def run(folder: Path, *words: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def commit(folder: Path, name: str) -> None:
    file = folder / "procedures/ho-tich/1.001193.yml"
    lines = [
        f"ten_thu_tuc: {name}" if line.startswith("ten_thu_tuc:") else line
        for line in file.read_text("utf-8").split("\n")
    ]
    file.write_text("\n".join(lines), "utf-8")
    run(folder, "add", ".")
    run(folder, "commit", "-q", "-m", name)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the content two folders down, changed in its second commit."""
    content = tmp_path / "kho/huyen/content"
    shutil.copytree(SMALL, content)
    run(tmp_path / "kho", "init", "-q", "-b", "main")
    commit(content, "Đăng ký khai sinh một")
    commit(content, "Đăng ký khai sinh hai")
    return tmp_path / "kho"


def changed(*words: object, cwd: Path) -> list[str]:
    done = tthc("diff", *words, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return [change["key"] for change in json.loads(done.stdout)]


def test_the_content_of_a_revision_wherever_it_lies_and_wherever_one_stands(repository: Path) -> None:
    content = repository / "huyen/content"
    assert changed("HEAD~1", "HEAD", "--content", "huyen/content", cwd=repository) == ["1.001193"]
    assert changed("HEAD~1", "HEAD", cwd=repository / "huyen") == ["1.001193"]
    assert changed("HEAD~1", "HEAD", "--content", "../content", cwd=content.parent / "content") == ["1.001193"]
    assert changed("HEAD~1", "HEAD", "--content", ".", cwd=content) == ["1.001193"]
    assert changed("HEAD~1", content, "--content", content, cwd=repository.parent) == ["1.001193"]  # an absolute path


def test_in_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    assert git.ask(repository / "huyen", "rev-parse", "HEAD")


def test_a_shallow_copy_says_so(repository: Path, tmp_path: Path) -> None:
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "nong")
    done = tthc("diff", "HEAD~1", "HEAD", cwd=tmp_path / "nong/huyen")
    assert done.returncode == 2 and "git fetch --unshallow" in done.stderr
    done = tthc("diff", "HEAD~1", "HEAD~9", cwd=repository / "huyen")
    assert done.returncode == 2 and "unshallow" not in done.stderr and "git: fatal: " in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="needs the right to give files away")
def test_a_repository_of_somebody_else(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for path in (repository, repository / ".git"):
        os.chown(path, 12345, 12345)
    done = tthc("diff", "HEAD~1", "HEAD", cwd=repository / "huyen")
    assert done.returncode == 2 and "thuộc về người dùng khác" in done.stderr and "dubious ownership" in done.stderr
    assert git_source(repository / "huyen/content") == ""
    assert "dubious ownership" in capsys.readouterr().err


def test_publish_says_when_no_commit_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert git_source(tmp_path) == "" and "không nằm trong kho git nào" in capsys.readouterr().err
    run(tmp_path, "init", "-q")
    assert git_source(tmp_path) == "" and "Needed a single revision" in capsys.readouterr().err  # nothing committed yet
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git_source(tmp_path) == "" and "chưa có git" in capsys.readouterr().err


def test_a_commit_is_recorded_with_a_mark_when_files_differ(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = repository / "huyen/content"
    clean = git_source(content)
    assert len(clean) == 40
    (content / "site.yml").write_text("x", "utf-8")
    assert git_source(content) == f"{clean}+" and capsys.readouterr().err == ""


def test_a_revision_with_a_link_that_leads_out(repository: Path) -> None:
    (repository / "huyen/content/lien-ket.yml").symlink_to("/etc/passwd")
    run(repository, "add", ".")
    run(repository, "commit", "-q", "-m", "x")
    done = tthc("diff", "HEAD~1", "HEAD", cwd=repository / "huyen")
    assert done.returncode == 2 and "Traceback" not in done.stderr and "lien-ket.yml" in done.stderr


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda top: (top / ".git/config").write_text("[bad"), "bad config"),
        (lambda top: (shutil.rmtree(top / ".git"), (top / ".git").write_text("gitdir: /khong/co"))[0], "đã bị dời đi"),
        (lambda top: (shutil.rmtree(top / ".git/objects"), (top / ".git/objects").mkdir())[0], "git: "),
    ],
    ids=["config", "moved", "objects"],
)
def test_a_check_says_why_it_cannot_compare(repository: Path, spoil: Callable[[Path], object], why: str) -> None:
    spoil(repository)
    done = tthc("check", "--content", "huyen/content", cwd=repository)
    assert done.returncode == 0 and "tthc check: không so với “HEAD” được: " in done.stderr and why in done.stderr
    asked = tthc("check", "--content", "huyen/content", "--since", "HEAD", cwd=repository)
    assert asked.returncode == 2 and why in asked.stderr


def test_a_check_in_ci_says_that_the_target_branch_is_not_there(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    done = tthc("check", "--content", "huyen/content", cwd=repository)
    assert "không so với “origin/main” được: kho git này không có phiên bản ấy" in done.stderr


def test_nothing_to_compare_with_is_no_fault(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    assert tthc("check", cwd=tmp_path).stderr == ""
    run(tmp_path, "init", "-q")
    assert tthc("check", cwd=tmp_path).stderr == ""
    (tmp_path / "a").write_text("a")
    run(tmp_path, "add", "a")
    run(tmp_path, "commit", "-q", "-m", "a")
    assert tthc("check", cwd=tmp_path).stderr == ""


def test_a_repository_without_a_commit_and_a_revision_that_is_not_there_are_said(repository: Path) -> None:
    content = repository / "huyen/content"
    with pytest.raises(git.GitError, match="kho git này không có phiên bản ấy"):
        git.archive("khong-co", content)
    shutil.rmtree(repository / ".git")
    run(repository, "init", "-q")
    with pytest.raises(git.GitError, match="chưa có commit nào"):
        git.archive("HEAD", content)
