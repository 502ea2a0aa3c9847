"""The script that is published, joined and with short names, answers as its sources do."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.search.index import Index
from generator.pages.page import Page
from generator.rendering.assets import Assets
from generator.rendering.js_bundle import SEARCH
from tests.conftest import PROJECT
from tests.outputs.search.conftest import read

EVERY = 8  # of everyday.txt, one line in so many
SAMPLES = "search-samples.js"
ASSETS = PROJECT / "theme" / "assets"


@pytest.mark.slow
def test_it_answers_as_its_sources_do(real: tuple[list[Page], Index], tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    assets = Assets(ASSETS)
    for name, data in assets.bytes.items():
        (tmp_path / Path(name).name).write_bytes(data)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    lines = (Path(__file__).with_name("everyday.txt")).read_text("utf-8").splitlines()
    questions = [line.partition(": ")[2].partition(",")[0] for line in lines[1::EVERY]]
    (tmp_path / "given.json").write_text(json.dumps(read(real[1]) | {"questions": [*questions, "xn tt hon nhan", "?"]}))
    (tmp_path / "ask.mjs").write_text(
        f"""
        import fs from "node:fs";
        import * as later from "./{Path(assets(SAMPLES)).name}";
        import * as source from "{ASSETS / "search-engine.js"}";
        import * as sourceLater from "{ASSETS / SAMPLES}";
        globalThis.document = {{ querySelector: () => null }}; // a page that is not the search page
        const published = await import("./{Path(assets(SEARCH)).name}");
        const names = (...bundles) => Object.assign({{}}, ...bundles.flatMap(Object.values).map((run) => run()));
        const {{ index, asked, questions }} = JSON.parse(fs.readFileSync("given.json", "utf8"));
        const answers = [names(published, later), {{ ...source, ...sourceLater }}].map(({{ Engine, learn }}) => {{
          const engine = new Engine(index);
          learn(engine, asked);
          return questions.map((text) => [text, engine.search(text).results]);
        }});
        console.log(JSON.stringify(answers));
        """,
        "utf-8",
    )
    done = subprocess.run(["node", "ask.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    published, source = json.loads(done.stdout)
    assert published == source and len(source) > 10
    assert sum(len(results) > 0 for _, results in source) > 10
