"""A host with a shell and rsync. Requires GNU mv, find, xargs and sha256sum there, as every common Linux has."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.error import PublishError
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
from generator.publishing.targets.connection import Address, HostTarget, quote

GONE = 44  # our own exit code: does not exist, or exists already
MOVED = 45  # our own exit code: `current` points elsewhere


class SshTarget(HostTarget):
    """The folder `address.root` on a host, through a remote shell."""

    def __init__(self, address: Address) -> None:
        super().__init__(address, ("cat",))

    def prepare(self) -> None:
        code, _ = self._shell(
            f"umask 022; mkdir -p {RELEASES} {PARTS} {LOCKS} "
            "&& command -v rsync >/dev/null && command -v sha256sum >/dev/null || exit 1; "
            f"[ ! -e {CURRENT} ] || [ -L {CURRENT} ] || exit {GONE}",
            make_root=True,
            fine=(0, GONE),
        )
        if code == GONE:
            raise not_a_link(self.label)

    def listdir(self, folder: str) -> list[str]:
        _, out = self._shell(f"[ ! -d {quote(folder)} ] || ls -A1 {quote(folder)}")
        return sorted(line for line in out.decode("utf-8", "surrogateescape").split("\n") if line)

    def read(self, path: str) -> bytes | None:
        file = quote(path)
        script = f"[ -f {file} ] && [ ! -L {file} ] || exit {GONE}; head -c {MAX_READ + 1} {file}"
        code, out = self._shell(script, fine=(0, GONE))
        if len(out) > MAX_READ:
            raise too_large(self.label, path)
        return out if code == 0 else None

    def write(self, path: str, data: bytes) -> None:
        folder = path.rpartition("/")[0] or "."
        new = f"{quote(path)}.new-$$"
        self._shell(f"umask 022; mkdir -p {quote(folder)} && cat >{new} && mv -T {new} {quote(path)}", data)

    def rename(self, old: str, new: str) -> bool:
        script = (
            f"mv -T {quote(old, new)} 2>/dev/null && exit 0; "
            f"[ ! -e {quote(new)} ] && [ -e {quote(old)} ] || exit {GONE}; mv -T {quote(old, new)}"
        )
        return self._shell(script, fine=(0, GONE))[0] == 0

    def remove(self, path: str) -> None:
        self._shell(f"chmod -R u+w {quote(path)} 2>/dev/null; rm -rf {quote(path)}")

    def link(self, old: str, new: str, paths: list[str]) -> None:
        self._folders(new, paths)
        if paths:
            self._shell(
                f"there=$PWD/{quote(new)}; cd {quote(old)} 2>/dev/null "
                '&& xargs -0 -r cp -l --parents -t "$there" -- 2>/dev/null; true',
                _zeros(paths),
            )

    def upload(self, source: Path, folder: str, paths: list[str]) -> None:
        self._folders(folder, [])
        shell = quote("ssh", *self.connection.options())
        target = f"{self.address.host}:{self.address.root}/{folder}/"
        command = [
            "rsync",
            "-rtp",
            "--chmod=D755,F644",
            "--from0",
            "--files-from=-",
            "--timeout=60",
            "-s",
            "-e",
            shell,
            f"{source}/",
            target,
        ]
        done = self.connection.run(command, _zeros(paths))
        if done.returncode:
            raise self._failed("tải tệp lên", done.stderr)

    def delete(self, folder: str, paths: list[str]) -> None:
        if paths:
            self._shell(f"cd {quote(folder)} && xargs -0 -r rm -f --", _zeros(paths))

    def hashes(self, folder: str) -> dict[str, str]:
        size = f"-size +{MAX_HASHED - 1}c"
        script = (
            f"cd {quote(folder)} && find . -type f ! {size} -print0 | xargs -0 -r sha256sum -z -- && echo && "
            f"find . ! -type d '(' ! -type f -o {size} ')' -print0"
        )
        _, out = self._shell(script)
        plain, _, irregular = out.rpartition(b"\n")
        found = {
            row[68:].decode("utf-8", "surrogateescape"): row[:64].decode("ascii", "replace")
            for row in plain.split(b"\0")
            if row
        }
        return found | {row[2:].decode("utf-8", "surrogateescape"): "" for row in irregular.split(b"\0") if row}

    def sync(self, folder: str) -> None:
        self._shell(f"sync -f {quote(folder)} 2>/dev/null || sync")

    def activate(self, folder: str, expected: str | None) -> None:
        script = (
            f'[ "$(readlink {CURRENT})" = {quote(expected or "")} ] || exit {MOVED}; '
            f"ln -s {quote(folder)} {CURRENT}.new-$$ && mv -T {CURRENT}.new-$$ {CURRENT} && sync -f . 2>/dev/null; "
            f'[ "$(readlink {CURRENT})" = {quote(folder)} ]'
        )
        if self._shell(script, fine=(0, MOVED))[0] == MOVED:
            raise changed_meanwhile(self.label)

    def active(self) -> str | None:
        _, out = self._shell(f"readlink {CURRENT} || true")
        return out.decode("utf-8", "surrogateescape").strip() or None  # sent back unchanged to change the link

    def _folders(self, folder: str, paths: list[str]) -> None:
        wanted = [folder, *(f"{folder}/{name}" for name in folders_of(paths))]
        self._shell("umask 022; xargs -0 mkdir -p", _zeros(wanted))

    def _shell(
        self, script: str, data: bytes | None = None, fine: tuple[int, ...] = (0,), make_root: bool = False
    ) -> tuple[int, bytes]:
        root = quote(self.address.root)
        start = f"mkdir -p {root} && cd {root} || exit 1; " if make_root else f"cd {root} || exit 1; "
        command = [
            "ssh",
            *self.connection.options(),
            "--",
            self.address.host,
            f"LC_ALL=C exec sh -c {quote(start + script)}",
        ]
        done = self.connection.run(command, data)
        if done.returncode not in fine:
            raise self._failed("chạy lệnh", done.stderr)
        return done.returncode, done.stdout

    def _failed(self, doing: str, stderr: bytes) -> PublishError:
        lines = stderr.decode("utf-8", "replace").strip().splitlines()
        return PublishError(
            f"Không {doing} được ở {self.label}: {lines[0] if lines else 'mất kết nối'}.",
            after_failure(" ".join(lines)),
        )


def _zeros(paths: list[str]) -> bytes:
    return b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
