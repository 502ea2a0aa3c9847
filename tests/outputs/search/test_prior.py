"""How sure an answer has to be: the more procedures a site tells, the likelier a question is of one of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from generator.outputs.search.index import Index
from tests.conftest import PROJECT
from tests.outputs.search.conftest import read

pytestmark = pytest.mark.slow

SCRIPT = """
import { Engine } from "./theme/assets/search-engine.js";
import { priorOf } from "./theme/assets/search-certainty.js";
import { learn } from "./theme/assets/search-samples.js";
import { TUNING } from "./theme/assets/search-tuning.js";
import { readFileSync } from "node:fs";
const { index, asked, text } = JSON.parse(readFileSync(0, "utf8"));
const state = (known) => {
  TUNING.known = known;
  const engine = new Engine(structuredClone(index));
  learn(engine, asked);
  return engine.search(text).state;
};
console.log(JSON.stringify([[20, 225, 588, 6000].map(priorOf), [225, 75].map(state)]));
"""
DOUBTFUL = "xe máy cũ gửi về quê theo tàu hết mấy đồng"  # by a hair not an answer on own content


def test_the_more_procedures_the_surer(real: tuple[Any, Index]) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    command = ["node", "--input-type=module", "-e", SCRIPT]
    given = json.dumps({**read(real[1]), "text": DOUBTFUL})
    done = subprocess.run(command, cwd=PROJECT, input=given, check=True, capture_output=True, text=True, timeout=120)
    (few, fitted, national, thousands), states = json.loads(done.stdout)
    assert few == fitted == 0 < national < thousands < 1.5
    assert states == ["none", "done"]  # the same question where three times as many are told
