"""A release goes up whole, to a folder, over SSH and over SFTP alike; then the next; then back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.release import Settings, publish
from generator.publishing.rollback import rollback
from generator.publishing.target import PublishTarget
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_folder
from tests.support.made_site import prepared, style
from tests.support.night import at_night

Opened = tuple[PublishTarget, Path]
# what a publication decides is decided in the same way wherever it goes; what each kind of place does in its own way
# (send, link, switch, read, remove) is seen in the other tests and in test_trust.py by day
DECIDED = pytest.mark.parametrize("opened", ["local", *at_night("ssh", "sftp")], indirect=True)


@pytest.fixture(params=["local", "ssh", "sftp"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    """An empty place of each kind, and its folder on this machine."""
    root = tmp_path / "www"
    if request.param == "local":
        place = target_from_url(str(root))
    else:
        place = target_from_url(
            f"{request.param}://may-chu{root}", request.getfixturevalue(f"{request.param}_server").config
        )  # noqa: E501
    yield place, root
    place.close()


def test_releases_come_go_and_return(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    first = publish(place, prepared(tmp_path, 1), Settings())
    assert (root / "current/index.html").read_bytes().startswith(b"<!-- ban 1 -->")
    assert not publish(place, prepared(tmp_path / "again", 1), Settings()).changed
    second = publish(place, prepared(tmp_path, 2), Settings())
    assert (first.manifest.number, second.manifest.number) == (1, 2)
    assert (root / "current/index.html").read_bytes().startswith(b"<!-- ban 2 -->")
    assert (root / "current" / style(1)).is_file()  # for tabs that are open
    assert (root / "current/pagefind/fragment/vi_0000001.pf_fragment").is_file()
    unchanged = [root / "releases" / outcome.manifest.id / "giu-nguyen.txt" for outcome in (first, second)]
    assert unchanged[0].samefile(unchanged[1])  # not sent twice
    back = rollback(place, Settings())
    assert (root / "current/index.html").read_bytes().startswith(b"<!-- ban 1 -->")
    assert (root / "current" / style(2)).is_file()
    proof = verify_folder(root)
    assert proof.wrong == []
    assert [(line.number, line.action, line.of) for line in proof.releases] == [
        (1, "đăng", ""),
        (2, "đăng", ""),
        (3, "quay lại", first.manifest.id),
    ]
    assert back.manifest.id == proof.releases[-1].id
    assert list((root / "parts").iterdir()) == []


@pytest.mark.parametrize("opened", ["local", "sftp", *at_night("ssh")], indirect=True)
def test_only_the_last_releases_are_kept(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    settings = Settings(keep=2, ledger=tmp_path / "chinh.jsonl")
    for version in (1, 2, 3):  # from this machine, a tenth of the work: it is the fourth that takes one away
        publish(target_from_url(str(root)), prepared(tmp_path, version), settings)
    publish(place, prepared(tmp_path, 4), settings)
    assert [name[:5] for name in sorted(os.listdir(root / "releases"))] == ["00003", "00004"]
    current = root / "current"
    assert [(current / style(version)).is_file() for version in (1, 2, 3, 4)] == [False, True, True, True]
    assert verify_folder(root).wrong == []


@DECIDED
def test_a_file_damaged_on_the_host_is_sent_again(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    publish(place, prepared(tmp_path, 1), Settings())
    (root / "current/giu-nguyen.txt").write_text("hỏng")
    publish(place, prepared(tmp_path, 2), Settings())
    assert verify_folder(root).wrong == []


@DECIDED
def test_the_same_release_again_mends_a_damaged_one(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    publish(place, prepared(tmp_path, 1), Settings())
    (root / "current/index.html").unlink()
    assert publish(place, prepared(tmp_path / "again", 1), Settings()).changed
    assert verify_folder(root).wrong == []


@DECIDED
def test_a_damaged_release_is_not_returned_to(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    first = publish(place, prepared(tmp_path, 1), Settings())
    publish(place, prepared(tmp_path, 2), Settings())
    (root / "releases" / first.manifest.id / "index.html").write_text("hỏng")
    with pytest.raises(PublishError, match="đã hỏng"):
        rollback(place, Settings())
    assert (root / "current/index.html").read_bytes().startswith(b"<!-- ban 2 -->")


def test_a_plain_folder_in_the_links_place_is_left_alone(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    (root / "current").mkdir(parents=True)
    (root / "current/index.html").write_text("cũ")
    with pytest.raises(PublishError, match="thư mục thường") as refused:
        publish(place, prepared(tmp_path, 1), Settings())
    assert refused.value.wrong_call
    assert (root / "current/index.html").read_text() == "cũ"


@DECIDED
def test_a_tampered_list_of_releases_is_refused(opened: Opened, tmp_path: Path) -> None:
    place, root = opened
    publish(place, prepared(tmp_path, 1), Settings())
    listed = root / "current/cong-bo/danh-sach.jsonl"
    listed.write_text(listed.read_text("utf-8").replace('"so":1', '"so":2'), "utf-8")
    with pytest.raises(PublishError, match="không khớp"):
        publish(place, prepared(tmp_path, 2), Settings())


def test_what_is_published_may_be_read_by_the_web_servers_user(
    opened: Opened, tmp_path: Path, private_umask: None
) -> None:
    place, root = opened
    publish(place, prepared(tmp_path, 1), Settings())
    for path in [root, *(root / "releases").rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode & 0o044 == 0o044 and (not path.is_dir() or mode & 0o011 == 0o011), path


@pytest.fixture
def private_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_files_that_changed_are_dated_later_even_when_the_clock_runs_back(tmp_path: Path) -> None:
    root, clocks = tmp_path / "www", iter((2_000_000_000.0, 1_000_000_000.0, 1_000_000_001.0))
    settings = Settings(clock=lambda: next(clocks))
    times = []
    for version in (1, 2, 3):
        publish(target_from_url(str(root)), prepared(tmp_path, version), settings)
        times.append(int((root / "current/index.html").stat().st_mtime))
    assert times == [2_000_000_000, 2_000_000_001, 2_000_000_002]
    proof = verify_folder(root)
    assert [line.clock_back for line in proof.releases] == [False, True, False]
    assert proof.wrong == []


@pytest.mark.parametrize(
    "address",
    [
        "ssh://-oProxyCommand=id/x",
        "ssh://a@b;id/x",
        "ssh://a@b/x/../../etc",
        "ssh://a@b/x y",
        "ssh://a@b/$(id)",
        "sftp://a@b",
        "ftp://a@b/x",
        "ssh://a@-b/x",
        "ssh://a@b:x/y",
    ],
)
def test_addresses_that_a_shell_could_misread_are_refused(address: str) -> None:
    with pytest.raises(PublishError, match="không phải nơi đăng"):
        target_from_url(address)


Spoil = Callable[[Path], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "a\nb.html").write_text("x"),
        lambda site: (site / "-rf").write_text("x"),
        lambda site: (site / "a\\..\\b").write_text("x"),
        lambda site: (site / "ẩn\u202etxt.exe").write_text("x"),
        lambda site: (site / "ra-ngoai.html").symlink_to("/etc/passwd"),
        lambda site: (site / "ra-ngoai").symlink_to("/etc"),
        lambda site: (site / "cong-bo").mkdir(),
    ],
)
def test_odd_names_and_links_are_refused_before_anything_is_sent(tmp_path: Path, spoil: Spoil) -> None:
    from generator.publishing.prepare import prepare
    from tests.support.made_site import make_site

    site = make_site(tmp_path / "site", 1)
    spoil(site)
    with pytest.raises(PublishError):
        prepare(site, tmp_path / "release")


def test_plain_vietnamese_names_with_spaces_go_up(opened: Opened, tmp_path: Path) -> None:
    from generator.publishing.prepare import PreparedRelease, prepare
    from tests.support.made_site import make_site

    place, root = opened
    site = make_site(tmp_path / "site", 1)
    (site / "Mẫu đơn [số 1] (bản 'mới') $HOME.txt").write_text("Mẫu")
    publish(place, PreparedRelease(tmp_path / "release", prepare(site, tmp_path / "release")), Settings())
    assert verify_folder(root).wrong == []
    assert (root / "current/Mẫu đơn [số 1] (bản 'mới') $HOME.txt").read_text() == "Mẫu"
