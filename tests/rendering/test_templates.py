"""Templates put things in place; what depends on the content is decided in Python (generator/pages)."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from generator.catalogue.builder import build_catalogue
from generator.loading.folder import read_folder
from generator.rendering.assets import Assets
from generator.rendering.components import MACROS
from generator.rendering.jinja_env import Environment
from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT, SMALL

THEME = PROJECT / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
PARSER = jinja2.Environment()
TESTING = {"startswith", "endswith", "get", "count", "find"}


def decisions(text: str) -> list[str]:
    """Vietnamese words by which a template decides something."""
    tree = PARSER.parse(text)
    deciding: list[nodes.Node] = list(tree.find_all(nodes.Compare))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in TESTING:
            deciding += call.args
    deciding += [pair.key for pair in tree.find_all(nodes.Pair)]
    constants = [
        one for node in deciding for one in (node, *node.find_all(nodes.Const)) if isinstance(one, nodes.Const)
    ]
    return [one.value for one in constants if isinstance(one.value, str) and not one.value.isascii()]


def short_names(text: str) -> list[str]:
    """Variables of one letter."""
    return [name.name for name in PARSER.parse(text).find_all(nodes.Name) if name.ctx != "load" and len(name.name) == 1]


def test_templates_are_dumb_and_readable() -> None:
    assert len(TEMPLATES) > 100
    for template in TEMPLATES:
        text = template.read_text("utf-8")
        assert decisions(text) == [], f"{template}: decide it in generator/pages"
        assert [line for line in text.splitlines() if len(line) > 160] == [], template
        assert short_names(text) == [], template


@pytest.mark.parametrize(
    "expression",
    [
        "{% if record.level == 'cấp huyện' %}{% endif %}",
        "{% if 'cấp huyện' in record.levels %}{% endif %}",
        "{{ 'a' if x in ('toàn trình', 'một phần') else 'b' }}",
        "{% if heading.startswith('Gần giống') %}{% endif %}",
        "{{ {'người nộp': 'Người nộp'}.get(step.actor) }}",
        "{% for task in tasks if task.area != 'báo cáo' %}{% endfor %}",
    ],
)
def test_a_decision_by_a_vietnamese_word_is_seen(expression: str) -> None:
    assert decisions(expression) != []


@pytest.mark.parametrize(
    "expression", ["{{ x or 'Chưa có' }}", "{{ 'Có' if x else 'Không' }}", "{{ item('Địa chỉ', x) }}"]
)
def test_words_that_are_only_shown_are_not(expression: str) -> None:
    assert decisions(expression) == []


def test_every_template_compiles_with_the_filters_there_are() -> None:
    store = read_folder(SMALL)
    catalogue = build_catalogue(store, store.of("site")[0].record.as_of, [])
    renderer = PageRenderer([str(THEME)], catalogue, Assets(THEME / "assets"), "/")
    names = [path.relative_to(THEME).as_posix() for path in TEMPLATES if "components" not in path.parts]
    for name in [*names, MACROS]:
        assert renderer.env.get_template(name)


def test_only_what_is_preformatted_keeps_its_indentation(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<ul>\n  <li\n    id=x>a\n    b</li>\n</ul>\n<pre>\n  c\n</pre>\n  <p>d</p>")
    page = Environment([str(tmp_path)]).get_template("a.html").render()
    assert page == "<ul>\n<li id=x>a b</li>\n</ul>\n<pre>\n  c\n</pre>\n<p>d</p>"
