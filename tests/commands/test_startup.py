"""How much is imported before a command does anything: modules are counted, since seconds differ from machine to
machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import FOLDER, _parser, stated
from tests.conftest import PROJECT, SMALL

COUNT = """
import sys
before = set(sys.modules)
from generator.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n".join(sorted(set(sys.modules) - before)), file=sys.stderr)
"""


def imported(*words: str, folder: Path = PROJECT) -> set[str]:
    """The modules that this call imports."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "TTHC_PROCESSES": "1"}
    command = [sys.executable, "-c", COUNT, *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stderr.split())


def test_the_list_of_commands_imports_none_of_them() -> None:
    found = imported("--help")
    assert not [name for name in found if name.startswith("generator.commands")]
    assert {"pydantic", "yaml", "mkdocs", "jinja2", "generator.schema"}.isdisjoint(found)
    assert len(found) < 90, sorted(found)


def test_every_command_answers_to_its_name() -> None:
    for file in FOLDER.glob("cmd_*.py"):
        name = stated(file, "NAME")
        words = _parser([name, "--help"]).format_help()
        assert f"generator.commands.{file.stem}" in sys.modules, f"{name}: the list of commands is shown instead"
        assert name in words


def test_checking_a_file_imports_no_templates_and_no_site() -> None:
    file = next((SMALL / "procedures").rglob("*.yml"))
    found = imported("check", "--content", str(SMALL), str(file))
    packages = {name.split(".")[1] for name in found if name.startswith("generator.")}
    assert packages.isdisjoint({"pages", "rendering", "outputs", "catalogue", "publishing", "editing", "importing"})
    assert {"mkdocs", "jinja2", "typst", "segno"}.isdisjoint(found)
    rules = [name for name in found if name.startswith("generator.checks.")]
    assert "pydantic" not in found, "only the validator of pydantic-core is used"
    assert len(found) - len(rules) < 310, len(found)


@pytest.mark.slow
def test_a_file_whose_artefact_is_known_needs_no_validator_and_few_rules(tmp_path: Path) -> None:
    """What an editor waits for after each change of another file: the rules that look at other records, for this kind
    alone, and no validator."""
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    (tmp_path / ".cache").mkdir()
    file = next((content / "procedures").rglob("*.yml"))
    imported("check", "--content", str(content), str(file))
    found = imported("check", "--content", str(content), str(file))
    assert {"pydantic", "pydantic_core", "mkdocs"}.isdisjoint(found)
    rules = [name for name in found if name.startswith("generator.checks.")]
    assert len(rules) < 75, len(rules)
    assert len(found) - len(rules) < 220, len(found)


@pytest.mark.slow
def test_a_build_after_one_text_imports_only_what_shows_it(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    imported("build", folder=tmp_path)
    file = tmp_path / "content/procedures/chung-thuc/2.000815.yml"
    before = file.read_text("utf-8")
    file.write_text(before.replace("Đối chiếu rồi đóng dấu", "Đối chiếu rồi ký tên"), "utf-8")
    assert file.read_text("utf-8") != before
    found = imported("build", folder=tmp_path)
    assert "generator.rendering.page_renderer" in found, "a page was made"
    assert {"mkdocs", "babel", "click", "pathspec", "pygments", "markdown", "email", "xml"}.isdisjoint(found)
    assert {"generator.javascript.modules", "rjsmin", "concurrent.futures"}.isdisjoint(found), "the files of the theme"
    rules = [name for name in found if name.startswith("generator.checks.")]
    assert len(rules) < 160, len(rules)
    assert len(found) - len(rules) < 495, len(found)
