"""The scripts of the theme are type-checked (tsc, JSDoc types) and linted (eslint); tests/node has both."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import urls
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow

TOOLS = PROJECT / "tests" / "node" / "node_modules" / ".bin"
SCRIPTS = sorted((PROJECT / "theme").rglob("*.js"))


def run(tool: str, *words: str, cwd: Path = PROJECT) -> str:
    """What a tool prints; empty when it has nothing to say."""
    if not (TOOLS / tool).exists() or not shutil.which("node"):
        pytest.skip(f"{tool} is not installed (make test installs it)")
    command = [str(TOOLS / tool), *words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0 or done.stdout, done.stderr
    return done.stdout


def theme(folder: Path, script: str) -> Path:
    """A project with the same rules and one script."""
    for name in ("tsconfig.json", "eslint.config.mjs"):
        shutil.copy(PROJECT / name, folder / name)
    (folder / "theme").mkdir()
    (folder / "theme" / "a.js").write_text(script, "utf-8")
    return folder


LOOSE = ("--strict", "false", "--strictBindCallApply", "--strictFunctionTypes", "--noImplicitThis")
SEARCH = re.compile(r"theme/(assets/search-|components/search-)")  # parameters without types yet; all else is strict


def test_types_fit() -> None:
    assert run("tsc", "-p", ".", *LOOSE) == ""
    strict = [line for line in run("tsc", "-p", ".").splitlines() if not line.startswith(" ")]
    assert [line for line in strict if not SEARCH.match(line)] == []


def test_nothing_is_left_to_lint() -> None:
    assert run("eslint", "theme") == ""


def test_a_wrong_type_is_seen(tmp_path: Path) -> None:
    script = "/** @param {string} text */\nexport const f = (text) => text.length;\nf(3);\nmissing();\n"
    found = run("tsc", "-p", ".", cwd=theme(tmp_path, script))
    assert "TS2345" in found and "TS2304" in found


def test_a_careless_line_is_seen(tmp_path: Path) -> None:
    found = run("eslint", "theme", cwd=theme(tmp_path, "var a = 1;\nif (a == 2) {}\n"))
    assert "no-var" in found and "eqeqeq" in found


def test_scripts_and_python_know_the_same_addresses() -> None:
    text = (PROJECT / "theme" / "assets" / "urls.js").read_text("utf-8")
    stated = dict(re.findall(r'export const (\w+) = "([^"]*)";', text))
    assert len(stated) > 5
    assert stated == {name: getattr(urls, name) for name in stated}


def test_no_other_script_repeats_them() -> None:
    known = {value for name, value in vars(urls).items() if name.isupper() and isinstance(value, str) and value}
    quoted = re.compile(rf"""["'`](?:{"|".join(map(re.escape, sorted(known)))})""")
    assert [file.name for file in SCRIPTS if file.name != "urls.js" and quoted.search(file.read_text("utf-8"))] == []


def test_elements_are_found_and_made_in_one_place() -> None:
    """head.js and site.js come with every page and import nothing before they run."""
    made = {file.name for file in SCRIPTS if re.search(r"document\.(createElement|querySelector)\(", file.read_text())}
    assert made <= {"dom.js", "site.js"}
