"""The faster Jinja renders what Jinja renders."""

from __future__ import annotations

import os
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from jinja2 import Environment as Stock
from jinja2 import UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from generator.catalogue.builder import build_catalogue
from generator.commands._shared.content import read_content
from generator.composition.site_parts import whole_site
from generator.pages.all_pages import all_pages
from generator.rendering.fast_jinja import MISSING, VERSIONS, fast_escape
from generator.rendering.jinja_env import SWITCH, Environment, FragmentCache
from tests.conftest import PROJECT, SMALL
from tests.support.real_content import real_store

pytestmark = pytest.mark.slow

THEME = PROJECT / "theme"
EACH = 4  # pages of a template


@pytest.mark.parametrize("content", [PROJECT / "content", SMALL], ids=["real", "small"])
def test_every_kind_of_page_has_the_same_bytes_with_stock_jinja(
    content: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By day 4 pages of each template, from all over the site; with TTHC_ALL every page."""
    monkeypatch.chdir(tmp_path)
    store = read_content(content) if content == SMALL else real_store()
    catalogue = build_catalogue(store, store.effective_date(None) or date(2025, 6, 30), [])
    of_template = defaultdict(list)
    for page in all_pages(catalogue):
        of_template[page.template].append(page)
    step = {name: 1 if "TTHC_ALL" in os.environ else -(-len(same) // EACH) for name, same in of_template.items()}
    pages = [page for name, same in of_template.items() for page in same[:: step[name]]]

    def rendered() -> list[str]:
        renderer = whole_site(catalogue, [str(THEME)]).renderer
        assert type(renderer.env) is Environment and not renderer.fallback_templates
        texts = [renderer.html(page) for page in pages]
        assert renderer.fallback_templates == set(), "no template needs Jinja's own code"
        return texts

    fast = rendered()
    assert (tmp_path / ".cache" / "templates").is_dir()
    monkeypatch.setenv(SWITCH, "1")
    for page, quick, stock in zip(pages, fast, rendered(), strict=True):
        assert quick == stock, page.url
    assert len(of_template) > 30


def test_the_switch_leaves_nothing_patched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ a.b }} {{ nothing }} {{ text }}")
    values = {"a": {"b": 1}, "nothing": None, "text": "<b>"}
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AttributeError):
        Environment([str(tmp_path)]).get_template("a.html").render(values)
    monkeypatch.setenv(SWITCH, "1")
    stock = Environment([str(tmp_path)])
    template = stock.get_template("a.html")
    assert template.render(values) == f"1 {MISSING} &lt;b&gt;"
    assert template.root_render_func.__globals__["escape"] is escape
    assert stock.code_generator_class is CodeGenerator and stock.template_class is Stock.template_class


def test_missing_values_read_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (
        "{{ nothing }}|{{ '<' }}|{{ markup }}|{{ 3 }}|{{ nothing or 'x' }}{% if 1 %}|{{ [1, nothing][1] }}{% endif %}"
    )
    (tmp_path / "a.html").write_text(text)
    monkeypatch.chdir(tmp_path)
    values = {"nothing": None, "markup": Markup("<i>")}
    fast = Environment([str(tmp_path)]).get_template("a.html").render(values)
    monkeypatch.setenv(SWITCH, "1")
    assert Environment([str(tmp_path)]).get_template("a.html").render(values) == fast
    assert fast == f"{MISSING}|&lt;|<i>|3|x|{MISSING}"


MACROS = """
{%- macro plain(a, b='<x>') %}{{ a }}{{ b }}{% endmacro %}
{%- macro around(a) %}<i>{{ a }}{{ caller() }}</i>{% endmacro %}
{%- macro passed(a, caller=none) %}{{ a }}{{ caller('<') if caller else '-' }}{% endmacro %}
{%- macro rest(a) %}{{ a }}{{ varargs | join }}{{ kwargs | length }}{% endmacro %}
"""
CALLS = [
    "{{ plain('&') }}{{ plain('&', '1') }}{{ plain(b='1', a='<') }}",
    "{% call around('<') %}<b>{{ plain(1, 2) }}{% endcall %}",
    "{{ passed(1) }}{% call(x) passed(1) %}{{ x }}{% endcall %}",
    "{{ rest(1, 2, 3, x=4) }}",
    "{% set text %}{{ plain('<') }}{% endset %}{{ text }}{{ [plain('<')] | join }}",
]


@pytest.mark.parametrize("call", CALLS)
def test_macros_give_what_those_of_jinja_give(call: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(MACROS + call)
    monkeypatch.chdir(tmp_path)
    fast = Environment([str(tmp_path)]).get_template("a.html").render()
    monkeypatch.setenv(SWITCH, "1")
    assert Environment([str(tmp_path)]).get_template("a.html").render() == fast != ""


@pytest.mark.parametrize("call", ["plain(1, 2, 3)", "plain(1, c=2)", "plain()", "around(1)"])
def test_wrong_calls_of_macros_are_errors(call: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"{MACROS}{{{{ {call} }}}}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises((TypeError, UndefinedError)):
        Environment([str(tmp_path)]).get_template("a.html").render()


@pytest.mark.parametrize("value", ["a<b>&\"'", "", "ừ", Markup("<b>"), 3, 2.5, True, ["<"], object])
def test_escaping(value: object) -> None:
    assert fast_escape(value) == escape(value)


def test_the_versions_are_pinned_and_are_those_that_run() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    locked = (PROJECT / "requirements" / "site.txt").read_text("utf-8")
    for name, number in VERSIONS.items():
        assert f"{name}=={number}" in project
        assert f"\n{name}=={number} " in locked
        assert version(name) == number


class View:
    def __init__(self, url: str) -> None:
        self.url = url


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (lambda: ("item", View("a/"), "./", ""), lambda: ("item", View("a/"), "./", ""), True),
        (lambda: ("rows", [View("a/"), View("b/")]), lambda: ("rows", [View("a/"), View("b/")]), True),
        (lambda: ("rows", [View("a/")]), lambda: ("rows", [View("a/"), View("b/")]), False),
        (lambda: ("item", View("a/")), lambda: ("item", View("b/")), False),
        (lambda: ("item", View("a/"), None), lambda: ("item", View("a/"), ""), False),
    ],
)
def test_fragments_are_kept_by_value(first: Callable[[], tuple], second: Callable[[], tuple], same: bool) -> None:
    """Objects that are gone and new ones of other content may have the same id()."""
    cache = FragmentCache()
    assert cache(*first(), caller=lambda: Markup("1")) == "1"
    assert cache(*second(), caller=lambda: Markup("2")) == ("1" if same else "2")


def test_a_fragment_of_something_without_a_value_is_an_error() -> None:
    with pytest.raises(AttributeError):
        FragmentCache()("item", object(), caller=lambda: Markup("1"))


def test_nothing_else_uses_private_names_of_jinja() -> None:
    files = [path for path in (PROJECT / "generator").rglob("*.py") if path.name != "fast_jinja.py"]
    private = ("_speedups", "_escape_inner", "__globals__", "jinja2.nodes", "visit_")
    assert [path.name for path in files for name in private if name in path.read_text("utf-8")] == []
    assert sys.modules["markupsafe"].escape is escape
