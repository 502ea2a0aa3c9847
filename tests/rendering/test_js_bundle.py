"""Scripts that are published as one file."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from generator.rendering.assets import Assets
from generator.rendering.components import asset_sources, text_of
from generator.rendering.js_bundle import BUNDLES, ENGINE, bundle_of
from tests.conftest import PROJECT

ASSETS = PROJECT / "theme" / "assets"
SOURCES = asset_sources(ASSETS)


@pytest.mark.parametrize("name", BUNDLES)
def test_top_level_names_differ(name: str) -> None:
    names = [
        found
        for source in BUNDLES[name]
        for found in re.findall(
            r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)",
            text_of(SOURCES[source]),
            re.MULTILINE,
        )
    ]
    assert [one for one, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_imports_nothing_of_its_own_and_comes_in_order(name: str) -> None:
    met: set[str] = set()
    for source in BUNDLES[name]:
        imported = re.findall(r'from "\./([\w.-]+)"', text_of(SOURCES[source]))
        assert {one for one in imported if bundle_of(one) == name} <= met
        met.add(source)


def test_everybody_imports_the_bundle() -> None:
    assets = Assets(ASSETS)
    assert not [name for name in assets.names if bundle_of(name) != name]
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
    engine = Path(assets(ENGINE)).name
    (tmp_path / "ask.mjs").write_text(
        'import { Engine, Language, key, rank } from "./ENGINE"; console.log(typeof Engine, typeof Language, key("Đăng ký"), typeof rank);'.replace(  # noqa: E501
            "ENGINE", engine
        ),
        "utf-8",
    )
    done = subprocess.run(["node", str(tmp_path / "ask.mjs")], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["function", "function", "dang", "ki", "function"], done.stderr
