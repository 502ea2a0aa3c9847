"""Every list of names that people read is in the order of the alphabet: Đ after D."""

from __future__ import annotations

import ast
import datetime as dt
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.diff.compare import compare
from generator.loading.folder import read_folder
from generator.pages import catalogue_list, search_page, unit
from generator.pages.quality import owing
from generator.text.alphabet import heading, sort_key
from tests.conftest import PROJECT
from tests.support.real_content import real_catalogue


@pytest.fixture(scope="module")
def district() -> Catalogue:
    return real_catalogue()


def in_order(names: list[str]) -> bool:
    return all(sort_key(one) <= sort_key(other) for one, other in pairwise(names))


def test_communes(district: Catalogue) -> None:
    names = [view.record.name or "" for view in district.communes]
    assert names.index("Dân Chủ") < names.index("Đại Hợp") and in_order(names)
    assert in_order([view.record.name or "" for view in district.units.values()])
    assert in_order([view.record.name or "" for view in district.communes_during(2023)])


def test_units_that_have_ended(district: Catalogue) -> None:
    later = build_catalogue(district.store, dt.date(2026, 1, 1), [])
    page = next(unit.pages(later))
    names = [view.record.name for view in page.context["ended"]]  # type: ignore[index]
    assert names.index("Dân Chủ") < names.index("Đại Hợp") and in_order(names)


def test_procedures_terms_and_processes(district: Catalogue) -> None:
    for names in [[view.name for view in field.procedures] for field in district.fields]:
        assert in_order(names)
    terms, processes = [term.term or "" for term in district.glossary], [view.name for view in district.processes]
    assert in_order(terms) and in_order(processes)


def test_letters_of_the_a_to_z_list(district: Catalogue) -> None:
    letters = {letter: [view.heading for view in views] for letter, views in search_page.by_letter(district).items()}
    assert "Đ" in letters and in_order(list(letters))
    for letter, names in letters.items():
        assert in_order(names) and {heading(name) for name in names} == {letter}
    assert sum(map(len, letters.values())) == len(district.in_force)


def test_choices_of_the_catalogue(district: Catalogue) -> None:
    page = next(iter(catalogue_list.pages(district)))
    for names in page.context["present"].values():  # type: ignore[index]
        assert names and in_order(names)


def test_units_that_owe_the_same_number_of_contacts(district: Catalogue) -> None:
    order = [view.title for view in [*district.units.values()] if view.is_commune]
    rows = [(count, order.index(title)) for title, _, count in owing(district) if title in order]
    assert len(rows) > 20 and rows == sorted(rows, key=lambda row: (-row[0], row[1]))


def test_a_field_that_fields_yml_does_not_list(content: Path) -> None:
    record = content / "procedures/ho-tich/1.001193.yml"
    for at, name in enumerate(("Đường bộ", "Dân tộc", "Gia đình")):
        copy = record.with_name(f"9.00000{at}.yml")
        shutil.copy(record, copy)
        text = copy.read_text("utf-8").replace("1.001193", f"9.00000{at}")
        lines = [f"linh_vuc: {name}" if line.startswith("linh_vuc:") else line for line in text.split("\n")]
        copy.write_text("\n".join(lines), "utf-8")
    found = build_catalogue(read_folder(content), dt.date(2023, 12, 31), [])
    assert [field.name for field in found.fields][-3:] == ["Dân tộc", "Đường bộ", "Gia đình"]


def test_changes_for_citizens_by_name() -> None:
    new = {
        f"unit/{slug}": {"ten": name, "loai": "xã"} for slug, name in (("dan-chu", "Dân Chủ"), ("dai-hop", "Đại Hợp"))
    }
    assert [change.title for change in compare({}, new)] == ["xã Dân Chủ", "xã Đại Hợp"]


def test_nothing_is_sorted_by_letters_without_marks() -> None:
    """`fold` makes Đ a D: right for comparing what people type, wrong for sorting what people read."""
    for file in (PROJECT / "generator").rglob("*.py"):
        text = file.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "fold(" in text else ():
            if isinstance(node, ast.Call) and _called(node) in ("sorted", "sort"):
                keys = [word.value for word in node.keywords if word.arg == "key"]
                keys += [arg.elt for arg in node.args if isinstance(arg, ast.GeneratorExp | ast.ListComp | ast.SetComp)]
                inside = {_called(part) for key in keys for part in ast.walk(key) if isinstance(part, ast.Call)}
                assert not inside & {"fold", "casefold"}, f"{file}:{node.lineno}"


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
