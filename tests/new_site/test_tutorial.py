"""The tutorial of docs/cho-don-vi-khac.md ends with a published site: its steps, in its words, on a plain nginx."""

from __future__ import annotations

import re
import shutil
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SMALL
from tests.support.command import tthc
from tests.support.night import at_night
from tests.support.servers import free_port, nginx

pytestmark = pytest.mark.slow

PAGE = PROJECT / "docs/cho-don-vi-khac.md"
ADDRESS = "https://tthc.honggai.example.vn/"
PLACE = "ssh://tthc@may-chu/srv/tthc"


def steps() -> tuple[str, list[list[str]]]:
    """The lines for site.yml, and the words of each `tthc …` of the section about publishing."""
    text = PAGE.read_text("utf-8").partition("## Đến một trang đã đăng")[2].partition("\n## ")[0]
    lines = re.search(r"( +)noi_dang:\n(?:\1 .*\n)+", text)
    assert lines and PLACE in lines[0] and ADDRESS in lines[0]
    written = "\n".join(line.removeprefix(lines[1]) for line in lines[0].splitlines()) + "\n"
    return written, [found.split() for found in re.findall(r"`tthc ((?:host|publish|verify|rollback) [^`]+)`", text)]


@pytest.mark.parametrize(
    ("begun", "name"),
    [
        pytest.param(SMALL.parent, "huyện Tứ Kỳ", id="a small site"),
        *at_night(pytest.param(PROJECT / "examples/phuong-hong-gai", "Phường Hồng Gai", id="the example")),
    ],
)
def test_the_steps_end_with_a_published_site(tmp_path: Path, begun: Path, name: str) -> None:
    """The place is a folder here instead of one behind SSH, the address one of this machine; nothing else differs."""
    site, place, port = tmp_path / "hong-gai", tmp_path / "srv", free_port()
    here = f"http://127.0.0.1:{port}/"
    shutil.copytree(begun, site)
    lines, (host, publish, verify, rollback) = steps()
    with (site / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(lines.replace(PLACE, str(place)).replace(ADDRESS, here))
    place.mkdir()
    tmp_path.chmod(0o755)

    written = tthc(*host, "--root", place, "--listen", f"127.0.0.1:{port}", "--no-brotli", cwd=site)
    assert written.returncode == 0, written.stderr
    for folder in (tmp_path, *tmp_path.parents[:3]):  # the server's own user reads the place
        if "pytest" in folder.name:
            folder.chmod(0o755)
    with nginx(tmp_path / "server", written.stdout, port):
        first = tthc(*publish, cwd=site)
        assert first.returncode == 0, first.stdout + first.stderr
        with urllib.request.urlopen(here) as answer:
            assert name in answer.read().decode()
        call = [word.replace(ADDRESS, here) for word in verify]
        assert tthc(*call, cwd=site).returncode == 0
        notice = next((site / "content/notices").glob("*.md"))
        notice.write_text(notice.read_text("utf-8") + "\nLời thêm của lần đăng thứ hai.\n", "utf-8")
        assert tthc(*publish, cwd=site).returncode == 0
        shown = f"{here}tin-tuc/{notice.stem}/"
        with urllib.request.urlopen(shown) as answer:
            assert "Lời thêm của lần đăng thứ hai." in answer.read().decode()
        back = tthc(*rollback, cwd=site)
        assert back.returncode == 0, back.stdout + back.stderr
        with urllib.request.urlopen(shown) as answer:
            assert "Lời thêm" not in answer.read().decode()


def test_every_command_of_the_page_exists() -> None:
    """Nothing that a unit's people do needs make or bash: each of its commands is one of tthc."""
    text = PAGE.read_text("utf-8")
    before, _, table = text.partition("## Không cần `make`")
    known = {
        file.stem.removeprefix("cmd_").replace("_", "-") for file in (PROJECT / "generator/commands").glob("cmd_*")
    }
    named = set(re.findall(r"\btthc ([a-z][a-z-]*)\b", text))
    assert named <= known and {"init", "import", "check", "build", "serve", "edit", "publish", "verify"} <= named
    assert "make " not in f"{before}{table.partition('## ')[2]}".replace("`make`", "")


def test_every_make_target_for_people_has_its_tthc_form() -> None:
    """The table of the page names them all; the others are for developers of the tool."""
    developers = {"help", "test", "test-fast", "lint", "format", "types", "bench", "nightly", "lock", "clean"}
    targets = set(re.findall(r"(?m)^([a-z-]+):.*## ", (PROJECT / "Makefile").read_text("utf-8"))) - developers
    table = PAGE.read_text("utf-8").partition("| với mã nguồn")[2].partition("\n\n")[0]
    assert set(re.findall(r"`make ([a-z-]+)", table)) == targets
