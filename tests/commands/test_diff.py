"""`tthc diff A B`: content folders, git revisions, releases."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SMALL, tthc


def changed(folder: Path) -> Path:
    """The small site's content with one sentence of a procedure changed."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    file = content / "procedures/ho-tich/1.001193.yml"
    lines = file.read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("ten_thu_tuc:"))
    lines[place] = "ten_thu_tuc: Đăng ký khai sinh lại"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return content


def test_two_folders(tmp_path: Path) -> None:
    done = tthc("diff", SMALL, changed(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == [
        "Thủ tục: 1.001193 Đăng ký khai sinh lại",
        "  Tên thủ tục: Đăng ký khai sinh → Đăng ký khai sinh lại",
    ]


def test_two_revisions(tmp_path: Path) -> None:
    changed(tmp_path)
    new = (tmp_path / "content").rename(tmp_path / "new")
    shutil.copytree(SMALL, tmp_path / "content")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "content"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "1"], check=True)
    shutil.rmtree(tmp_path / "content")
    new.rename(tmp_path / "content")
    subprocess.run([*git, "commit", "-q", "-a", "-m", "2"], check=True)
    done = tthc("diff", "main~1", "main", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [(change["key"], change["what"]) for change in json.loads(done.stdout)] == [("1.001193", "sửa")]


def test_what_is_neither(tmp_path: Path) -> None:
    for wrong in ("khong-co", "--output=/tmp/x", str(tmp_path)):
        done = tthc("diff", "--", wrong, SMALL)
        assert done.returncode == 2 and done.stderr.startswith("tthc diff: ") and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"procedure/1": {"ten_thu_tuc": "\\ud800"}}',
        b"1" * 100_000,
        b"\xff",
        b"[]",
    ],
    ids=range(6),
)
def test_a_published_release_may_hold_anything(data: bytes, content: Path, tmp_path: Path) -> None:
    (tmp_path / "ban/cong-bo").mkdir(parents=True)
    (tmp_path / "ban/cong-bo/ho-so.json").write_bytes(data)
    done = tthc("diff", tmp_path / "ban", content)
    assert done.returncode == 2 and "hỏng" in done.stderr and "Traceback" not in done.stderr


def test_no_escape_of_a_published_release_reaches_the_terminal(content: Path, tmp_path: Path) -> None:
    (tmp_path / "ban/cong-bo").mkdir(parents=True)
    name = json.dumps("Đăng ký\x1b[2J\u202e")
    (tmp_path / "ban/cong-bo/ho-so.json").write_text(f'{{"procedure/1.001193": {{"ten_thu_tuc": {name}}}}}', "utf-8")
    for form in ("text", "markdown"):
        done = tthc("diff", tmp_path / "ban", content, "--format", form)
        assert done.returncode == 0 and "\\u001b" in done.stdout
        assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


def test_what_cannot_be_read_is_not_passed_off_as_gone(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copytree(SMALL, tmp_path / name)
    (tmp_path / "b" / "procedures" / "ho-tich" / "1.001193.yml").write_text("ten_thu_tuc: [\n", "utf-8")
    done = tthc("diff", tmp_path / "a", tmp_path / "b")
    assert done.returncode == 0 and "1 lỗi khi đọc" in done.stderr and "1.001193.yml:" in done.stderr
