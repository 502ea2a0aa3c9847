"""Archives with equal bytes, and modules turned into one script."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.publishing.offline_archive.archive import write_zip
from generator.publishing.offline_archive.bundle import BundleError, bundle
from generator.publishing.offline_archive.files import page_from_disk

MODULES = {
    "a.js": 'import { two, twice as double } from "./b.js";\nimport * as all from "./b.js";\nimport "./c.js";\nlog(two, double(4), all.two);\nimport("./d.js").then((d) => log(d.late, d.Box.name));\n',  # noqa: E501
    "b.js": "export const two = 2;\nexport function twice(n) { return n * two; }\n",
    "c.js": 'log("c");\n',
    "d.js": "const late = 9;\nclass Box {}\nexport { late, Box };\n",
}


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.skipif(not shutil.which("node"), reason="no node here")
def test_a_bundle_does_what_the_modules_did(tmp_path: Path) -> None:
    text = bundle(put(tmp_path, MODULES), "a.js", "const log = (...words) => console.log(...words);")
    done = subprocess.run(["node", "-e", text], capture_output=True, text=True)
    assert done.stdout.split("\n")[:3] == ["c", "2 8 2", "9 Box"], done.stderr


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import thing from "./b.js";', 'import { x } from "/elsewhere.js";']
)
def test_what_is_not_understood_is_an_error(line: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError):
        bundle(put(tmp_path, {"a.js": line + "\n", "b.js": ""}), "a.js", "")


def test_a_zip_has_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    files = [("b.txt", b"2"), ("a/c.pdf", b"%PDF")]
    write_zip(tmp_path / "1.zip", files)
    write_zip(tmp_path / "2.zip", reversed(files))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_links_lead_to_files_and_outside_links_stay() -> None:
    page = '<a href="../">x</a><a href="../thu-tuc/#a">x</a><a href="#b">x</a><a href="https://x.vn/a/">x</a><form action="../tim-kiem/">'  # noqa: E501
    assert page_from_disk(page) == (
        '<a href="../index.html">x</a><a href="../thu-tuc/index.html#a">x</a><a href="#b">x</a><a href="https://x.vn/a/">x</a><form action="../tim-kiem/index.html">'  # noqa: E501
    )
