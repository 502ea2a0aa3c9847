"""Scripts that are published as one file."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.rendering.assets import Assets
from generator.rendering.js_bundle import BUNDLES, COPIED, SEARCH
from tests.conftest import PROJECT

ASSETS = PROJECT / "theme" / "assets"


def test_everybody_imports_the_bundle() -> None:
    assets = Assets(ASSETS)
    joined = {source for sources in BUNDLES.values() for source in sources}
    assert joined & set(assets.names) == {*BUNDLES, *COPIED}
    published = set(assets.bytes)
    for name, data in assets.bytes.items():
        if name.endswith(".js"):
            for other in re.findall(r"""(?:from|import)\s*\(?\s*["']\./([\w.-]+\.js)""", data.decode("utf-8")):
                assert f"assets/{other}" in published, (name, other)


def test_the_bundle_runs(tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    assets = Assets(ASSETS)
    for name, data in assets.bytes.items():
        (tmp_path / Path(name).name).write_bytes(data)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    search = Path(assets(SEARCH)).name
    (tmp_path / "ask.mjs").write_text(
        "globalThis.document = { querySelector: () => null };\n"  # a page that is not the search page
        f'const bundle = await import("./{search}");\n'
        "const names = Object.assign({}, ...Object.values(bundle).map((run) => run()));\n"
        "const { Engine, key, page } = names;\n"
        'console.log(typeof Engine, key("Đăng ký"), typeof page);',
        "utf-8",
    )
    done = subprocess.run(["node", str(tmp_path / "ask.mjs")], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["function", "dang", "ki", "function"], done.stderr
