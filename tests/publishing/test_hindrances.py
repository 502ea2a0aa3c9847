"""What goes wrong around a publication: the disk is full, the network is cut, the host is restarted, folders may not be
written, clocks jump, two people publish at once. What is public stays whole every time, and the next run succeeds.

What was public before came from this machine into the same folder: over a line it would take ten times as long."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.lock import Lock
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_folder
from tests.support.made_site import prepared
from tests.support.night import at_night
from tests.support.publisher import Publisher, publish_version
from tests.support.servers import SshServer


def shown(root: Path) -> bytes:
    """The first line of what readers get."""
    return (root / "current/index.html").read_bytes()[:14]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 900 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip("may not mount a file system here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("kind", ["local", "sftp", *at_night("ssh")])
def test_a_full_disk(kind: str, small_disk: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root, settings = small_disk / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    place = (
        target_from_url(str(root))
        if kind == "local"
        else target_from_url(f"{kind}://may-chu{root}", request.getfixturevalue(f"{kind}_server").config)
    )
    try:
        publish(target_from_url(str(root)), prepared(tmp_path, 1), settings)
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as stream, pytest.raises(OSError):
            while True:
                stream.write(b"x" * 4096)
        os.truncate(filler, filler.stat().st_size - 40_960)
        with pytest.raises(PublishError):
            publish(place, prepared(tmp_path, 2), settings)
        assert shown(root) == b"<!-- ban 1 -->"
        filler.unlink()
        publish(place, prepared(tmp_path / "again", 2), settings)
    finally:
        place.close()
    assert shown(root) == b"<!-- ban 2 -->"
    assert verify_folder(root).wrong == []


def until(publisher: Publisher, operation: str) -> None:
    assert operation in publisher.lines(), f"the publisher never came to {operation}"


@pytest.mark.parametrize(
    ("how", "operation"),
    [("restart", "upload"), ("cut", "activate")]
    + [*at_night(("cut", "upload"), ("cut", "sync"), ("restart", "sync"), ("restart", "activate"))],
)
def test_the_network_is_cut_or_the_host_restarted(
    operation: str, how: str, tmp_path: Path, ssh_server: SshServer
) -> None:
    root = tmp_path / "www"
    address = f"ssh://may-chu{root}"
    publish_version(str(root), None, tmp_path / "a", 1)
    publisher = Publisher(address, ssh_server.config, tmp_path / "b", 2)
    until(publisher, operation)
    if how == "cut":
        ssh_server.cut()
    else:
        ssh_server.stop()
    ended = publisher.wait(60)
    said = "\n".join(publisher.lines())
    assert ended == 0 or "refused" in said and "Traceback" not in said
    assert shown(root) in (b"<!-- ban 1 -->", b"<!-- ban 2 -->")
    assert verify_folder(root).wrong == []
    if how == "restart":
        ssh_server.start()
    publish_version(address, ssh_server.config, tmp_path / "c", 2)
    assert shown(root) == b"<!-- ban 2 -->"
    assert verify_folder(root).wrong == []


def test_a_host_that_does_not_answer(tmp_path: Path, ssh_server: SshServer) -> None:
    config = tmp_path / "config"
    config.write_text(ssh_server.config.read_text().replace(f"Port {ssh_server.port}", "Port 1"))
    with pytest.raises(PublishError, match="Không nối được"):
        publish(target_from_url("ssh://may-chu/tmp/x", config), prepared(tmp_path, 1), Settings())


def test_a_host_whose_key_has_changed_is_not_trusted(tmp_path: Path, ssh_server: SshServer) -> None:
    known = tmp_path / "known"
    known.write_text(
        (ssh_server.folder / "known").read_text().split()[0]
        + " "
        + " ".join((ssh_server.folder / "user.pub").read_text().split()[:2])
        + "\n"
    )
    config = tmp_path / "config"
    config.write_text(ssh_server.config.read_text().replace(str(ssh_server.folder / "known"), str(known)))
    with pytest.raises(PublishError, match="Không nối được"):
        publish(target_from_url(f"ssh://may-chu{tmp_path}/www", config), prepared(tmp_path, 1), Settings())
    assert not (tmp_path / "www").exists()


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    root = tmp_path / "www"
    publish(target_from_url(str(root)), prepared(tmp_path, 1), Settings())
    if os.geteuid() != 0:
        (root / "parts").chmod(0o555)
    else:  # root writes everywhere but below a file
        (root / "parts").rmdir()
        (root / "parts").write_text("")
    with pytest.raises(PublishError):
        publish(target_from_url(str(root)), prepared(tmp_path, 2), Settings())
    assert shown(root) == b"<!-- ban 1 -->"


@pytest.mark.parametrize(
    ("kind", "shift"), [("local", -400_000_000.0), *at_night(("ssh", -400_000_000.0), ("ssh", 400_000_000.0))]
)
def test_a_publishers_clock_jumps(kind: str, shift: float, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = tmp_path / "www"
    address = str(root) if kind == "local" else f"ssh://may-chu{root}"
    config = None if kind == "local" else request.getfixturevalue("ssh_server").config
    for version, change in ((1, 0.0), (2, shift), (3, 0.0)):
        publish_version(address, config, tmp_path / str(version), version, change)
        assert shown(root) == f"<!-- ban {version} -->".encode()
    proof = verify_folder(root)
    assert proof.wrong == []
    assert [line.number for line in proof.releases] == [1, 2, 3]
    assert [line.clock_back for line in proof.releases].count(True) == 1


def test_of_two_publishers_one_goes_ahead(tmp_path: Path, ssh_server: SshServer) -> None:
    root = tmp_path / "www"
    address = f"ssh://may-chu{root}"
    first = Publisher(address, ssh_server.config, tmp_path / "a", 1)
    until(first, "upload")
    os.kill(first.pid, signal.SIGSTOP)  # at work, whatever the machine does
    try:
        with pytest.raises(PublishError, match="đang đăng lên"):
            publish(target_from_url(address, ssh_server.config), prepared(tmp_path / "b", 2), Settings())
    finally:
        os.kill(first.pid, signal.SIGCONT)
    assert first.wait(60) == 0
    assert shown(root) == b"<!-- ban 1 -->"


def test_many_publishers_at_once_leave_one_whole_release(tmp_path: Path, ssh_server: SshServer) -> None:
    root = tmp_path / "www"
    address, config = f"ssh://may-chu{root}", ssh_server.config
    publishers = [Publisher(address, config, tmp_path / str(version), version) for version in (1, 2, 3)]
    codes = [publisher.wait(90) for publisher in publishers]
    assert 0 in codes
    assert verify_folder(root).wrong == []
    assert [line.number for line in verify_folder(root).releases] == list(range(1, codes.count(0) + 1))


def test_a_silent_publisher_on_another_machine_is_overtaken_and_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "www"
    slow, quick = target_from_url(str(root)), target_from_url(str(root))
    slow.prepare()
    with Lock(slow, patience=1000) as old:
        monkeypatch.setattr("generator.publishing.lock._machine", lambda: "another machine")
        publish(quick, prepared(tmp_path, 2), Settings(patience=0.2))
        with pytest.raises(PublishError, match="giành quyền"):
            old.check()
    assert shown(root) == b"<!-- ban 2 -->"


def test_a_living_publisher_on_another_machine_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "www"
    place = target_from_url(str(root))
    place.prepare()
    with Lock(place, patience=0.4):  # beats every 0.1 s
        monkeypatch.setattr("generator.publishing.lock._machine", lambda: "another machine")
        begun = time.monotonic()
        with pytest.raises(PublishError, match="đang đăng lên"):
            publish(target_from_url(str(root)), prepared(tmp_path, 2), Settings(patience=30))
        assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("kind", "held"),
    [("local", False), ("local", True), ("ssh", False), ("sftp", True), *at_night(("ssh", True), ("sftp", False))],
    ids=lambda value: value if isinstance(value, str) else "held by a dead one" if value else "given back",
)
def test_an_upload_that_was_cut_and_filled_the_disk_blocks_nobody(
    kind: str, held: bool, small_disk: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root, settings = small_disk / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    place = (
        target_from_url(str(root))
        if kind == "local"
        else target_from_url(f"{kind}://may-chu{root}", request.getfixturevalue(f"{kind}_server").config)
    )
    try:
        publish(target_from_url(str(root)), prepared(tmp_path, 1), settings)
        if held:
            (lock,) = (root / "locks").iterdir()
            (lock / "xong").rename(lock / "chu.json")
            (lock / "chu.json").write_text((lock / "chu.json").read_text().replace('"bat_dau": "', '"bat_dau": "1'))
        (root / "parts/0123456789abcdef").mkdir()
        with (root / "parts/0123456789abcdef/lon.bin").open("wb", buffering=0) as stream, pytest.raises(OSError):
            while True:
                stream.write(b"x" * 4096)
        publish(place, prepared(tmp_path, 2), settings)
    finally:
        place.close()
    assert shown(root) == b"<!-- ban 2 -->"
    assert verify_folder(root, None, settings.ledger).wrong == []


@pytest.mark.parametrize("kind", ["local", "ssh"])
def test_a_disk_that_others_filled_is_said_with_what_to_free(
    kind: str, small_disk: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root, settings = small_disk / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    place = (
        target_from_url(str(root))
        if kind == "local"
        else target_from_url(f"ssh://may-chu{root}", request.getfixturevalue("ssh_server").config)
    )
    try:
        publish(target_from_url(str(root)), prepared(tmp_path, 1), settings)
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as stream, pytest.raises(OSError):
            while True:
                stream.write(b"x" * 4096)
        for run in ("a", "b"):  # the failure itself leaves nothing that blocks
            with pytest.raises(PublishError, match="[Nn]ếu đĩa đầy.*xóa bớt tệp khác trên máy chủ.*releases"):
                publish(place, prepared(tmp_path / run, 2), settings)
        assert shown(root) == b"<!-- ban 1 -->"
        filler.unlink()
        publish(place, prepared(tmp_path, 2), settings)
    finally:
        place.close()
    assert shown(root) == b"<!-- ban 2 -->"
