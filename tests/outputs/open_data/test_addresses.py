"""Every address of this site that the data name is answered by the built site, in all formats and in few."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import SMALL, tthc

pytestmark = pytest.mark.slow

DATA = (".json", ".jsonl", ".ttl", ".jsonld", "llms.txt")


@pytest.fixture(scope="module", params=[100, 0], ids=["all formats", "few formats"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("addresses")
    content = Path(shutil.copytree(SMALL, folder / "content"))
    text = re.sub(r"(?m)^du_lieu_mo:.*\n", "", (content / "site.yml").read_text("utf-8"))
    (content / "site.yml").write_text(f"{text}\ndu_lieu_mo: {request.param}\n", "utf-8")
    done = tthc("build", "--content", content, "--out", folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_no_address_in_the_data_leads_nowhere(built: Path) -> None:
    base = re.search(r"(?m)^dia_chi_trang: *(\S+)", (SMALL / "site.yml").read_text("utf-8"))
    assert base
    address = re.compile(rf"{re.escape(base[1].rstrip('/'))}/([^\s\"<>`\\)|]*)")
    named = 0
    for file in [*(built / "du-lieu").rglob("*"), built / "llms.txt", *built.rglob("index.md")]:
        if not file.name.endswith((*DATA, ".md")):
            continue
        for found in set(address.findall(file.read_text("utf-8"))):
            path = unquote(found.partition("#")[0].partition("?")[0])
            if path.startswith("du-lieu/v1/") and "{" in path:
                continue  # the pattern of addresses in OpenAPI
            target = built / path
            assert target.is_file() or (target / "index.html").is_file(), (file.name, found)
            named += 1
    assert named > 50
