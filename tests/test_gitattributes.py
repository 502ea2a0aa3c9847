"""Line ends: LF in every working tree, bytes of forms and pictures untouched; content with CRLF is read all the
same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from generator.schema.kinds import kind_of
from tests.conftest import PROJECT, tthc


def attributes(names: list[str], folder: Path = PROJECT) -> dict[str, dict[str, str]]:
    """path → attribute → value, as git sees them."""
    command = ["git", "check-attr", "--stdin", "-z", "text", "eol", "diff"]
    done = subprocess.run(command, cwd=folder, input="\0".join(names).encode(), capture_output=True, check=True)
    parts = done.stdout.decode().split("\0")
    found: dict[str, dict[str, str]] = {}
    for name, attribute, value in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        found.setdefault(name, {})[attribute] = value
    return found


TEXT = [
    "content/procedures/a/1.001193.yml",
    "content/notices/tin.md",
    "content/x.yaml",
    "theme/a.html",
    "a.js",
    "b.css",
    "c.svg",
    "scripts/x.sh",
]
BINARY = [
    "content/forms/mau 01.pdf",
    "content/forms/tờ khai.docx",
    "a.doc",
    "b.xlsx",
    "c.xls",
    "d.png",
    "e.jpg",
    "g.zip",
    "h.webp",
    "i.woff2",
]


def test_what_git_does_with_each_kind_of_file() -> None:
    found = attributes([*TEXT, *BINARY])
    for name in TEXT:
        assert (found[name]["text"], found[name]["eol"]) == ("set", "lf"), name
    for name in BINARY:
        assert found[name]["text"] == found[name]["diff"] == "unset", name


def test_no_committed_text_has_other_line_ends() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--eol", "-z"], cwd=PROJECT, capture_output=True, check=True
    ).stdout.decode()
    assert [row for row in listed.split("\0") if row.startswith(("i/crlf", "i/mixed"))] == []


def test_every_record_is_text_to_git() -> None:
    names = [path.relative_to(PROJECT).as_posix() for path in (PROJECT / "content").rglob("*") if path.is_file()]
    records = [name for name in names if kind_of(name.partition("/")[2])]
    assert len(records) > 300
    assert {(one["text"], one["eol"]) for one in attributes(records).values()} == {("set", "lf")}


def test_a_working_tree_on_windows_gets_lf(tmp_path: Path) -> None:
    """With core.autocrlf=true, as Git for Windows sets it."""
    (tmp_path / ".gitattributes").write_bytes((PROJECT / ".gitattributes").read_bytes())
    (tmp_path / "a.yml").write_bytes(b"ten: x\r\nloai: y\r\n")
    (tmp_path / "b.pdf").write_bytes(b"%PDF\r\n\r\n")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=true"]
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["commit", "-q", "-m", "x"],
        ["rm", "-q", "--cached", "-r", "."],
        ["reset", "-q", "--hard"],
    ):
        (tmp_path / "a.yml").unlink(missing_ok=True) if words[0] == "reset" else None
        subprocess.run([*git, *words], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "a.yml").read_bytes() == b"ten: x\nloai: y\n"
    assert (tmp_path / "b.pdf").read_bytes() == b"%PDF\r\n\r\n"


def test_content_is_read_with_either(content: Path) -> None:
    found = {}
    for name, end in (("as it is", "\n"), ("changed", "\r\n")):
        for file in content.rglob("*"):
            if file.suffix in (".yml", ".md"):
                file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", end.encode()))
        found[name] = json.loads(tthc("check", "--content", content, "--format", "json").stdout)
    assert found["as it is"] == found["changed"]
