"""What is installed from a wheel works in any folder: theme, templates and default words travel inside it."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from generator.loading.national_content import national_paths
from tests.conftest import DATA, PROJECT, SMALL
from tests.support.folders import file_bytes

pytestmark = pytest.mark.slow
READ, LEAST = (100, 10) if "TTHC_ALL" in os.environ else (50, 3)  # national records; of them in the ward's site


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as the wheel brings it, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    names = ("generator", "theme", "content", "pyproject.toml", "setup.py", "README.md", "LICENSE")
    for name in names:
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        copy(PROJECT / name, source / name)
    # as pip does, which takes as long again to ask for what the wheel will say of itself
    backend = tomllib.loads((source / "pyproject.toml").read_text("utf-8"))["build-system"]["build-backend"]
    command = [sys.executable, "-c", f"import {backend} as backend, sys; backend.build_wheel(sys.argv[1])", folder]
    subprocess.run(command, cwd=source, check=True, timeout=300, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line of the installed package; the libraries it needs are those of the tests' environment."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "generator", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_carries_what_is_no_python(installed: Path) -> None:
    carried = {path.relative_to(installed / "generator").as_posix() for path in (installed / "generator").rglob("*")}
    wanted = {
        "data/theme/frame.html",
        "data/theme/assets/site.css",
        "data/theme/components/fees/fees.css",
        "data/content/search/fillers.yml",
        "data/content/laws/60-2014-qh13.yml",
        "data/content/holidays/2025.yml",
        "data/content/glossary.yml",
        "data/content/handbook/bat-dau.md",
        "outputs/sheets/templates/base.typ",
        "outputs/embedding/templates/khung.html",
        "outputs/exports/service_worker.js",
        "publishing/offline_archive/from_disk.js",
    }
    assert wanted <= carried
    assert not [name for name in carried if "__pycache__" in name]
    content = {name.removeprefix("data/content/") for name in carried if name.startswith("data/content/")}
    assert {name for name in content if "." in name} == {
        "fields.yml",
        *national_paths(),
    }  # nothing of the site in the checkout


@pytest.fixture(scope="module")
def built(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small content and the site that the installed tool made of it."""
    folder = tmp_path_factory.mktemp("a")
    shutil.copytree(SMALL, folder / "content")
    done = run(installed, folder, "build")
    assert done.returncode == 0, done.stderr
    assert str(PROJECT) not in done.stdout + done.stderr
    return folder


def test_it_builds_in_any_folder(built: Path, small_site: Path) -> None:
    assert files(built / "site") == files(small_site)
    page = Path("thu-tuc/1-001193/index.html")
    assert (built / "site" / page).read_bytes() == (small_site / page).read_bytes()


def test_a_second_site_is_begun_and_built_in_an_empty_folder(installed: Path, built: Path, tmp_path: Path) -> None:
    """With the same tool, which leaves the first site alone."""
    first = file_bytes(built)
    words = ("--kind", "phường", "--name", "Hồng Gai", "--province", "Quảng Ninh", "--code", "06658")
    url = ("--url", "https://tthc.honggai.example.vn/")
    made = run(installed, tmp_path, "init", "DIR", *words, *url, "--yes")
    assert made.returncode == 0, made.stdout + made.stderr
    folder, wanted = tmp_path / "DIR", 0
    data = DATA / "national-flat.jsonl.gz"
    if data.is_file():
        few = tmp_path / "few.jsonl"
        with gzip.open(data, "rt", encoding="utf-8") as lines:
            few.write_text("".join(line for line, _ in zip(lines, range(READ), strict=False)), "utf-8")
        taken = run(
            installed, folder, "import", "national-flat", str(few), "--for", "hong-gai", "--to", "content/procedures"
        )
        assert taken.returncode == 0, taken.stdout + taken.stderr
        wanted = LEAST
    done = run(installed, folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [page for page in (folder / "site" / "thu-tuc").glob("*/index.html") if page.parent.name[0].isdigit()]
    assert len(pages) >= wanted and (folder / "site" / "don-vi" / "hong-gai" / "index.html").is_file()
    texts = [file.read_bytes().decode("utf-8", "replace").lower() for file in folder.rglob("*") if file.is_file()]
    assert not [text for text in texts if "tứ kỳ" in text or "hải dương" in text]
    assert file_bytes(built) == first
