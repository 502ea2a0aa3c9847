"""mkdocs.yml is read without MkDocs where it says only what a site of this tool needs, and then as MkDocs reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands._shared.project_file import Project, read_project
from generator.mkdocs_plugin import TthcPlugin, _load
from generator.resources import THEME
from tests.conftest import PROJECT

PLAIN = """\
site_name: Một trang
docs_dir: ./content
site_dir: web/site
theme:
  name: material
  custom_dir: theme
  language: vi
  font: false
plugins:
  - tthc:
      as_of: 2023-12-31
      strict: false
      search: false
      cache: false
watch:
  - theme
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "theme").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def by_mkdocs(file: Path | None, content: Path | None, out: Path | None) -> Project:
    config = _load(file, content, out)
    assert config is not None
    plugin = config.plugins["tthc"]
    assert isinstance(plugin, TthcPlugin)
    here = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    options = plugin.config
    return Project(
        Path(config.docs_dir),
        Path(config.site_dir),
        list(config.theme.dirs),
        here / ".cache" if options.cache else None,
        str(options.as_of) if options.as_of else None,
        options.strict,
        options.search,
    )


@pytest.mark.parametrize("overridden", [False, True])
@pytest.mark.parametrize("text", [PLAIN, (PROJECT / "mkdocs.yml").read_text("utf-8"), None])
def test_it_says_what_mkdocs_says(folder: Path, text: str | None, overridden: bool) -> None:
    (folder / "other").mkdir()
    places = (Path("other"), Path("x/../out")) if overridden else (None, None)
    file = Path("mkdocs.yml") if text else None
    if file:
        file.write_text(text or "", "utf-8")
    found = read_project(file, *places)
    assert found == by_mkdocs(file, *places)
    assert found.themes[0] == str(folder / "theme" if text else THEME)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name: Một trang", "site_name:"),
        ("site_name: Một trang", "site_name: Một trang\nstrict: true"),
        ("site_name: Một trang", "site_name: Một trang\nhooks:\n  - mine.py"),
        ("docs_dir: ./content", "docs_dir: missing"),
        ("site_dir: web/site", "site_dir: content/site"),
        ("site_dir: web/site", "site_dir: ."),
        ("site_dir: web/site", "site_dir: !ENV SITE"),
        ("name: material", "name: mkdocs"),
        ("custom_dir: theme", "custom_dir: missing"),
        ("font: false", "logo: x.png"),
        ("search: false", "search: maybe"),
        ("search: false", "serch: false"),
        ("  - tthc:", "  - search\n  - tthc:"),
        ("  - tthc:", "  - other:"),
        ("watch:\n  - theme", "watch: theme"),
        ("watch:", "\twatch:"),
    ],
)
def test_what_it_does_not_know_is_left_to_mkdocs(folder: Path, old: str, new: str) -> None:
    assert PLAIN.count(old) == 1
    Path("mkdocs.yml").write_text(PLAIN, "utf-8")
    assert read_project(Path("mkdocs.yml"), None, None) is not None
    Path("mkdocs.yml").write_text(PLAIN.replace(old, new), "utf-8")
    assert read_project(Path("mkdocs.yml"), None, None) is None


def test_a_file_that_cannot_be_read_is_left_to_mkdocs(folder: Path) -> None:
    Path("mkdocs.yml").write_bytes(b"site_name: \xff")
    assert read_project(Path("mkdocs.yml"), None, None) is None
    assert read_project(Path("missing.yml"), None, None) is None
