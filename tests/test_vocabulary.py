"""Names are the field's terms (docs/adr/0013-names.md): the words of the old dialect stay out of Python, templates,
styles and scripts."""

from __future__ import annotations

import ast
import functools
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.conftest import PROJECT

PACKAGE, THEME = PROJECT / "generator", PROJECT / "theme"
MODULES = sorted(PACKAGE.rglob("*.py"))
# names that were replaced and mean nothing else, in any file, comments included
GONE = """
addressing all_data api_dossier by_turns codes_in date_files ended_commune ends_with files_named forget_common found_as
framed heirs join_heirs list_papers make_communes make_ended make_site mine.js not_told old_addresses old_encodings
or_said parts_list place_at plain_yaml plan_view put_in_place quick_observer quiet_collector reorganisation said_time
set_aside share_out site_after site_look small_change softened staging_for stand_in to_record tools_for
turned_relations usual_words what_happened with_messages work_folder worked_out write_again yaml_slips
ALONE AT_ONCE FAILS HOUSE LEAST LONGEST MOST NOT_TOLD OWN_BOOKS OWN_TEXTS PATIENCE PIECE ROOM SHOWN SLOT SMALLEST
TOGETHER TO_FILL TURNED TWINS NotPlain PageFacts PageTerms QuickCode QuickTemplate TextIndex
ROOMS room_of rooms _bind _check_all _leave_out _looked_at _may_be_said _read_all _said _speak _twin
""".split()
# everyday words that were names of classes or modules; as words of a sentence they are fine
CLASSES = """
Around Bar Browser Build Change Changes Chosen Compiled Done Early Here Imported Kept Later Layout Line Listed Look
Maker Marks Memory Merged Outcome Outline Place Prepared Remembered Said Seen Share Sketch Sketches Surroundings Taken
Target Tools World
""".split()
FILES = """
again archives clean early fill imported labels later made make marks memory narrow on_page one outline plain prints
public relatives shape sketch smaller standing substance suppress swap switch taken verdict watching workers world
""".split()
# participles and adverbs carry no type: no function, attribute or parameter is called so
ADVERBS = "why where told said kept given seen taken whole near again most least shown own made lost odd gone".split()
# metaphors where the field has a term, in names, comments and docstrings
METAPHORS = "told|rubbish|anew|odd|laid out|lay out|stand-in|stand in|put in place|let go of"
EXPORTS = "follow keep kept look make mine stay wake".split()  # of the scripts


Name = tuple[int, str]  # line, name


@functools.cache
def _declared(file: Path) -> tuple[list[Name], list[Name]]:
    """The classes of a module, and the functions, attributes and parameters. The trees of all modules together would be
    gone through again with each collection of garbage."""
    tree = ast.parse(file.read_text("utf-8"))
    classes: list[Name] = []
    return classes, list(_names(tree, classes))


def _name(file: Path) -> str:
    return str(file.relative_to(PROJECT))


def _theme(*endings: str) -> list[Path]:
    """Files of the theme and of the package with such endings."""
    files = (file for folder in (PACKAGE, THEME) for file in sorted(folder.rglob("*")))
    return [file for file in files if file.suffix in endings]


def _matches(pattern: str, files: Iterable[Path]) -> list[str]:
    word = re.compile(pattern)
    return [
        f"{_name(file)}:{number}: {match[0]}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if (match := word.search(line))
    ]


def _names(tree: ast.Module, classes: list[Name]) -> Iterator[Name]:
    """The functions, attributes and parameters of a module; its classes are added to `classes`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            if not isinstance(node, ast.Lambda):
                yield node.lineno, node.name
            args = node.args
            yield from ((arg.lineno, arg.arg) for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs))
        elif isinstance(node, ast.ClassDef):
            classes.append((node.lineno, node.name))
            fields = (item.target for item in node.body if isinstance(item, ast.AnnAssign))
            yield from ((target.lineno, target.id) for target in fields if isinstance(target, ast.Name))
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def test_no_replaced_name_comes_back() -> None:
    words = "|".join(re.escape(word) for word in GONE)
    search = [file for file in _theme(".js") if file.name.startswith("search-")]
    files = [file for file in _theme(".py", ".html", ".css", ".js", ".typ") if file not in search]
    assert _matches(rf"(?<![\w-])(?:{words})(?![\w-])", files) == []


def test_no_class_and_no_module_has_an_everyday_word_for_a_name() -> None:
    found = [_name(file) for file in MODULES if file.stem in FILES]
    for file in MODULES:
        found += [f"{_name(file)}:{line}: {name}" for line, name in _declared(file)[0] if name in CLASSES]
    assert found == []


def test_functions_attributes_and_parameters_are_no_adverbs() -> None:
    found = [
        f"{_name(file)}:{line}: {name}" for file in MODULES for line, name in _declared(file)[1] if name in ADVERBS
    ]
    assert found == []


def test_no_metaphor_comes_back() -> None:
    """In names, comments and English docstrings; the Vietnamese ones of the rules are ordinary language."""
    word = re.compile(rf"\b({METAPHORS})\b")
    found = []
    for file in MODULES:
        text = file.read_text("utf-8")
        if not word.search(text.replace("_", " ")):
            continue
        nodes = [
            node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        ]
        docstrings = {node.body[0].lineno for node in nodes if ast.get_docstring(node, clean=False)}
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            looked_at = token.type in (tokenize.NAME, tokenize.COMMENT)
            looked_at |= token.type == tokenize.STRING and token.start[0] in docstrings and token.string.isascii()
            if looked_at and (match := word.search(token.string.replace("_", " "))):
                found.append(f"{_name(file)}:{token.start[0]}: {match[1]}")
    assert found == []


def test_no_metaphor_in_the_documents() -> None:
    documents = [PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]
    english = [file for file in documents if file.name not in {"0013-names.md", "cho-don-vi-khac.md"}]
    assert _matches(r"(?i)\b(told|rubbish|anew|laid out|put in place|let go of)\b", english) == []


def test_templates_name_their_helpers_in_full() -> None:
    """`formatting.date(…)`, not `w.date(…)`; `cached(key)`, not `kept(key)`."""
    expression = r"\{[{%](?:(?!%\}|\}\}).)*?(?<![\w.'\"])(?:[pwac]\.[a-z]|kept\()"
    assert _matches(expression, _theme(".html")) == []


def test_scripts_export_nothing_by_an_everyday_word() -> None:
    assert _matches(rf"export (?:async )?(?:const|let|function) (?:{'|'.join(EXPORTS)})\b", _theme(".js")) == []
