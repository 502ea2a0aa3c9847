"""Named attacks, through the command line as an editor (or a pull request of a stranger) would bring them.

The command runs with 1.5 GB of memory and a minute: a blow-up or a hang fails here as a crash would. By day it reads
all of them at once, at night each alone too (TTHC_ALL).
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.hostile.limits import tthc
from tests.support.night import at_night
from tests.support.rule_samples import LAW, PROCEDURE

MANY = 100_000 if "TTHC_ALL" in os.environ else 20_000  # keys, items, markers in one file
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8)
)
ATTACKS = {
    "deep brackets": (b"ghi_chu: " + b"[" * 200_000, "TT-007"),
    "deep braces": (b"a: " + b"{a: " * 100_000, "TT-007"),
    "deep indentation": ("".join(" " * n + "a:\n" for n in range(400)).encode(), "TT-007"),
    "alias bomb": (BOMB.encode(), "TT-006"),
    "merge key": (b"a: &a {b: c}\nd:\n  <<: *a\n", "TT-006"),
    "a tag that makes objects": (b"a: !!python/object/apply:os.system [id]\n", "TT-006"),
    "a scalar of nearly a megabyte": (b"ghi_chu: " + b"a" * 990_000, "TT-020"),
    "a file of ten megabytes": (b"a: b\n" * 2_000_000, "TT-003"),
    "thousands of keys": (b"".join(b"k%d: v\n" % n for n in range(MANY)), "TT-011"),
    "a list as key": (b"[a, b]: c\n", "TT-008"),
    "a mapping as key": (b"? {a: b}\n: c\n", "TT-008"),
    "a nul byte": (b"loai: Lu\x00t\n", "TT-002"),
    "utf-16": ("loai: Luật\n".encode("utf-16"), "TT-002"),
    "utf-32": ("loai: Luật\n".encode("utf-32"), "TT-002"),
    "bytes of an old code page": (b"loai: Lu\xcb t\n", "TT-002"),
    "a lone surrogate": (b"loai: \xed\xa0\x80\n", "TT-002"),
    "two documents": (b"---\na: b\n---\nc: d\n", "TT-004"),
    "tabs": (b"a:\n\tb: c\n", "TT-004"),
    "only a mark": (b"\xef\xbb\xbf", "TT-002"),
    "an endless quote": (b'a: "' + b"x\n" * 1000, "TT-004"),
    "a number with a thousand digits": (LAW.encode() + b"ghi_chu: " + b"9" * 1000 + b"\n" + b"so: " + b"9" * 1000, "TT-011"),  # noqa: E501
    "an empty file": (b"", "TT-010"),
    "a list where a record is meant": (b"- a\n- b\n", "TT-010"),
    "one word": (b"xin chao", "TT-010"),
    "thousands of wrong items": (b"bi_thay_the_boi: [" + b"[], " * MANY + b"[]]", "TT-010"),
    "a line of invisible characters": (b"trich_yeu: a" + "\u200b".encode() * 300_000, "TT-071"),
    "thousands of markers": (LAW.encode().replace("Quy định".encode(), b"<br>" * MANY), "TT-083"),
    "a nul written as an escape": (b'loai: "Lu\\0t"\n', "TT-002"),
    "half a surrogate pair as an escape": (b'loai: "Lu\\ud800t"\n', "TT-004"),
    "utf-16 without its mark": ("loai: Luat\n".encode("utf-16-le"), "TT-002"),
}  # fmt: skip


def found(content: Path) -> list[dict]:
    done = tthc("check", "--content", content, "--format", "json")
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "laws").mkdir(parents=True)
    return tmp_path / "content"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content with every attack, each in a file of its own."""
    laws = tmp_path_factory.mktemp("attacks") / "content" / "laws"
    laws.mkdir(parents=True)
    for name, (raw, _) in ATTACKS.items():
        (laws / f"{name.replace(' ', '-')}.yml").write_bytes(raw)
    return laws.parent


@pytest.fixture(scope="module")
def reported(attacked: Path) -> set[tuple[str, str]]:
    """(path, identifier) of what the check of all of them says."""
    return {(item["path"], item["id"]) for item in found(attacked)}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_spoilt_file_ends_in_a_diagnostic(reported: set[tuple[str, str]], name: str) -> None:
    assert (f"content/laws/{name.replace(' ', '-')}.yml", ATTACKS[name][1]) in reported


@pytest.mark.parametrize("name", ["alias bomb", *at_night(*(name for name in ATTACKS if name != "alias bomb"))])
def test_a_spoilt_file_alone_too(content: Path, name: str) -> None:
    raw, id = ATTACKS[name]
    (content / "laws" / "1.yml").write_bytes(raw)
    assert id in {item["id"] for item in found(content) if item["path"] == "content/laws/1.yml"}


def test_all_attacks_at_once_are_mended_as_far_as_they_can_be(attacked: Path, tmp_path: Path) -> None:
    content = shutil.copytree(attacked, tmp_path / "content")
    done = tthc("fix", "--content", content)
    assert "Traceback" not in done.stderr and done.returncode in (0, 1)


def test_links_are_not_followed(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "1.yml").write_text("mat_khau: 123456\n", "utf-8")
    (content / "laws" / "file.yml").symlink_to(tmp_path / "secret" / "1.yml")
    (content / "laws" / "gone.yml").symlink_to(tmp_path / "nowhere")
    (content / "laws" / "self.yml").symlink_to(content / "laws" / "self.yml")
    (content / "procedures").symlink_to(tmp_path / "secret")
    (content / "loop").symlink_to(content)
    items = found(content)
    assert {item["path"] for item in items if item["id"] == "TT-001"} == {
        "content/laws/file.yml",
        "content/laws/gone.yml",
        "content/laws/self.yml",
        "content/loop",
        "content/procedures",
    }
    assert "123456" not in json.dumps(items)


def test_a_form_s_path_does_not_leave_the_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.docx").write_bytes(b"x")
    (content / "procedures").mkdir()
    (content / "forms").mkdir()
    (content / "forms" / "out.docx").symlink_to(tmp_path / "secret.docx")
    for number, name in enumerate(("../../secret.docx", "/etc/passwd", "out.docx", "a\\..\\b", "~root/x", "x" * 1900)):
        text = PROCEDURE.replace("van_ban: 123/2015/NĐ-CP\n", f"van_ban: 123/2015/NĐ-CP\n    tep: {name}\n").replace(
            "1.001193", f"1.00119{number}"
        )
        (content / "procedures" / f"1.00119{number}.yml").write_text(text, "utf-8")
    assert {item["path"][-5] for item in found(content) if item["id"] == "TT-055"} == set("012345")


def test_odd_names_of_files(content: Path) -> None:
    for name in ("a b.yml", "%41.yml", "\u202etxt.yml", "-rf.yml", "x" * 200 + ".yml", "new\nline.yml"):
        (content / "laws" / name).write_text("loai: x\n", "utf-8")
    assert (
        len({item["path"] for item in found(content) if item["path"] != "content/site.yml"}) == 6
    )  # there is none: TT-170
    for form in ("text", "github", "sarif"):
        done = tthc("check", "--content", content, "--format", form)
        assert "Traceback" not in done.stderr and done.returncode == 1
        assert form != "github" or "\nline.yml" not in done.stdout


def test_a_folder_and_a_fifo_that_are_called_like_files(content: Path) -> None:
    (content / "laws" / "1.yml").mkdir()
    os.mkfifo(content / "laws" / "2.yml")
    assert [item["id"] for item in found(content) if item["path"] == "content/laws/2.yml"] == ["TT-001"]
