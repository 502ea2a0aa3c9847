"""The parts of a page: a folder each, found by what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.rendering.assets import Assets
from generator.rendering.components import asset_sources, macros
from generator.rendering.jinja_env import Environment
from tests.conftest import PROJECT

THEME = PROJECT / "theme"
COMPONENTS = sorted(path for path in (THEME / "components").iterdir() if path.is_dir())
STYLES = [THEME / "assets" / "site.css", *sorted((THEME / "components").rglob("*.css"))]
CLASS = re.compile(r"tthc-[a-z]+(?:-[a-z]+)*(?:__[a-z]+(?:-[a-z]+)*)?(?:--?[a-z0-9]+(?:-[a-z0-9]+)*)?")


def theme(folder: Path, **files: str) -> Path:
    """A theme with an empty style sheet and `files` (path with __ for /, and a dot for the last _)."""
    (folder / "assets").mkdir()
    (folder / "assets" / "site.css").write_text("p { margin: 0 }")
    for name, text in files.items():
        *parts, kind = name.replace("__", "/").rpartition("_")
        path = folder / "components" / f"{parts[0]}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_folder_is_all_that_a_new_component_needs(tmp_path: Path) -> None:
    made = theme(
        tmp_path,
        star__star_css=".tthc-star { color: red }",
        star__star_html="{% macro star(n) %}<b class='tthc-star'>{{ n }}</b>{% endmacro %}",
        star__star_js='import { find } from "../../assets/dom.js";\nfind();\n',
        box__box_css=".tthc-box { color: blue }",
    )
    (made / "assets" / "dom.js").write_text("export const find = () => 1;\n")
    assets = Assets(made / "assets")
    style = assets.bytes[assets("site.css")].decode()
    assert style.index("margin") < style.index("tthc-box") < style.index("tthc-star")
    assert f"./{assets('dom.js').removeprefix('assets/')}" in assets.bytes[assets("star.js")].decode()
    page = Environment([str(made)]).from_string('{% import "components.html" as components %}{{ components.star(3) }}')
    assert page.render() == "<b class='tthc-star'>3</b>"


def test_a_part_of_another_style_sheet_says_so_in_its_name(tmp_path: Path) -> None:
    made = theme(tmp_path, **{"chart__chart.plan_css": ".tthc-chart { color: red }"})
    assert list(asset_sources(made / "assets")) == ["site.css", "plan.css"]


def test_two_scripts_of_one_name_are_refused(tmp_path: Path) -> None:
    made = theme(tmp_path, a__x_js="1", b__x_js="2")
    with pytest.raises(ValueError, match=r"x\.js"):
        asset_sources(made / "assets")


def test_macros_of_all_components_are_one_template() -> None:
    names = re.findall(r"\{% macro (\w+)", macros([THEME]))
    assert len(names) == len(set(names)) > 15


def test_a_style_sets_classes_of_our_own_and_explains_what_it_forces() -> None:
    for style in STYLES:
        text = style.read_text("utf-8")
        rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        heads = re.findall(r"[^{}]+(?=\{)", rules)
        names = [name for head in heads for name in re.findall(r"\.([a-zA-Z][\w-]*)", head)]
        assert [name for name in names if not CLASS.fullmatch(name)] == [], style
        assert "--md-" not in text, style
        if "!important" in rules:
            assert re.search(r"/\*[^*]*important", text), f"{style}: say why in a comment"


def test_every_class_that_templates_use_is_one_of_our_own() -> None:
    """A class without the prefix is a leftover; one without a style is dead weight."""
    used = set()
    for file in THEME.rglob("*.html"):
        for value in re.findall(r'class="([^"{]*(?:\{\{.*?\}\}[^"{]*)*)"', file.read_text("utf-8")):
            used |= set(re.findall(r"[A-Za-z][\w-]*", re.sub(r"\{\{.*?\}\}", " ", value)))
    styled = {name for style in STYLES for name in re.findall(r"\.(tthc-[\w-]+)", style.read_text("utf-8"))}
    styled |= {name.partition("__")[0] for name in styled}  # the block that a styled element belongs to
    scripts = "".join(file.read_text("utf-8") for file in THEME.rglob("*.js"))
    assert sorted(name for name in used - styled if f".{name}" not in scripts) == []


def test_every_component_is_shown_in_use() -> None:
    assert [folder.name for folder in COMPONENTS if not (folder / "example.html").is_file()] == []
