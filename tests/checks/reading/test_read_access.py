"""TT-001: files that cannot be read, symbolic links among them."""

from pathlib import Path

from generator.loading.folder import read_folder
from tests.support.rule_samples import LAW


def test_a_symbolic_link(tmp_path: Path) -> None:
    laws = tmp_path / "content" / "laws"
    laws.mkdir(parents=True)
    (tmp_path / "outside.yml").write_text(LAW, "utf-8")
    (laws / "1.yml").symlink_to(tmp_path / "outside.yml")
    store = read_folder(tmp_path / "content")
    assert [(p.id, p.path, p.line, p.column) for p in store.problems] == [("TT-001", "content/laws/1.yml", 1, 1)]
    assert store.of("law") == []


def test_a_file_of_its_own(tmp_path: Path) -> None:
    laws = tmp_path / "content" / "laws"
    laws.mkdir(parents=True)
    (laws / "1.yml").write_text(LAW, "utf-8")
    assert read_folder(tmp_path / "content").problems == []
