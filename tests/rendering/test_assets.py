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


@pytest.fixture(scope="module")
def assets() -> Assets:
    return Assets(PROJECT / "theme" / "assets")


def test_they_are_shorter_than_their_sources(assets: Assets) -> None:
    sources = sum(path.stat().st_size for path in (PROJECT / "theme").rglob("*") if path.suffix in {".js", ".css"})
    published = sum(len(data) for name, data in assets.bytes.items() if name.endswith((".js", ".css")))
    assert published < 0.8 * sources


def test_published_scripts_are_valid(assets: Assets, tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    for name, data in assets.bytes.items():
        if name.endswith(".js"):
            file = tmp_path / f"{Path(name).stem}.mjs"
            file.write_bytes(data)
            done = subprocess.run(
                ["node", "--check", str(file)], capture_output=True, text=True, timeout=60, check=False
            )
            assert done.returncode == 0, (name, done.stderr)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_published_script_means_the_same_as_its_source(script: Path, tmp_path: Path) -> None:
    """rjsmin takes spaces out of a template literal inside another one: such a script must be written without."""
    if not (PROJECT / "tests" / "node" / "node_modules" / "acorn").is_dir():
        pytest.skip("the packages of tests/node are not installed")
    assert _compare(script.read_text("utf-8"), rjsmin.jsmin(script.read_text("utf-8")), tmp_path) == ""


def test_a_script_whose_meaning_is_lost_is_seen(tmp_path: Path) -> None:
    if not (PROJECT / "tests" / "node" / "node_modules" / "acorn").is_dir():
        pytest.skip("the packages of tests/node are not installed")
    script = "const b = (a) => `p  ${a + `  ${a}  `}  q`;\n"
    assert _compare(script, rjsmin.jsmin(script), tmp_path) != ""


def test_styles_keep_the_spaces_that_mean_something(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('a::before { content: "x  y"; width: calc(1em + 2px) } /* gone */', "utf-8")
    made = Assets(tmp_path)
    style = made.bytes[made("a.css")].decode()
    assert '"x  y"' in style and "calc(1em + 2px)" in style and "gone" not in style


def _compare(source: str, published: str, folder: Path) -> str:
    """What differs between the meanings of two scripts, an empty text when nothing does."""
    files = folder / "source.mjs", folder / "published.mjs"
    for file, text in zip(files, (source, published), strict=True):
        file.write_text(text, "utf-8")
    command = ["node", str(PROJECT / "tests" / "site" / "same_script.mjs"), *map(str, files)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert not done.stderr, done.stderr
    return done.stdout
