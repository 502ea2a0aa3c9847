"""The icons that pages show lie in the theme."""

from __future__ import annotations

import re

from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT
from tests.support.real_content import real_catalogue

ICONS = {file.stem for file in (PROJECT / "theme" / "icons").glob("*.svg")}


def named() -> set[str]:
    """What templates, view models and the district's own fields and guides name."""
    names = set()
    for file in (PROJECT / "theme").rglob("*.html"):
        for words in re.findall(r"\bicon\(([^)]*)\)", file.read_text("utf-8")):
            names |= set(re.findall(r"'([a-z0-9-]+)'", words))
    for file in (PROJECT / "generator" / "pages").rglob("*.py"):
        names |= set(re.findall(r'ProcedureFact\(\s*"([a-z-]+)"', file.read_text("utf-8")))
    for file in [PROJECT / "content" / "fields.yml", *(PROJECT / "content" / "guides").glob("*.md")]:
        names |= set(re.findall(r"(?m)^\s*bieu_tuong: (\S+)$", file.read_text("utf-8")))
    return names


def test_every_icon_that_is_named_is_there() -> None:
    assert len(named()) > 40
    assert named() - ICONS == set()


def test_one_that_is_not_there_is_replaced_by_the_common_one() -> None:
    renderer = PageRenderer([str(PROJECT / "theme")], real_catalogue(), lambda name: name, "/")
    assert str(renderer.icon("school")).startswith('<svg class="tthc-icon" aria-hidden="true" viewBox=')
    common = renderer.icon("folder-outline")
    for name in ("khong-co", "../icons/school", "", None):
        assert renderer.icon(name, "folder-outline") == common
        assert renderer.icon(name) == ""
