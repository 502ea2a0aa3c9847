"""examples/: what `tthc init` writes today, and a site that can be built (`make example`, in CI)."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.conftest import PROJECT
from tests.support.command import tthc

EXAMPLES = PROJECT / "examples"


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_the_example_is_what_its_command_writes(tmp_path: Path) -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    command = readme.partition("    tthc ")[2].partition("\n\n")[0]
    words = shlex.split(command.replace("\\\n", " "))
    done = tthc(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert texts(tmp_path / words[1]) == texts(EXAMPLES / words[1])


def test_a_site_without_procedures_is_sound(tmp_path: Path) -> None:
    content = EXAMPLES / "phuong-hong-gai" / "content"
    built = tthc("build", "--content", content, "--out", tmp_path / "site", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    done = tthc("audit", tmp_path / "site")
    assert done.returncode == 0, done.stdout
    assert "Việc thường gặp trong đời</a>" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_both_forges_build_it() -> None:
    for file in (".github/workflows/check.yml", ".gitlab-ci.yml"):
        assert "make" in (text := (PROJECT / file).read_text("utf-8")) and " example" in text
