"""The record of our own publications: lost, begun, cut, damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.ledger import Ledger
from generator.publishing.release import Settings
from generator.publishing.rollback import rollback
from generator.publishing.verify import verify_folder
from tests.publishing.intruder import EVIL_NAME, add_hashed_file, replace
from tests.publishing.signed_site import REASON, Site
from tests.support.made_site import style


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
