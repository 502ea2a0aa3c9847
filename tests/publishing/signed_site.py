"""A place with three signed releases, for the tests of what somebody who can write there may do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.release import PublishResult, Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_folder
from tests.publishing.intruder import EVIL
from tests.support.made_site import prepared
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

    def copied_record(self, folder: str) -> Path:
        """A copy of our record below `folder`, as another machine has it."""
        file = self.settings.ledger
        assert file
        return Path(shutil.copytree(file.parent, self.folder / folder)) / file.name

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
