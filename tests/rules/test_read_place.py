"""TT-009: files that no kind reads."""

from pathlib import Path

from generator.reading.folder import read_folder


def found(tmp_path: Path, name: str) -> list[tuple[str, str, str]]:
    file = tmp_path / "content" / name
    file.parent.mkdir(parents=True)
    file.write_text("a: b\n", "utf-8")
    return [(p.id, p.path, p.hint) for p in read_folder(tmp_path / "content").problems if p.id == "TT-009"]


def test_a_folder_mistyped(tmp_path: Path) -> None:
    assert found(tmp_path, "procedure/1.yml") == [("TT-009", "content/procedure/1.yml", "Ý bạn là “procedures”?")]


def test_a_folder_that_is_read(tmp_path: Path) -> None:
    assert found(tmp_path, "procedures/a/1.yml") == []
