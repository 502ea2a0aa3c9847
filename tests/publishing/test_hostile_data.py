"""Texts, names and answers of a host that are made to hurt: one error each, little memory, nothing on the terminal
but text."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.lock import Lock
from generator.publishing.manifest import Manifest
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.untrusted import parse_json, printable
from generator.publishing.verify import verify_folder
from tests.conftest import tthc
from tests.publishing.intruder import harmless_on_a_terminal, replace
from tests.support.made_site import prepared

ESCAPES = "\x1b[2J\x1b]0;x\x07\u202e\u2066\x9b31m\r\x00"
DEEP = b"[" * 200_000


@pytest.fixture(scope="module")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with one release, and what is recorded of it beside it; nobody changes them."""
    folder = tmp_path_factory.mktemp("first")
    release = prepared(tmp_path_factory.mktemp("made"), 1)
    publish(target_from_url(str(folder / "www")), release, Settings(ledger=folder / "chinh.jsonl"))
    return folder


@pytest.fixture
def root(tmp_path: Path, first_release: Path) -> Path:
    shutil.copytree(first_release, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "www"


@pytest.mark.parametrize(
    "data",
    [
        b"1e999",
        b"NaN",
        b"-Infinity",
        b"1.5",
        DEEP,
        b'{"a":' * 100_000,
        b"1" * 100_000,
        b"-" + b"9" * 5000,
        b'"\\ud800"',
        b'{"\\udfff": 1}',
        b"\xff",
        b"\xed\xa0\x80",
        b"",
        b"{",
        b"\x1b[2J",
    ],
)
def test_what_no_file_of_ours_holds_is_one_error(data: bytes) -> None:
    with pytest.raises(ValueError) as refused:
        parse_json(data)
    assert "\x1b" not in str(refused.value) and len(str(refused.value)) < 200


def test_json_of_ours_is_read() -> None:
    assert parse_json('{"a": ["Tứ Kỳ", 17, true, null, "\\ud83d\\ude00"]}'.encode()) == {
        "a": ["Tứ Kỳ", 17, True, None, "\U0001f600"]
    }


@pytest.mark.parametrize(
    "char", [chr(code) for code in (*range(32), *range(127, 160), 0x202E, 0x2066, 0xFEFF, 0x2028, 0xD800)]
)
def test_no_character_that_a_terminal_acts_on_is_printed(char: str) -> None:
    assert printable(f"a{char}b") == f"a\\u{ord(char):04x}b"
    assert char not in str(PublishError(f"a{char}b", f"c{char}"))


def test_printing_leaves_vietnamese_alone_and_is_bounded() -> None:
    assert printable("Tứ Kỳ – “đăng” 17 ≥ 5…") == "Tứ Kỳ – “đăng” 17 ≥ 5…"
    assert len(printable("x" * 10_000_000)) <= 400 and len(str(PublishError("x" * 10_000_000))) <= 2000


VALUES = [
    float("inf"),
    10**30,
    -1,
    True,
    None,
    [],
    {},
    "x",
    ESCAPES,
    "9999-12-31T23:59:59+07:00",
    "9999-12-31T23:59:59-12:00",
    "0" * 63,
    "\ud800",
    1.5,
    "²",
]


@pytest.mark.parametrize("key", ["dinh_dang", "ma", "so", "luc", "luc_tep", "trang", "nguon", "truoc", "noi_dung", "viec", "cua", "danh_sach_truoc", "ho_so", "giu_lai", "tep", "ly_do"])  # fmt: skip  # noqa: E501
def test_every_part_of_a_manifest_may_be_anything(root: Path, key: str) -> None:
    data = json.loads((root / "current/cong-bo/manifest.json").read_bytes())
    for value in [*VALUES, {"index.html": 1}, {"index.html": ESCAPES}, {"../x": "0" * 64}, {ESCAPES: "0" * 64}]:
        try:
            found = Manifest.from_bytes(json.dumps(data | {key: value}).encode())
        except PublishError as refused:
            assert "\x1b" not in str(refused)
        else:
            assert found.id and found.to_bytes()


@pytest.mark.parametrize("key", ["so", "ma", "luc", "viec", "manifest", "cua", "truoc", "dong_ho_lui", "ly_do"])
def test_every_part_of_a_line_may_be_anything(root: Path, key: str) -> None:
    row = json.loads((root / "current/cong-bo/danh-sach.jsonl").read_bytes())
    for value in VALUES:
        try:
            found = release_log.parse_log(
                json.dumps(row | {key: value}, ensure_ascii=False, separators=(",", ":")).encode(
                    "utf-8", "surrogatepass"
                )
                + b"\n"
            )
        except PublishError as refused:
            assert "dòng 1" in str(refused) and "\x1b" not in str(refused)
        else:
            assert found[0].to_bytes()


HOSTILE = [b"1e999", DEEP, b"9" * 100_000, b'"\\ud800"', ESCAPES.encode(), b"\xff\xfe", b"", b"null", b"[]", b"{}"]


@pytest.mark.parametrize("name", ["manifest.json", "manifest.json.sig", "danh-sach.jsonl", "ma.txt", "ho-so.json"])
@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_every_control_file_may_hold_anything(root: Path, name: str, data: bytes, tmp_path: Path) -> None:
    replace(root / "current/cong-bo" / name, data)
    try:
        proof = verify_folder(root)
        assert proof.wrong
    except PublishError as refused:
        assert "\x1b" not in str(refused)
    try:
        assert publish(
            target_from_url(str(root)), prepared(tmp_path / "two", 2), Settings(ledger=tmp_path / "chinh.jsonl")
        ).damaged
    except PublishError as refused:
        assert name == "danh-sach.jsonl" and "\x1b" not in str(refused)


def test_no_escape_reaches_the_terminal(root: Path, content: Path, tmp_path: Path) -> None:
    folder = root / "current"
    row = json.loads((folder / "cong-bo/danh-sach.jsonl").read_bytes())
    for change in ({"viec": ESCAPES}, {"luc": ESCAPES}, {"ma": f"00001-{ESCAPES}"}, {"ly_do": ESCAPES}):
        line = json.dumps(row | change, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        replace(folder / "cong-bo/danh-sach.jsonl", line)
        done = tthc("verify", root, "--list", "--content", content)
        assert done.returncode == 1 and harmless_on_a_terminal(done.stdout + done.stderr)
    (folder / "a\x1b[2Jb").write_text("x")
    os.mkdir(os.fsencode(folder) + b"/\xff")
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff")) / "x").write_text("x")
    done = tthc("verify", root, "--content", content)
    assert done.returncode == 1 and harmless_on_a_terminal(done.stdout + done.stderr)
    lock = root / "locks/00000099"
    lock.mkdir()
    (lock / "chu.json").write_text(json.dumps({"nguoi": ESCAPES * 1000}))
    with pytest.raises(PublishError) as refused, _beating(lock):
        publish(target_from_url(str(root)), prepared(tmp_path / "more", 2), Settings(patience=5))
    assert harmless_on_a_terminal(str(refused.value)) and len(str(refused.value)) < 2001


@contextmanager
def _beating(lock: Path) -> Iterator[None]:
    """A holder that goes on living."""
    ended = threading.Event()

    def beat() -> None:
        count = 0
        while not ended.wait(0.05):
            count += 1
            (lock / "nhip").write_text(str(count))

    thread = threading.Thread(target=beat)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@pytest.mark.parametrize("name", ["²", "٣", "00000000000000000000099", "-1", "1e9", "\x1b[2J", "0x10", " 7", "cho-x"])
def test_a_folder_among_the_locks_may_have_any_name(root: Path, name: str, tmp_path: Path) -> None:
    (root / "locks" / name).mkdir()
    publish(target_from_url(str(root)), prepared(tmp_path / "two", 2), Settings(ledger=tmp_path / "chinh.jsonl"))
    assert verify_folder(root).wrong == []


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_a_locks_owner_may_be_anything(root: Path, data: bytes) -> None:
    lock = root / "locks/00000099"
    lock.mkdir()
    (lock / "chu.json").write_bytes(data)
    with Lock(target_from_url(str(root)), patience=0.2) as taken:
        assert taken.number == 100


def test_the_highest_lock_of_all_is_one_error(root: Path) -> None:
    (root / "locks/99999999").mkdir()
    with pytest.raises(PublishError, match="Xóa thư mục locks"), Lock(target_from_url(str(root)), patience=0.2):
        pass


Name = Callable[[Path], object]


def _folder(file: Path) -> None:
    file.mkdir()
    (file / "x").write_text("x")


@pytest.mark.parametrize("name", ["manifest.json", "manifest.json.sig", "danh-sach.jsonl", "ma.txt"])
@pytest.mark.parametrize(
    "spoil",
    [os.mkfifo, lambda file: file.symlink_to("/dev/zero"), lambda file: file.symlink_to(file.name), _folder],
    ids=["pipe", "device", "circle", "folder"],
)
def test_a_control_file_may_be_no_file(root: Path, name: str, spoil: Name, tmp_path: Path) -> None:
    file = root / "current/cong-bo" / name
    file.unlink(missing_ok=True)
    spoil(file)
    done = tthc("verify", root, "--content", tmp_path)
    assert done.returncode in (1, 2) and harmless_on_a_terminal(done.stdout + done.stderr)
    try:
        publish(target_from_url(str(root)), prepared(tmp_path / "two", 2), Settings(ledger=tmp_path / "chinh.jsonl"))
    except PublishError as refused:
        assert name == "danh-sach.jsonl" and "từ dòng 1" in str(refused)
