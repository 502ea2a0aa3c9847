"""Somebody can write on the web host. Nothing of his is ever taken over or signed: it is refused, or replaced and
reported."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.ledger import Ledger
from generator.publishing.prepare import PreparedRelease, prepare
from generator.publishing.release import PublishResult, Settings, publish
from generator.publishing.release_paths import SNAPSHOT
from generator.publishing.rollback import rollback
from generator.publishing.sign import Signers
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_folder
from tests.publishing.intruder import (
    EVIL,
    EVIL_NAME,
    add_hashed_file,
    change_page,
    manifest_of,
    point_back,
    replace,
    rewrite_list,
    rewrite_manifest,
)
from tests.support.made_site import make_site, prepared, style
from tests.support.servers import program

REASON = "đã xem lại máy chủ cùng quản trị viên"


class Site:
    """A place with three releases, signed with the key of one person. published: another one, to be copied."""

    def __init__(self, folder: Path, published: Site | None = None) -> None:
        self.folder, self.root = folder, folder / "www"
        self.place = target_from_url(str(self.root))
        self.key, self.allowed = folder / "key", folder / "allowed"
        self.settings = Settings(key=self.key, ledger=folder / "publications/chinh.jsonl")
        self.runs = 0
        if published:
            shutil.copytree(published.folder, folder, symlinks=True, dirs_exist_ok=True)
            self.ids, self.runs = published.ids, published.runs
            return
        new_key(self.key)
        self.allowed.write_text(f"can-bo {public(self.key)}\n")
        self.ids = [self.publish(version).manifest.id for version in (1, 2, 3)]

    @property
    def current(self) -> Path:
        return (self.root / "current").resolve()

    def publish(self, version: int, **more: object) -> PublishResult:
        self.runs += 1
        given = {name: getattr(self.settings, name) for name in Settings.__slots__} | more
        return publish(self.place, prepared(self.folder / f"run-{self.runs}", version), Settings(**given))

    def refused(self, version: int = 9, **more: object) -> str:
        with pytest.raises(PublishError) as refused:
            self.publish(version, **more)
        return str(refused.value)

    def list(self) -> list[release_log.ReleaseLogEntry]:
        return release_log.parse_log((self.root / "current/cong-bo/danh-sach.jsonl").read_bytes())

    def sound(self) -> None:
        """What is public is ours, whole, signed, and goes on from everything we ever published."""
        proof = verify_folder(self.root, self.allowed, self.settings.ledger)
        assert (proof.wrong, proof.signed_by, proof.recorded) == ([], "can-bo", True)
        assert [line.id for line in proof.releases][:3] == self.ids
        assert not any(EVIL in file.read_bytes() for file in self.current.rglob("*") if file.is_file())


def new_key(file: Path) -> Path:
    subprocess.run([program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(file)], check=True)
    return file


def public(key: Path) -> str:
    return " ".join(key.with_suffix(".pub").read_text().split()[:2])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("published"))


@pytest.fixture
def site(tmp_path: Path, published: Site) -> Site:
    return Site(tmp_path, published)


def test_rollback_does_not_sign_an_old_release_that_was_changed(site: Site) -> None:
    change_page(site.root / "releases" / site.ids[1])
    with pytest.raises(PublishError, match="đã hỏng hoặc bị sửa"):
        rollback(site.place, site.settings)
    with pytest.raises(PublishError, match="đã hỏng hoặc bị sửa"):
        rollback(site.place, site.settings, "2")
    assert site.list()[-1].id == site.ids[2]
    rollback(site.place, site.settings, "1")
    site.sound()


def test_rollback_knows_no_release_that_we_did_not_publish(site: Site) -> None:
    shutil.copytree(site.root / "releases" / site.ids[1], site.root / "releases/00002-0123456789ab")
    with pytest.raises(PublishError, match="không còn bản"):
        rollback(site.place, site.settings, "00002-0123456789ab")
    assert rollback(site.place, site.settings, "2").manifest.of == site.ids[1]


@pytest.mark.parametrize(
    ("attack", "line"),
    [(change_page, 3), (add_hashed_file, 3), (rewrite_list, 1)],
)
@pytest.mark.parametrize("version", [3, 9])
def test_a_list_that_does_not_go_on_from_ours_stops_everything(
    site: Site, attack: Callable[[Path], None], line: int, version: int
) -> None:
    attack(site.current)
    before = sorted(path.name for path in (site.root / "releases").iterdir())
    said = site.refused(version)
    assert f"từ dòng {line}" in said and "--accept-host" in said
    with pytest.raises(PublishError, match=f"từ dòng {line}"):
        rollback(site.place, site.settings)
    assert sorted(path.name for path in (site.root / "releases").iterdir()) == before
    outcome = site.publish(version, reason=REASON)
    assert outcome.reason == REASON
    assert site.list()[-1].reason == REASON and not site.list()[-1].adopted
    assert not (site.current / EVIL_NAME).exists() and EVIL_NAME not in manifest_of(site.current).files
    site.sound()
    assert not site.publish(version).changed


def test_a_line_that_somebody_added_is_not_ours(site: Site) -> None:
    """He publishes a release of his own with this very tool."""
    publish(site.place, prepared(site.folder / "his", 7), Settings(ledger=_copied(site, "his-record")))
    assert len(site.list()) == 4
    assert "từ dòng 4" in site.refused()
    site.publish(9, reason=REASON)
    assert [line.number for line in site.list()] == [1, 2, 3, 5]
    site.sound()


def test_current_pointed_back_is_noticed_and_newer_releases_stay(site: Site) -> None:
    point_back(site.root, site.ids[0])
    proof = verify_folder(site.root, site.allowed, site.settings.ledger)
    assert any(site.ids[0] in line and site.ids[2] in line for line in proof.wrong)
    said = site.refused()
    assert f"bản cũ {site.ids[0]}" in said and site.ids[2] in said
    assert sorted(path.name for path in (site.root / "releases").iterdir()) == site.ids
    site.publish(9, reason=REASON)
    assert sorted(path.name for path in (site.root / "releases").iterdir())[:3] == site.ids
    site.sound()


def test_current_pointed_elsewhere_is_noticed(site: Site) -> None:
    other = site.root / "releases/00003-0123456789ab"
    shutil.copytree(site.current, other)
    replace(other / "index.html", EVIL)
    point_back(site.root, other.name)
    assert other.name in site.refused()
    site.publish(9, reason=REASON)
    site.sound()


def test_current_taken_away_is_noticed(site: Site) -> None:
    (site.root / "current").unlink()
    assert "không còn bản nào công khai" in site.refused()
    assert sorted(path.name for path in (site.root / "releases").iterdir()) == site.ids
    site.publish(9, reason=REASON)
    site.sound()


def test_a_new_disk_goes_on_from_our_record(site: Site) -> None:
    shutil.rmtree(site.root)
    assert "không còn bản nào công khai" in site.refused()
    site.publish(3, reason="máy chủ được cài lại")
    assert [line.number for line in site.list()] == [1, 2, 3, 4]
    site.sound()


Spoil = Callable[[Path], object]


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda folder: replace(folder / "index.html", EVIL), "index.html"),
        (lambda folder: replace(folder / "thu-tuc/5/index.html.br", b"x"), "thu-tuc/5/index.html.br"),
        (lambda folder: replace(folder / style(2), EVIL), style(2)),  # stays for open tabs
        (lambda folder: (folder / style(3)).unlink(), style(3)),
        (lambda folder: replace(folder / "them.html", EVIL), "them.html"),
        (lambda folder: replace(folder / EVIL_NAME, EVIL), EVIL_NAME),
        (lambda folder: replace(folder / "cong-bo/ma.txt", b"00099-ffffffffffff\n"), "cong-bo/ma.txt"),
        (lambda folder: replace(folder / ".htaccess", EVIL), ".htaccess"),
        (lambda folder: replace(folder / "cong-bo/.htaccess", EVIL), "cong-bo/.htaccess"),
        (lambda folder: replace(folder.parent / ".htaccess", EVIL), "releases/.htaccess"),
        (lambda folder: (folder / "cong-bo/manifest.json.sig").unlink(), "cong-bo/manifest.json.sig"),
        (lambda folder: replace(folder / "cong-bo/manifest.json.sig", b"x"), "cong-bo/manifest.json.sig"),
        (lambda folder: replace(folder / "cong-bo/manifest.json", b"{}"), "cong-bo/manifest.json"),
        (lambda folder: (folder / "cong-bo/manifest.json").unlink(), "cong-bo/manifest.json"),
        (lambda folder: (folder / "ra-ngoai").symlink_to("/etc"), "ra-ngoai"),
    ],
)
@pytest.mark.parametrize("version", [3, 9])
def test_a_damaged_release_is_replaced_and_reported(site: Site, spoil: Spoil, named: str, version: int) -> None:
    spoil(site.current)
    outcome = site.publish(version)
    assert outcome.changed and [line for line in outcome.damaged if line.startswith(f"{named}: ")], outcome.damaged
    assert len(outcome.damaged) == 1
    (site.root / "releases/.htaccess").unlink(missing_ok=True)  # is nobody's release: only reported
    site.sound()
    assert not site.publish(version).changed


def test_a_kept_file_that_was_changed_is_dropped(site: Site) -> None:
    replace(site.current / style(1), EVIL)
    replace(site.root / "releases" / site.ids[0] / style(1), EVIL)
    site.publish(9)
    assert not (site.current / style(1)).exists()
    assert (site.current / style(2)).is_file()
    site.sound()


def test_what_changed_is_not_told_from_records_that_somebody_else_wrote(tmp_path: Path) -> None:
    place, settings = target_from_url(str(tmp_path / "www")), Settings(ledger=tmp_path / "chinh.jsonl")

    def ready(version: int) -> PreparedRelease:
        made = make_site(tmp_path / f"site-{version}", version)
        files = prepare(made, tmp_path / f"release-{version}", {SNAPSHOT: f'{{"a": "{version}"}}'.encode()})
        return PreparedRelease(
            tmp_path / f"release-{version}", files, describe=lambda before: (before or b"none").decode() + "\n"
        )

    assert publish(place, ready(1), settings).note == "none\n"
    assert publish(place, ready(2), settings).note == '{"a": "1"}\n'
    replace(tmp_path / "www/current" / SNAPSHOT, b'{"a": "lies"}')
    outcome = publish(place, ready(3), settings)
    assert "lies" not in outcome.note and "không còn nguyên vẹn" in outcome.note


def test_a_lost_record_stops_publishing(site: Site) -> None:
    lost = site.folder / "empty/chinh.jsonl"
    for run in (lambda: site.publish(9, ledger=lost), lambda: rollback(site.place, Settings(ledger=lost))):
        with pytest.raises(PublishError, match="không có sổ đăng"):
            run()
    assert not lost.exists() and site.list()[-1].id == site.ids[2]


def test_beginning_a_record_takes_over_the_list_and_nothing_else(site: Site) -> None:
    lost = site.folder / "new/chinh.jsonl"
    add_hashed_file(site.current)
    site.publish(9, ledger=lost, reason=REASON)
    assert [line.id for line in site.list()][:3] == site.ids
    assert site.list()[-1].adopted and site.list()[-1].reason == REASON
    assert not (site.current / EVIL_NAME).exists() and not (site.current / style(3)).exists()
    with pytest.raises(PublishError, match="trước khi bắt đầu giữ sổ"):
        rollback(site.place, Settings(key=site.key, ledger=lost))
    site.publish(10, ledger=lost)
    rollback(site.place, Settings(key=site.key, ledger=lost))
    assert verify_folder(site.root, site.allowed, lost).wrong == []


def test_a_list_that_cannot_be_read_is_not_taken_over(site: Site) -> None:
    replace(site.current / "cong-bo/danh-sach.jsonl", b"x")
    lost = site.folder / "new/chinh.jsonl"
    site.publish(9, ledger=lost, reason=REASON)
    assert [line.number for line in site.list()] == [4]
    assert verify_folder(site.root, site.allowed, lost).wrong == []


def test_releases_without_current_are_nobodys_first_publication(site: Site) -> None:
    (site.root / "current").unlink()
    with pytest.raises(PublishError, match="không có sổ đăng"):
        site.publish(9, ledger=site.folder / "empty/chinh.jsonl")
    assert sorted(path.name for path in (site.root / "releases").iterdir()) == site.ids


@pytest.mark.parametrize("step", ["begin", "commit"])
def test_a_run_that_is_cut_around_the_switch_is_understood(
    site: Site, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(Ledger, step)

    def cut(ledger: Ledger, *given: object) -> None:
        if step == "begin":
            whole(ledger, *given)
        raise KeyboardInterrupt

    monkeypatch.setattr(Ledger, step, cut)
    with pytest.raises(KeyboardInterrupt):
        site.publish(4)
    monkeypatch.undo()
    assert verify_folder(site.root, site.allowed, site.settings.ledger).wrong == []
    outcome = site.publish(4)
    assert outcome.changed is (step == "begin")
    assert [line.number for line in site.list()] == [1, 2, 3, 4]
    site.sound()
    assert site.publish(5).damaged == []


def test_without_a_record_nothing_is_switched(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(ledger: Ledger, file: Path, data: bytes) -> None:
        raise PublishError(f"Không ghi được sổ đăng {file}")

    monkeypatch.setattr(Ledger, "_write", full)
    assert "Không ghi được sổ đăng" in site.refused()
    assert site.list()[-1].id == site.ids[2]
    monkeypatch.undo()
    site.publish(9)
    site.sound()


@pytest.mark.parametrize("spoilt", [b"<<<<<<< HEAD\n", b'{"so":1}\n', b"\xff"])
def test_a_record_that_was_damaged_here_is_not_passed_over(site: Site, spoilt: bytes) -> None:
    file = site.settings.ledger
    assert file
    file.write_bytes(spoilt + file.read_bytes())
    assert f"Sổ đăng {file} hỏng" in site.refused(reason=REASON)


def test_the_list_alone_is_record_enough(site: Site) -> None:
    """The other two files only spare what the host no longer has."""
    file = site.settings.ledger
    assert file
    for other in file.parent.glob("chinh.manifest*"):
        other.unlink()
    rollback(site.place, site.settings)
    site.sound()
    for other in file.parent.glob("chinh.manifest*"):
        other.unlink()
    rewrite = site.current / "cong-bo/manifest.json"
    replace(rewrite, rewrite.read_bytes() + b" ")
    assert any("manifest.json: đã bị sửa" in line for line in site.publish(9).damaged)
    site.sound()


def _copied(site: Site, folder: str) -> Path:
    file = site.settings.ledger
    assert file
    return Path(shutil.copytree(file.parent, site.folder / folder)) / file.name


def test_another_machine_of_ours_is_known_by_its_signature(site: Site) -> None:
    signers = Signers(people=(("Chánh Văn phòng", public(site.key)),))
    other = _copied(site, "other")
    site.publish(4, ledger=other, signers=signers)
    assert "từ dòng 4" in site.refused(5)  # nobody is named: anybody could have made this list
    site.publish(5, signers=signers)
    assert [line.number for line in site.list()] == [1, 2, 3, 4, 5]
    stranger = new_key(site.folder / "stranger")
    publish(site.place, prepared(site.folder / "his", 7), Settings(key=stranger, ledger=_copied(site, "his-record")))
    assert "từ dòng 6" in site.refused(8, signers=signers)


def test_once_people_are_named_everything_is_signed_by_one(site: Site) -> None:
    robot, stranger = new_key(site.folder / "robot"), new_key(site.folder / "stranger")
    named = Signers((("Chánh Văn phòng", public(site.key)),), (("chinh", public(robot)),))
    assert "chưa được ký" in site.refused(4, signers=named, key=None)
    assert "không phải của người được phép ký" in site.refused(4, signers=named, key=stranger)
    assert "chỉ có chữ ký của máy đăng" in site.refused(4, signers=named, key=robot)
    assert site.list()[-1].id == site.ids[2]
    site.publish(4, signers=named)
    proof = verify_folder(site.root, named, site.settings.ledger)
    assert (proof.wrong, proof.signed_by, proof.by_machine) == ([], "Chánh Văn phòng", False)


def test_what_nobody_named_signed_is_not_built_on(site: Site) -> None:
    signers = Signers((("Chánh Văn phòng", public(new_key(site.folder / "chief"))),))
    chief = site.folder / "chief"
    for run in (
        lambda: site.publish(4, signers=signers, key=chief),
        lambda: rollback(site.place, _with(site, signers)),
    ):
        with pytest.raises(PublishError, match="không dùng làm nền được"):
            run()
    site.publish(4, signers=signers, key=chief, reason="từ nay Chánh Văn phòng ký")
    (site.current / "cong-bo/manifest.json.sig").unlink()
    assert "chưa được ký" in site.refused(5, signers=signers, key=chief)
    assert "chưa được ký" in verify_folder(site.root, signers, site.settings.ledger).wrong


def _with(site: Site, signers: Signers) -> Settings:
    return Settings(key=site.folder / "chief", ledger=site.settings.ledger, signers=signers)


def test_a_machines_signature_is_not_said_to_be_a_persons(site: Site) -> None:
    robots = Signers(machines=(("chinh", public(site.key)),))
    proof = verify_folder(site.root, robots)
    assert proof.by_machine and "không phải chữ ký của người" in proof.signed_by
    both = Signers((("Chánh Văn phòng", public(new_key(site.folder / "chief"))),), robots.machines)
    assert "chỉ có chữ ký của máy đăng, chưa có chữ ký của người ký" in verify_folder(site.root, both).wrong


@pytest.mark.parametrize("kind", ["ssh", "sftp"])
def test_the_same_over_a_line(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root, settings = tmp_path / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    place = target_from_url(f"{kind}://may-chu{root}", request.getfixturevalue(f"{kind}_server").config)
    try:
        ids = [publish(place, prepared(tmp_path, version), settings).manifest.id for version in (1, 2)]
        replace(root / "current/thu-tuc/1/index.html", EVIL)
        outcome = publish(place, prepared(tmp_path / "again", 2), settings)
        assert outcome.damaged == ["thu-tuc/1/index.html: nội dung khác bản đã đăng"]
        point_back(root, ids[0])
        with pytest.raises(PublishError, match=f"bản cũ {ids[0]}"):
            publish(place, prepared(tmp_path, 3), settings)
        point_back(root, outcome.manifest.id)
        add_hashed_file((root / "current").resolve())
        with pytest.raises(PublishError, match="từ dòng 3"):
            publish(place, prepared(tmp_path / "more", 3), settings)
        publish(place, prepared(tmp_path / "most", 3), Settings(ledger=settings.ledger, reason=REASON))
        assert verify_folder(root, None, settings.ledger).wrong == []
        assert not (root / "current" / EVIL_NAME).exists()
    finally:
        place.close()


def test_an_intruder_cannot_make_up_numbers(site: Site) -> None:
    (site.root / "releases/99999999-0123456789ab").mkdir()
    (site.root / "releases/²0003-0123456789ab").mkdir()
    rewrite_manifest(site.current, lambda manifest: setattr(manifest, "number", 99_999_999))
    site.publish(9, ledger=site.folder / "new/chinh.jsonl", reason=REASON)
    assert site.list()[-1].number < 100_010
    site.publish(10, ledger=site.folder / "new/chinh.jsonl")
