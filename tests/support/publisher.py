"""A publisher to be killed: announces every operation on the place before it does it. It runs in a process of its own,
forked from one that has imported the program and has no threads."""

from __future__ import annotations

import os
import tempfile
import time
import traceback
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.publishing.error import PublishError
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from tests.support.made_site import compressed, prepared

FORKED = get_context("forkserver")
FORKED.set_forkserver_preload([__name__])


class Publisher:
    """Publishes a version from now on. pid: its process, which leads a group of its own. code: how it ended, None as
    long as it runs."""

    def __init__(self, address: str, config: Path | None, work: Path, version: int) -> None:
        self.receiver, sender = FORKED.Pipe(duplex=False)
        wanted = (sender, compressed(), address, config, work, version)
        self.process = FORKED.Process(target=_publish, args=wanted, daemon=True)
        self.process.start()
        sender.close()
        assert self.process.pid
        self.pid = self.process.pid

    def lines(self) -> Iterator[str]:
        """What it says next, until it ends."""
        while True:
            try:
                yield self.receiver.recv_bytes().decode()
            except (EOFError, OSError):  # ended, perhaps within a line
                return

    def wait(self, seconds: float | None = None) -> int:
        """Its exit code, below zero when it was killed."""
        self.process.join(seconds)
        assert self.process.exitcode is not None, "the publisher still runs"
        return self.process.exitcode


class Announcing:
    """A place that tells what it is about to do."""

    def __init__(self, place: Any, sender: Connection) -> None:
        self.place, self.label, self.sender = place, place.label, sender

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.place, name)
        if not callable(found):
            return found

        def announced(*given: Any) -> Any:
            self.sender.send_bytes(name.encode())
            return found(*given)

        return announced


def settings(address: str, shift: float = 0.0) -> Settings:
    """Our own record stands beside the place, the same whichever way leads there. shift: seconds by which the
    publisher's clock is wrong."""
    root = Path(f"/{urlsplit(address).path.lstrip('/')}")
    return Settings(keep=3, patience=8, clock=lambda: time.time() + shift, ledger=root.with_name("chinh.jsonl"))


def publish_version(address: str, config: Path | None, work: Path, version: int, shift: float = 0.0) -> None:
    """What the publisher does, in this process, which costs half a second less. Raises PublishError."""
    place = target_from_url(address, config)
    try:
        publish(place, prepared(work, version), settings(address, shift))
    finally:
        place.close()


def _publish(sender: Connection, copies: Path, address: str, config: Path | None, work: Path, version: int) -> None:
    """What the process does. copies: where those are that `prepared` need not compress again."""
    os.setsid()
    tempfile.tempdir = str(work.parent)  # what a killed one leaves behind goes with the test's folder
    code = 1
    try:
        ready = prepared(work, version, copies)
        place = Announcing(target_from_url(address, config), sender)
        sender.send_bytes(b"begin")
        try:
            outcome = publish(place, ready, settings(address))
            sender.send_bytes(f"done {outcome.manifest.number} {outcome.changed}".encode())
            code = 0
        except PublishError as refused:
            sender.send_bytes(f"refused {refused}".encode())
        finally:
            place.place.close()
    except Exception:
        sender.send_bytes(traceback.format_exc().encode())
    raise SystemExit(code)
