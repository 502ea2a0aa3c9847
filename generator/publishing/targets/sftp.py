"""A host that allows only SFTP. Hashes are verified by downloading the files.

Requires OpenSSH's server, or another that supports posix-rename, symbolic and hard links: without posix-rename,
activation is refused, never done in two steps; without hard links everything is uploaded again.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest
from generator.publishing.release_paths import MANIFEST, RELEASE_ID, UNLISTED
from generator.publishing.target import (
    CURRENT,
    LOCKS,
    MAX_HASHED,
    MAX_READ,
    PARTS,
    RELEASES,
    after_failure,
    changed_meanwhile,
    folders_of,
    not_a_link,
    too_large,
)
from generator.publishing.targets.connection import Address, HostTarget
from generator.publishing.targets.local import file_hashes

MISSING = ("No such file", "not found")


class SftpTarget(HostTarget):
    """The folder `address.root` on a host, through the `sftp` client's batch mode."""

    def __init__(self, address: Address) -> None:
        super().__init__(address, ("-s", "sftp"))

    def prepare(self) -> None:
        folders = [self.address.root, *(f"{self.address.root}/{name}" for name in (RELEASES, PARTS, LOCKS))]
        root = _q(self.address.root)
        there = [f"ls -la {root}", f"cd {root}", f"cd {RELEASES}"]  # fails when it could not be created
        listed = self._batch([*(f"-mkdir {_q(folder)}" for folder in folders), *there])
        rows = [
            row
            for row in listed.splitlines()
            if row.rstrip().rpartition("/")[2] == CURRENT or row.endswith(f" {CURRENT}")
        ]
        if any(not row.startswith("l") for row in rows):
            raise not_a_link(self.label)

    def listdir(self, folder: str) -> list[str]:
        out = self._batch([f"-ls -1a {self._at(folder)}"])
        names = (line.strip().rpartition("/")[2] for line in out.splitlines() if not line.startswith("sftp>"))
        return sorted(name for name in names if name not in ("", ".", ".."))

    def read(self, path: str) -> bytes | None:
        with tempfile.TemporaryDirectory(prefix="tthc-sftp-") as folder:
            file = Path(folder) / "file"
            done = self._run([f"-get {self._at(path)} {_q(str(file))}"], MAX_READ)
            if file.is_file() and file.stat().st_size > MAX_READ // 2 and done.returncode:
                raise too_large(self.label, path)
            self._ended_well(done)
            return file.read_bytes() if file.is_file() else None

    def write(self, path: str, data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="tthc-sftp-") as folder:
            file = Path(folder) / "file"
            file.write_bytes(data)
            file.chmod(0o644)
            parents = [f"-mkdir {self._at(name)}" for name in folders_of([path])]
            self._batch(
                [
                    *parents,
                    f"put -pf {_q(str(file))} {self._at(path + '.new')}",
                    f"rename {self._at(path + '.new')} {self._at(path)}",
                ]
            )

    def rename(self, old: str, new: str) -> bool:
        done = self._run([f"rename {self._at(old)} {self._at(new)}"])
        return done.returncode == 0  # rename(2) refuses an existing folder that is not empty

    def remove(self, path: str) -> None:
        """SFTP has no recursive removal: delete every file by name, then the folders, deepest first."""
        files = self._files(path)
        folders = [path, *(f"{path}/{name}" for name in folders_of(files))]
        lines = [f"-rm {self._at(f'{path}/{name}')}" for name in files]
        self._batch(lines + [f"-rmdir {self._at(name)}" for name in reversed(folders)])

    def _files(self, folder: str) -> list[str]:
        try:
            manifest = Manifest.from_bytes(self.read(f"{folder}/{MANIFEST}") or b"")
        except PublishError:  # no link yet, or a broken one: list the folder
            return sorted(self.hashes(folder))
        return [*manifest.files, *UNLISTED]

    def link(self, old: str, new: str, paths: list[str]) -> None:
        lines = [f"-ln {self._at(f'{old}/{path}')} {self._at(f'{new}/{path}')}" for path in paths]
        self._batch([*self._folders(new, paths), *lines])

    def upload(self, source: Path, folder: str, paths: list[str]) -> None:
        for path in paths:
            (source / path).chmod(0o644)  # put -p keeps modes and times
        lines = self._folders(folder, paths)
        for path in paths:  # a hard link to an older release must not be written in place
            lines += [
                f"-rm {self._at(f'{folder}/{path}')}",
                f"put -pf {_q(str(source / path))} {self._at(f'{folder}/{path}')}",
            ]
        self._batch(lines)

    def delete(self, folder: str, paths: list[str]) -> None:
        self._batch([f"rm {self._at(f'{folder}/{path}')}" for path in paths])

    def hashes(self, folder: str) -> dict[str, str]:
        with tempfile.TemporaryDirectory(prefix="tthc-sftp-") as here:
            got = Path(here) / "copy"
            watch = _Watch(got)
            self._ended_well(self._run([f"get -r {self._at(folder)} {_q(str(got))}"], MAX_HASHED, watch.too_much))
            return file_hashes(got)

    def sync(self, folder: str) -> None:
        """Nothing to do: every file was put with fsync (put -f)."""

    def activate(self, folder: str, expected: str | None) -> None:
        if self.active() != expected:
            raise changed_meanwhile(self.label)
        new = self._at(f"{CURRENT}.new")
        self._batch([f"-rm {new}", f"ln -s {_q(folder)} {new}", f"rename {new} {self._at(CURRENT)}"])

    def active(self) -> str | None:
        """SFTP's client cannot read a link, but the release it points to contains its own id."""
        data = self.read(f"{CURRENT}/{RELEASE_ID}")
        return f"{RELEASES}/{data.decode().strip()}" if data else None

    def _folders(self, folder: str, paths: list[str]) -> list[str]:
        """Commands that make `folder` and those in it that the files are to be in."""
        wanted = [folder, *(f"{folder}/{name}" for name in folders_of(paths))]
        return [line for name in wanted for line in (f"-mkdir {self._at(name)}", f"-chmod 755 {self._at(name)}")]

    def _at(self, path: str) -> str:
        return _q(f"{self.address.root}/{path}")

    def _run(
        self, lines: list[str], max_bytes: int = MAX_HASHED, too_much: Callable[[], bool] = lambda: False
    ) -> subprocess.CompletedProcess[bytes]:
        """max_bytes: maximum size in bytes of a local file it writes (the shell counts in blocks of 512 or 1024)."""
        command = ["sftp", *self.connection.options("-P"), "-b", "-", "--", self.address.host]
        bounded = ["sh", "-c", f'ulimit -f {max_bytes // 512}; exec "$@"', "sh", *command]
        return self.connection.run(bounded, ("\n".join(lines) + "\n").encode(), too_much=too_much)

    def _batch(self, lines: list[str]) -> str:
        if not lines:
            return ""
        done = self._run(lines)
        self._ended_well(done)
        return done.stdout.decode("utf-8", "replace")

    def _ended_well(self, done: subprocess.CompletedProcess[bytes]) -> None:
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").splitlines()  # commands that may fail come first
            reasons = [line for line in lines if not any(mark in line for mark in MISSING)] or lines
            raise PublishError(
                f"SFTP tới {self.label} không xong: {reasons[-1] if reasons else 'mất kết nối'}.",
                after_failure(" ".join(lines)),
            )


class _Watch:
    """Detects that a folder being downloaded has grown too large; checks less often as time passes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.calls = folder, 0

    def too_much(self) -> bool:
        self.calls += 1
        if self.calls & (self.calls - 1):  # only after 1, 2, 4, 8 … seconds
            return False
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file()) > 4 * MAX_HASHED


def _q(path: str) -> str:
    """Quote a path for a batch line. Inside quotes the client still expands * ? [ by itself. A name chosen by a host
    may contain a line break, after which the client would read a command (`!` runs one on this machine): such names are
    refused."""
    if not path.isprintable():
        raise PublishError(f"Máy chủ có tệp tên lạ: {path!r}.", "Xem lại máy chủ; trang đang công khai vẫn như cũ.")
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
