"""A content folder is read whole: every fault of every file at once, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.loading.folder import list_files, read_folder


def write(folder: Path, name: str, data: bytes | str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def problems(content: Path) -> list[tuple[str, int, int, str]]:
    return [(p.path, p.line, p.column, p.id) for p in read_folder(content).problems]


def test_faults_of_all_files_come_together(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content, "laws/a.yml", "so_ky_hieu: 1\nso_ky_hieu: 2\n")
    write(content, "laws/b.yml", "loai: Nghị địn\n")
    write(content, "units/c.yml", "tenn: An Thanh\n")
    assert sorted(problems(content)) == [
        ("content/laws/a.yml", 2, 1, "TT-005"),
        ("content/laws/b.yml", 1, 7, "TT-012"),
        ("content/units/c.yml", 1, 1, "TT-011"),
    ]


@pytest.mark.parametrize(
    ("data", "id"),
    [
        ("ten: Đăng ký".encode("utf-16"), "TT-002"),
        (b"ten: \xca\xf4\xff", "TT-002"),
        (b"ten: a\x00b", "TT-002"),
        (b"x: " + b"a" * 1_100_000, "TT-003"),
    ],
)
def test_wrong_bytes(tmp_path: Path, data: bytes, id: str) -> None:
    write(tmp_path / "content", "laws/a.yml", data)
    assert [p[3] for p in problems(tmp_path / "content")] == [id]


def test_place_of_a_wrong_byte(tmp_path: Path) -> None:
    write(tmp_path / "content", "laws/a.yml", "loai: Luật\nten_goi: Luật ".encode() + b"\xff\n")
    assert problems(tmp_path / "content") == [("content/laws/a.yml", 2, 15, "TT-002")]


def test_byte_order_mark_is_only_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "content", "laws/a.yml", b"\xef\xbb\xbfso_ky_hieu: 1/2020\n")
    store = read_folder(tmp_path / "content")
    assert [(p.id, p.severity) for p in store.problems] == [("TT-002", "warning")]
    assert store.of("law")[0].record.number == "1/2020"


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.yml", "so_ky_hieu: 1\n")
    (tmp_path / "content" / "laws").mkdir(parents=True)
    (tmp_path / "content" / "laws" / "a.yml").symlink_to(tmp_path / "secret.yml")
    (tmp_path / "content" / "units").symlink_to(tmp_path)
    assert [p[3] for p in problems(tmp_path / "content")] == ["TT-001", "TT-001"]


def test_files_are_listed_in_the_same_order_everywhere(tmp_path: Path) -> None:
    for name in ("b/z.yml", "a.yml", "b/a.yml", ".git/config", "B.yml"):
        write(tmp_path, name, "")
    assert list_files(tmp_path) == ["B.yml", "a.yml", "b/a.yml", "b/z.yml"]


def test_a_file_in_the_wrong_place_is_mentioned(tmp_path: Path) -> None:
    write(tmp_path / "content", "procedure/1.yml", "a: 1\n")
    found = read_folder(tmp_path / "content").problems
    assert [(p.id, p.severity) for p in found] == [("TT-009", "warning")]
    assert "procedures" in found[0].hint


def test_markdown_needs_front_matter_and_its_lines_count(tmp_path: Path) -> None:
    write(tmp_path / "content", "guides/a.md", "Chỉ có chữ.\n")
    write(tmp_path / "content", "guides/b.md", "---\nten: B\nbuocc: []\n---\nChữ.\n")
    assert problems(tmp_path / "content") == [
        ("content/guides/a.md", 1, 1, "TT-016"),
        ("content/guides/b.md", 3, 1, "TT-011"),
    ]


def test_an_empty_folder_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert problems(tmp_path / "content") == []


def test_lock_files_of_office_programs_are_neither_read_nor_told(content: Path) -> None:
    from generator.build.reading import check_file

    for name in ("procedures/ho-tich/~$1.001193.yml", "laws/~$x.docx", "~$site.yml"):
        (content / name).write_bytes(b"\x01user\x00" * 20)
    assert not [one for one in read_folder(content).problems if "~$" in one.path]
    assert not [entry for entry in read_folder(content).all() if "~$" in entry.path]
    assert [one for one in check_file(content, "laws/60-2014-qh13.yml", None) if "~$" in one.path] == []
