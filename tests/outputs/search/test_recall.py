"""The search stays as good as it was measured (benchmarks/search): a floor for both question sets and both halves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.outputs.search.index import Index
from generator.outputs.search.normalise import key
from tests.conftest import DATA, PROJECT
from tests.outputs.search.conftest import catalogue_of, in_node, index_of, read

pytestmark = pytest.mark.slow

BENCHMARK = PROJECT / "benchmarks" / "search"


def measured(index: Index, questions: Path, folder: Path) -> dict[str, Any]:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    file = folder / "index.json"
    file.write_bytes(index.index)
    for name, data in index.parts.items():
        (folder / name).write_bytes(data)
    done = subprocess.run(
        ["node", str(BENCHMARK / "engines.mjs"), str(file), str(questions), "--short"],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["own"]


def test_own_questions(real: tuple[Any, Index], tmp_path: Path) -> None:
    found = measured(real[1], BENCHMARK / "questions.tsv", tmp_path)
    assert found["all"]["count"] >= 300
    for half in ("dev", "blind"):
        assert found[half]["first"] >= 0.90
        assert found[half]["five"] >= 0.95
    assert found["outside"]["refused"] >= 0.90


def test_every_name_that_people_use_finds_its_procedure(real: tuple[Any, Index]) -> None:
    data = in_node(read(real[1]))
    called = {record.called: record.code for page in real[0] if (record := page.search_entry()) and record.called}
    assert len(called) > 150
    assert {code for _, code, *_ in data} >= set(called.values())
    answers = in_node({**read(real[1]), "questions": [key(name) for name in called]})
    lost = [name for name, answer in zip(called, answers, strict=True) if called[name] not in answer["codes"][:5]]
    assert lost == []


@pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night: thousands of records")
def test_national_records(tmp_path: Path) -> None:
    if not (DATA / "national-flat.jsonl.gz").is_file():
        pytest.skip("the national records are not on this machine")
    from benchmarks.search.corpora import national

    content = national(tmp_path)
    assert content
    found = measured(index_of(catalogue_of(content))[1], DATA / "search-queries.tsv", tmp_path)
    assert found["all"]["first"] >= 0.85
    assert found["all"]["five"] >= 0.95
    assert found["outside"]["refused"] >= 0.8
