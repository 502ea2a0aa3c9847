"""Somebody can write on the web host. Nothing of his is ever taken over or signed: it is refused, or replaced and
reported."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.prepare import PreparedRelease, prepare
from generator.publishing.release import Settings, publish
from generator.publishing.release_paths import SNAPSHOT
from generator.publishing.rollback import rollback
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
from tests.publishing.signed_site import REASON, Site
from tests.support.made_site import make_site, prepared, style
from tests.support.night import at_night


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
    publish(site.place, prepared(site.folder / "his", 7), Settings(ledger=site.copied_record("his-record")))
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
@pytest.mark.parametrize("version", [9, *at_night(3)])
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


@pytest.mark.parametrize("kind", ["sftp", *at_night("ssh")])
def test_the_same_over_a_line(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root, settings = tmp_path / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    place = target_from_url(f"{kind}://may-chu{root}", request.getfixturevalue(f"{kind}_server").config)
    try:
        here = target_from_url(str(root))  # over the line it would take ten times as long
        ids = [publish(here, prepared(tmp_path, version), settings).manifest.id for version in (1, 2)]
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
