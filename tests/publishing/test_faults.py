"""A publisher is killed at many moments, the switch included, while readers fetch from real servers all the time: they
never see a missing, mixed or truncated page, and the next run goes on.

TTHC_KILLS=200 sets the number of kills for each kind of target, TTHC_SEED picks other moments; the default keeps the
suite quick.
"""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publishing.verify import verify_folder
from generator.publishing.webservers import apache as apache_config
from generator.publishing.webservers import nginx as nginx_config
from generator.publishing.webservers.policy import ServerPolicy
from tests.support.made_site import prepared
from tests.support.publisher import Publisher, publish_version
from tests.support.readers import Reader
from tests.support.servers import SshServer, apache, free_port, nginx

KILLS = int(os.environ.get("TTHC_KILLS", "0"))
SEED = int(os.environ.get("TTHC_SEED", "20231231"))
OPERATIONS = (
    "prepare",
    "listdir",
    "write",
    "rename",
    "active",
    "read",
    "link",
    "upload",
    "hashes",
    "delete",
    "sync",
    "remove",
)


@dataclass
class Run:
    """One run of the publisher. said: its lines."""

    said: list[str]
    code: int

    @property
    def done(self) -> bool:
        return self.code == 0


def run(
    address: str, config: Path | None, work: Path, version: int, kill: tuple[str, int, float, bool] | None = None
) -> Run:
    """kill: (operation, which time, seconds after its begin, with all its children)."""
    publisher = Publisher(address, config, work, version)
    said: list[str] = []
    seen = 0
    for line in publisher.lines():
        said.append(line)
        seen += kill is not None and line == kill[0]
        if kill and seen == kill[1]:
            time.sleep(kill[2])
            with suppress(ProcessLookupError):  # done before the blow: its code says so
                os.killpg(publisher.pid, signal.SIGKILL) if kill[3] else os.kill(publisher.pid, signal.SIGKILL)
            break
    return Run(said, publisher.wait())


def moments(count: int, seed: int) -> list[tuple[str, int, float, bool]]:
    """Where to kill: a quarter at the switch itself, the rest spread over all operations."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        name = "activate" if number % 4 == 0 else chance.choice(OPERATIONS)
        times = {"listdir": 6, "read": 8, "write": 6, "hashes": 3, "rename": 2}.get(name, 1)
        found.append(
            (
                name,
                chance.randint(1, times),
                chance.choice((0.0, 0.001, 0.003, chance.uniform(0, 0.05))),
                chance.random() < 0.7,
            )
        )
    return found


def address_of(kind: str, root: Path, request: pytest.FixtureRequest) -> tuple[str, Path | None]:
    if kind == "local":
        return str(root), None
    server: SshServer = request.getfixturevalue(f"{kind}_server")
    return f"{kind}://may-chu{root}", server.config


@pytest.mark.parametrize(("kind", "usual"), [("local", 4), ("ssh", 3), ("sftp", 2)])
def test_readers_never_notice_a_killed_publisher(
    kind: str, usual: int, open_folder: Path, request: pytest.FixtureRequest
) -> None:
    count = KILLS or usual
    root = open_folder / "www"
    address, config = address_of(kind, root, request)
    publish_version(str(root), None, open_folder / "first", 1)  # over a line it would take ten times as long
    killed = finished = resumed = 0
    with ExitStack() as stack:
        readers = [stack.enter_context(Reader(base)) for base in served(open_folder, root, stack)]
        version = 2
        for number, moment in enumerate(moments(3 * count, seed=SEED)):
            if number >= count and killed >= count * 0.6:
                break  # more only where many were done before the blow, or the operation did not come so often
            work = open_folder / f"work-{number}"
            outcome = run(address, config, work, version, moment)
            killed += outcome.code < 0
            finished += outcome.done
            assert outcome.code <= 0, outcome.said[-1]
            if number % 3 == 2 or outcome.done:  # two killed runs of the same version, then one of a newer
                version += 1
        publish_version(address, config, open_folder / "last", version)
        resumed = version
        end = time.monotonic() + 20
        while any(reader.version != version for reader in readers) and time.monotonic() < end:
            time.sleep(0.05)
    assert killed >= count * 0.6
    for reader in readers:
        assert reader.wrong == []
        assert reader.version == version
        assert reader.pages > count
    by_nginx, by_apache = readers
    assert by_nginx.cut == 0
    assert by_apache.cut <= by_apache.switches  # see Reader
    proof = verify_folder(root)
    assert proof.wrong == []
    assert [line.number for line in proof.releases] == list(range(1, len(proof.releases) + 1))
    figures = ", ".join(f"{reader.pages} pages and {reader.switches} versions seen by a reader" for reader in readers)
    print(
        f"\n{kind}: {killed} kills, {finished} runs finished, {resumed} versions, {len(proof.releases)} releases; {figures}; nothing wrong"  # noqa: E501
    )


def served(folder: Path, root: Path, stack: ExitStack) -> list[str]:
    """nginx and Apache over one root."""
    ports = free_port(), free_port()
    by_nginx = nginx_config.render(
        ServerPolicy(root=str(root), listen=f"127.0.0.1:{ports[0]}"),
        brotli=any(Path("/usr/lib/nginx/modules").glob("*brotli_static*")),
    )
    by_apache = apache_config.render(ServerPolicy(root=str(root), listen=f"127.0.0.1:{ports[1]}"))
    return [
        stack.enter_context(nginx(folder / "nginx", by_nginx, ports[0])),
        stack.enter_context(apache(folder / "apache", by_apache, ports[1])),
    ]


def test_a_publisher_killed_while_uploading_goes_on_with_what_is_there(
    open_folder: Path, ssh_server: SshServer
) -> None:
    root = open_folder / "www"
    address = f"ssh://may-chu{root}"
    publish_version(str(root), None, open_folder / "a", 1)
    run(address, ssh_server.config, open_folder / "b", 2, ("sync", 1, 0.0, True))
    assert len(list((root / "parts").iterdir())) == 1  # all of it was there, never named a release
    ready = prepared(open_folder / "c", 2)
    publish_version(address, ssh_server.config, open_folder / "d", 2)
    assert list((root / "parts").iterdir()) == []
    assert verify_folder(root).wrong == []
    assert ready.files.items() <= verify_folder(root).manifest.files.items()
