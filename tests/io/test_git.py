"""What git cannot do is told with git's own reason."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
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
