"""Scripts with the least space: the same tokens, and still valid."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.site.assets import Assets
from generator.site.smaller import GAP, smaller, tokens
from tests.conftest import PROJECT

SCRIPTS = sorted((PROJECT / "theme" / "assets").glob("*.js"))


def said(text: str) -> list[str]:
    return [token for token in tokens(text) if not GAP.fullmatch(token)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_token_stays(script: Path) -> None:
    text = script.read_text("utf-8")
    assert "".join(tokens(text)) == text
    assert said(smaller(text)) == said(text)
    assert smaller(smaller(text)) == smaller(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("const a = 1; // one\nconst b = a + +a;", "const a=1;const b=a+ +a;"),
        ("const text = `a  ${b + `  ${c}  `}  // d`;", "const text=`a  ${b + `  ${c}  `}  // d`;"),
        (
            'const found = /[/"]  \\/ "/.test(a) ? b / c / d : "  //  ";',
            'const found=/[/"]  \\/ "/.test(a)?b/c/d:"  //  ";',
        ),
        ("/* about\n f */ function f() {\n  return\n}\nf()\n[1].map(g)", "function f(){return}\nf()\n[1].map(g)"),
        ("let a = b\n++c\nreturn /x/ in d", "let a=b\n++c\nreturn/x/ in d"),
    ],
)
def test_what_must_not_change_its_meaning(text: str, wanted: str) -> None:
    assert smaller(text) == wanted + "\n"


def test_published_scripts_are_valid(tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    for name, data in Assets(PROJECT / "theme" / "assets").bytes.items():
        if name.endswith(".js"):
            file = tmp_path / f"{Path(name).stem}.mjs"
            file.write_bytes(data)
            done = subprocess.run(
                ["node", "--check", str(file)], capture_output=True, text=True, timeout=60, check=False
            )
            assert done.returncode == 0, (name, done.stderr)
