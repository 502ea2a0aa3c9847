"""A folder on this machine, e.g. one served by a web server here, or a mounted share."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.file import replace_file
from generator.io.guard import OutputRefused, guard_place
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

OWN = frozenset({RELEASES, LOCKS})  # a folder that has these was published to before


class LocalTarget:
    """The folder `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.label = str(root)

    def check(self, inputs: Iterable[Path] = ()) -> None:
        """Raises PublishError when releases cannot be written here; writes nothing. inputs: folders that the command
        reads."""
        try:
            for folder in (self.root, *(self.root / name for name in (RELEASES, PARTS, LOCKS))):
                if _lexists(folder) and not folder.is_dir():
                    raise NotADirectoryError(errno.ENOTDIR, "", str(folder))
            if _lexists(self.root / CURRENT) and not (self.root / CURRENT).is_symlink():
                raise not_a_link(self.label)
            guard_place(self.root, OWN, inputs)
            above = next(folder for folder in (self.root, *self.root.parents) if _lexists(folder))
            if not above.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "", str(above))
        except OutputRefused as refused:
            raise PublishError(str(refused), wrong_call=True) from None
        except OSError as error:
            why = "không phải thư mục" if error.errno == errno.ENOTDIR else cause_of(error)
            raise PublishError(
                f"Không đăng vào {self.label} được: {error.filename or self.root}: {why}.",
                "Đổi tên hay sửa chỗ ấy, hoặc chọn nơi khác.",
                wrong_call=True,
            ) from None
        if not os.access(above, os.W_OK | os.X_OK):
            raise PublishError(
                f"Không đăng vào {self.label} được: không có quyền ghi ở {above}, hoặc ổ đĩa chỉ cho đọc.",
                "Xem lại quyền của thư mục ấy rồi chạy lại.",
            )

    def prepare(self) -> None:
        self.check()
        with self._explained("tạo thư mục"):
            for folder in (self.root, *(self.root / name for name in (RELEASES, PARTS, LOCKS))):
                if not folder.is_dir():
                    folder.mkdir(parents=True)
                    folder.chmod(0o755)  # the web server runs as another user

    def close(self) -> None:
        pass

    def listdir(self, folder: str) -> list[str]:
        with self._explained(f"đọc {folder}"):
            try:
                return sorted(os.listdir(self.root / folder))
            except FileNotFoundError:
                return []

    def read(self, path: str) -> bytes | None:
        with self._explained(f"đọc {path}"):
            data = read_small(self.root / path)
        if data is not None and len(data) > MAX_READ:
            raise too_large(self.label, path)
        return data

    def write(self, path: str, data: bytes) -> None:
        file = self.root / path
        with self._explained(f"ghi {path}"):
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, data, mode=0o644, durable=True)

    def rename(self, old: str, new: str) -> bool:
        try:
            os.rename(self.root / old, self.root / new)
        except OSError:
            if (self.root / new).exists() or not (self.root / old).exists():
                return False
            raise PublishError(f"Không đổi được tên {old} thành {new} ở {self.label}.") from None
        return True

    def remove(self, path: str) -> None:
        target = self.root / path
        if target.is_symlink() or target.is_file():
            target.unlink(missing_ok=True)
        else:
            shutil.rmtree(target, ignore_errors=True)

    def link(self, old: str, new: str, paths: list[str]) -> None:
        with self._explained("tạo thư mục"):
            self._folders(new, paths)
        for path in paths:
            try:
                os.link(self.root / old / path, self.root / new / path, follow_symlinks=False)
            except OSError:
                continue

    def upload(self, source: Path, folder: str, paths: list[str]) -> None:
        with self._explained("chép tệp"):
            self._folders(folder, paths)
            for path in paths:
                target = self.root / folder / path
                target.unlink(missing_ok=True)  # it may be a hard link to an older release
                shutil.copyfile(source / path, target)
                target.chmod(0o644)
                time = (source / path).stat().st_mtime
                os.utime(target, (time, time))

    def delete(self, folder: str, paths: list[str]) -> None:
        with self._explained("xóa tệp thừa"):
            for path in paths:
                (self.root / folder / path).unlink(missing_ok=True)

    def hashes(self, folder: str) -> dict[str, str]:
        with self._explained("đọc lại tệp"):
            return file_hashes(self.root / folder)

    def sync(self, folder: str) -> None:
        with self._explained("ghi xuống đĩa"):
            for file in sorted((self.root / folder).rglob("*"), reverse=True):
                _to_disk(file)
            _to_disk(self.root / folder)

    def activate(self, folder: str, expected: str | None) -> None:
        if self.active() != expected:
            raise changed_meanwhile(self.label)
        with self._explained("chuyển bản"):
            _to_disk(self.root / RELEASES)
            new = self.root / f"{CURRENT}.new-{os.getpid()}"
            new.unlink(missing_ok=True)
            new.symlink_to(folder)
            new.replace(self.root / CURRENT)
            _to_disk(self.root)

    def active(self) -> str | None:
        try:
            return os.readlink(self.root / CURRENT)
        except OSError:
            return None

    def _folders(self, folder: str, paths: list[str]) -> None:
        for name in ["", *folders_of(paths)]:
            path = self.root / folder / name
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(0o755)

    @contextmanager
    def _explained(self, doing: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = cause_of(error)
            raise PublishError(f"Không {doing} được ở {self.label}: {why}.", after_failure(why)) from None


def file_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below `folder`, by path; an empty string for links, special files and files of more than
    MAX_HASHED bytes. Follows no link."""
    hashes: dict[str, str] = {}
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in files + [name for name in folders if os.path.islink(os.path.join(here, name))]:
            path = Path(here, name)
            hashes[path.relative_to(folder).as_posix()] = _hash(path)
    return hashes


def read_small(file: Path) -> bytes | None:
    """The bytes of a regular file, at most MAX_READ + 1; None for anything else (a link, a pipe, a device) or when it
    does not exist."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):
            return None
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as stream:
        return stream.read(MAX_READ + 1)


def _lexists(path: Path) -> bool:
    """os.path.lexists, which calls a path missing that the system refuses to look at: a name that is too long, a loop
    of links. Raises OSError for those."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _hash(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    sum, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            size += len(block)
            if size > MAX_HASHED:
                return ""
            sum.update(block)
    return sum.hexdigest()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
