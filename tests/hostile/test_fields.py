"""Every field of every kind, with its part missing, empty or of a wrong type: the draft is built, says what is
missing, and no page says “None”.

The usual run takes another way at each field; TTHC_FUZZ set: every way at every field.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.schema.fees import TimeLimit
from generator.schema.kinds import BY_NAME, KINDS, REGISTERS
from generator.schema.record import Record, specs
from generator.schema.values import Whole
from tests.conftest import SMALL, tthc
from tests.hostile.fields import MISSING, copies, example, filled, paths, spoilt, written
from tests.support.every_kind import whole
from tests.support.rule_samples import problems

EVERY = 1 if "TTHC_FUZZ" in os.environ else 29  # no divisor of the number of ways: every way comes up at some field
SAID = re.compile(r"\bNone\b|Undefined|object at 0x|\bNaN\b")
pytestmark = pytest.mark.slow


def built(content: Path, out: Path) -> list[str]:
    """Where a value that is not there shows as such, after the draft was built."""
    done = tthc("build", "--content", content, "--out", out, "--no-strict")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    found = []
    for file in out.rglob("*"):
        if file.suffix in (".html", ".xml", ".ics", ".json", ".txt") and "pagefind" not in file.parts:
            text = file.read_text("utf-8").replace('"none"', "")
            found += [
                f"{file.relative_to(out)}: …{text[max(0, m.start() - 60) : m.end() + 20]!r}"
                for m in SAID.finditer(text)
            ]
    return found


def test_every_part_of_every_record(tmp_path: Path) -> None:
    content = whole(tmp_path, editions=EVERY == 1)
    done = copies(content, every=EVERY)
    kinds = {name.split(" ")[0] for name in done.values()}
    assert len(done) > 200 and kinds >= {kind.name for kind in KINDS} - {"site"}
    assert built(content, tmp_path / "site")[:5] == []


def test_every_part_of_the_site_s_own_record(tmp_path: Path) -> None:
    """There is one: it is spoilt in turn, several parts at a time (a part and its parts are never spoilt together).
    By day what is missing, empty, or a list of nothing."""
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    _, data, _ = example(content, BY_NAME["site"])
    ways = [MISSING, None, "sai", ["sai"], {"sai": "sai"}, [None]]
    for at, value in enumerate(ways):
        if "TTHC_FUZZ" not in os.environ and at not in (0, 1, 5):
            continue
        record = data
        for path in paths(BY_NAME["site"].model, data):
            leaf = len(path) == 1 or at % 2
            if leaf and path[0] != "dia_chi_trang":
                try:
                    record = spoilt(record, path, value)
                except (KeyError, IndexError, TypeError):  # what is above was spoilt already
                    continue
        (content / "site.yml").write_text(written(BY_NAME["site"], [record]), "utf-8")
        assert built(content, tmp_path / f"site{at}")[:5] == [], value


def test_prints_of_incomplete_records(tmp_path: Path) -> None:
    """The sheets (PDF) too."""
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    copies(content, "procedure", 61)
    copies(content, "unit", 61)
    file = content / "site.yml"
    file.write_text(file.read_text("utf-8") + "ban_in: 1000\n", "utf-8")
    assert built(content, tmp_path / "site")[:5] == []
    assert len(list((tmp_path / "site").rglob("*.pdf"))) > 20


def numbers(model: type[Record], above: tuple = ()) -> list[tuple]:
    """The paths of all required numbers of a kind."""
    found = []
    for spec in specs(model):
        here = (*above, spec.key)
        if spec.part is not None and spec.part is not TimeLimit:  # a time limit may be said in words
            found += numbers(spec.part, (*here, 0) if spec.is_list else here)
        elif spec.required and spec.annotation == (Whole | None):
            found.append(here)
    return found


@pytest.mark.parametrize("name", [name for name in REGISTERS if numbers(BY_NAME[name].model)])
def test_the_check_names_the_missing_number(name: str) -> None:
    kind = BY_NAME[name]
    wanted = numbers(kind.model)
    data = filled(kind.model, {})
    for path in wanted:
        text = written(kind, [spoilt(data, path, MISSING)])
        found = [
            item for item in problems({PLACE[name]: text}) if item.id == "TT-020" and f"({path[-1]})" in item.message
        ]
        assert len(found) == 1, (path, text)


PLACE = {
    "review": "plan/2023/reviews/x.yml",
    "result": "plan/2023/results/x.yml",
    "target": "plan/2023/targets.yml",
    "feedback_period": "plan/2023/feedback/x.yml",
    "process": "processes/x.yml",
}
