"""Published styles and scripts: shorter, and still the same to a parser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import rjsmin

from generator.rendering.assets import Assets
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow

SCRIPTS = sorted((PROJECT / "theme").rglob("*.js"))
needs_acorn = pytest.mark.skipif(
    not (PROJECT / "tests" / "node" / "node_modules" / "acorn").is_dir(),
    reason="the packages of tests/node are missing",
)


@pytest.fixture(scope="module")
def assets() -> Assets:
    return Assets(PROJECT / "theme" / "assets")


def test_they_are_shorter_than_their_sources(assets: Assets) -> None:
    sources = sum(path.stat().st_size for path in (PROJECT / "theme").rglob("*") if path.suffix in {".js", ".css"})
    published = sum(len(data) for name, data in assets.bytes.items() if name.endswith((".js", ".css")))
    assert published < 0.8 * sources


def test_published_scripts_are_valid(assets: Assets, tmp_path: Path) -> None:
    files = []
    for name, data in assets.bytes.items():
        if name.endswith(".js"):
            files.append(tmp_path / f"{Path(name).stem}.mjs")
            files[-1].write_bytes(data)
    assert len(files) >= 20
    assert _node("valid_scripts.mjs", *files) == ""


def test_a_script_that_is_not_valid_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.mjs").write_text("const a = ;", "utf-8")
    assert "a.mjs: SyntaxError" in _node("valid_scripts.mjs", tmp_path / "a.mjs")


@needs_acorn
def test_published_scripts_mean_the_same_as_their_sources(tmp_path: Path) -> None:
    """rjsmin takes spaces out of a template literal inside another one: such a script must be written without."""
    assert len(SCRIPTS) > 20
    assert _differences(tmp_path, {path.name: path.read_text("utf-8") for path in SCRIPTS}) == ""


@needs_acorn
def test_a_script_whose_meaning_is_lost_is_seen(tmp_path: Path) -> None:
    scripts = {"a.js": "const b = (a) => `p  ${a + `  ${a}  `}  q`;\n", "b.js": "const b = 2;\n"}
    found = _differences(tmp_path, scripts)
    assert "a.js:" in found and "b.js:" not in found


def test_styles_keep_the_spaces_that_mean_something(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('a::before { content: "x  y"; width: calc(1em + 2px) } /* gone */', "utf-8")
    made = Assets(tmp_path)
    style = made.bytes[made("a.css")].decode()
    assert '"x  y"' in style and "calc(1em + 2px)" in style and "gone" not in style


def _differences(folder: Path, scripts: dict[str, str]) -> str:
    """Which of these scripts (name → text) mean something else when they are published, and where; else empty."""
    files = []
    for name, text in scripts.items():
        for path, written in ((folder / name, text), (folder / f"published-{name}", rjsmin.jsmin(text))):
            path.write_text(written, "utf-8")
            files.append(path)
    return _node("same_script.mjs", *files)


def _node(program: str, *files: Path) -> str:
    """What a program of tests/site prints."""
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    command = ["node", "--no-warnings", "--experimental-vm-modules", PROJECT / "tests" / "site" / program, *files]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert not done.stderr, done.stderr
    return done.stdout
