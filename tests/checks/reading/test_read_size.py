"""TT-003: no file of a megabyte."""

from pathlib import Path

from generator.loading.decoding import MAX_BYTES, read_source


def test_a_byte_too_much(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"a" * (MAX_BYTES + 1))
    text, problems = read_source(file, "content/a.yml")
    assert text is None
    assert [(p.id, p.line, p.column) for p in problems] == [("TT-003", 1, 1)]


def test_just_small_enough(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"a" * MAX_BYTES)
    assert read_source(file, "content/a.yml")[1] == []
