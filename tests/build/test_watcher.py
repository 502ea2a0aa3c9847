"""A saved file is seen at once; reading one, and what a build leaves behind, is not."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler

from generator.build.watcher import (
    ChangesBeforeWatching,
    RelevantChangesHandler,
    native_observer,
    rebuild_once_started,
)
from generator.mkdocs_plugin import _load


class Seen(FileSystemEventHandler):
    def __init__(self) -> None:
        self.paths: list[str] = []
        self.met = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.paths.append(str(event.src_path))
        self.met.set()

    def wait_for(self, path: str) -> bool:
        """Whether an event of `path` comes."""
        end = time.monotonic() + 20
        while path not in self.paths and time.monotonic() < end:
            self.met.wait(end - time.monotonic())
            self.met.clear()
        return path in self.paths


@contextmanager
def watching(path: str, seen: Seen, *, recursive: bool = True) -> Iterator[None]:
    """`path` is watched by an observer that tells `seen`."""
    observer = native_observer()
    assert observer is not None
    observer.schedule(seen, path, recursive=recursive)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def test_what_a_build_does_to_files_is_no_change() -> None:
    seen = Seen()
    passed = RelevantChangesHandler(seen)
    for event in (
        FileOpenedEvent("content/a.yml"),
        FileModifiedEvent("theme/__pycache__/a.html"),
        FileModifiedEvent("content/.a.yml.swp"),
    ):
        passed.on_any_event(event)
    assert seen.paths == []
    passed.on_any_event(FileModifiedEvent("content/a.yml"))
    assert seen.paths == ["content/a.yml"]


def test_a_saved_file_is_seen(tmp_path: Path) -> None:
    seen = Seen()
    with watching(str(tmp_path), seen):
        (tmp_path / "a.yml").write_text("ten: A\n", "utf-8")
        assert seen.met.wait(20)


def test_another_folder_in_its_place_is_watched(tmp_path: Path) -> None:
    """As by `git checkout`, or an archive unpacked there: events stay with the folder that was moved away."""
    content, seen = tmp_path / "content", Seen()
    content.mkdir()
    (tmp_path / "other").mkdir()
    with watching(str(content), seen):
        content.rename(tmp_path / "before")
        (tmp_path / "other").rename(content)
        assert seen.met.wait(20)
        seen.met.clear()
        (content / "a.yml").write_text("ten: A\n", "utf-8")
        assert seen.met.wait(20)


def test_a_link_as_content_folder_is_watched_wherever_it_leads(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "content").symlink_to("one")
    config = _load(None, tmp_path / "content", None)
    assert config is not None
    seen = Seen()
    with watching(config.docs_dir, seen):
        (tmp_path / "one/a.yml").write_text("ten: A\n", "utf-8")
        assert seen.wait_for(str(tmp_path / "one/a.yml"))
        (tmp_path / "new").symlink_to("two")
        (tmp_path / "new").rename(tmp_path / "content")
        assert seen.wait_for(config.docs_dir)
        (tmp_path / "two/b.yml").write_text("ten: B\n", "utf-8")
        assert seen.wait_for(str(tmp_path / "two/b.yml"))


def test_a_file_that_an_editor_put_in_place_of_another_is_watched(tmp_path: Path) -> None:
    file, seen = tmp_path / "mkdocs.yml", Seen()
    file.write_text("plugins: []\n", "utf-8")
    with watching(str(file), seen, recursive=False):
        for text in ("plugins: [tthc]\n", "plugins: [search]\n"):
            (tmp_path / "new").write_text(text, "utf-8")
            seen.paths.clear()
            (tmp_path / "new").rename(file)
            assert seen.wait_for(str(file))
        seen.paths.clear()
        file.write_text("plugins: []\n", "utf-8")
        assert seen.wait_for(str(file))


def test_polling_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_POLL", "1")
    assert native_observer() is None


@pytest.mark.parametrize("change", ["none", "saved", "new", "gone", "replaced"])
def test_what_was_saved_during_the_first_build_is_built_once_more(tmp_path: Path, change: str) -> None:
    content, rebuilt = tmp_path / "content", []
    content.mkdir()
    file = content / "a.yml"
    file.write_text("ten: A\n", "utf-8")
    earlier = ChangesBeforeWatching([str(content), str(tmp_path / "mkdocs.yml")])
    if change == "saved":
        file.write_text("ten: An\n", "utf-8")
    elif change == "new":
        (tmp_path / "mkdocs.yml").touch()
    elif change == "gone":
        file.unlink()
    elif change == "replaced":
        file.rename(content / ".b")
        file.write_text("ten: B\n", "utf-8")
    observer = native_observer()
    assert observer is not None
    rebuild_once_started(observer, earlier, lambda: rebuilt.append(change))
    observer.start()
    observer.stop()
    observer.join()
    assert rebuilt == [change] * (change != "none")
