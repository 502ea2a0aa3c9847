"""Real servers on loopback, started by the tests: OpenSSH (with a shell, or SFTP alone), nginx, Apache."""

from __future__ import annotations

import getpass
import itertools
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


def program(name: str) -> str:
    """The program's path; the test is skipped, saying so, where it is not installed."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not found:
        pytest.skip(f"{name} is not installed (scripts/test-tools installs it where it can)")
    return found


PORTS = itertools.count(os.getpid() * 61 % 20_000)  # test processes that run side by side look in places of their own


def free_port() -> int:
    """A port of the loopback address that nobody uses now, and that the system gives to nobody (those are above
    32,767)."""
    for number in itertools.islice(PORTS, 1000):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("127.0.0.1", 11_000 + number % 20_000))
                return int(probe.getsockname()[1])
    raise AssertionError("no free port")


class SshServer:
    """An OpenSSH server with its own keys; `config` is a client configuration that knows it as host `may-chu`."""

    def __init__(self, folder: Path, sftp_only: bool) -> None:
        self.folder, self.port = folder, free_port()
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("host", "user"):
            subprocess.run(
                [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True
            )
        shutil.copy(folder / "user.pub", folder / "allowed")
        host_key = (folder / "host.pub").read_text().split()
        (folder / "known").write_text(f"[127.0.0.1]:{self.port} {host_key[0]} {host_key[1]}\n")
        self.server_config = folder / "sshd_config"
        only = "ForceCommand internal-sftp\n" if sftp_only else ""
        self.server_config.write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/allowed\nPidFile {folder}/pid\n"  # noqa: E501
            "KexAlgorithms curve25519-sha256\n"  # OpenSSH's own first choice takes 0.1 s of processor time a connection
            f"PermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\nStrictModes no\nMaxStartups 100\nSubsystem sftp internal-sftp\nSetEnv SHLVL=3\n{only}"  # SHLVL: bash then reads no start-up file of whoever runs the tests  # noqa: E501
        )
        self.config = folder / "ssh_config"
        self.config.write_text(
            f"Host may-chu\n HostName 127.0.0.1\n Port {self.port}\n User {getpass.getuser()}\n IdentityFile {folder}/user\n IdentitiesOnly yes\n"  # noqa: E501
            f" UserKnownHostsFile {folder}/known\n StrictHostKeyChecking yes\n"
        )
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # Debian's sshd wants it
        self.process = subprocess.Popen(
            [program("sshd"), "-D", "-e", "-f", str(self.server_config)],
            stderr=(self.folder / "log").open("ab"),
            start_new_session=True,
        )
        wait_for(self.port)

    def stop(self) -> None:
        """As a machine that is switched off: every connection goes with it."""
        if self.process:
            self.cut()
            self.process.kill()
            self.process.wait()

    def cut(self) -> None:
        """Cut every connection, as a cable would; the server goes on."""
        if self.process:
            for child in descendants(self.process.pid):
                with _gone_is_fine():
                    os.kill(child, 9)


def descendants(process: int) -> list[int]:
    """All processes below one."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with _gone_is_fine():
                below.setdefault(int((entry / "stat").read_text().rpartition(")")[2].split()[1]), []).append(
                    int(entry.name)
                )
    found, waiting = [], [process]
    while waiting:
        children = below.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def _gone_is_fine() -> suppress:
    return suppress(ProcessLookupError, FileNotFoundError, NotADirectoryError)


def wait_for(port: int, seconds: float = 20) -> None:
    """Until somebody listens."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"nothing listens on port {port}")


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """A server in the foreground, ended with the block."""
    with log.open("ab") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=stream, start_new_session=True)
    try:
        wait_for(port)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def nginx(folder: Path, server_block: str, port: int) -> Iterator[str]:
    """nginx with a server block that listens on 127.0.0.1:`port`; yields the address."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    config = folder / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    temp = "".join(
        f"  {name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    modules = "".join(
        f"load_module {module};\n" for module in sorted(Path("/usr/lib/nginx/modules").glob("*brotli_static*.so"))
    )
    config.write_text(
        f"{user}{modules}worker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{ worker_connections 4096; }}\n"  # noqa: E501
        f"http {{\n{temp}  access_log off;\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n{server_block}\n}}\n"  # noqa: E501
    )
    with running([program("nginx"), "-c", str(config), "-p", str(folder), "-g", "daemon off;"], port, folder / "log"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def apache(folder: Path, host_block: str, port: int) -> Iterator[str]:
    """Apache with a virtual host that listens on 127.0.0.1:`port`; yields the address."""
    program("apache2")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "alias", "setenvif", "filter")
    modules = Path("/usr/lib/apache2/modules")
    loads = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n"
        for name in wanted
        if (modules / f"mod_{name}.so").is_file()
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    config = folder / "apache.conf"
    config.write_text(
        f"ServerName localhost\nServerRoot {folder}\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nDefaultRuntimeDir {folder}\nErrorLog {folder}/error.log\n"  # noqa: E501
        f"{loads}TypesConfig /etc/mime.types\n{user}{host_block}\n"
    )
    with running([program("apache2"), "-f", str(config), "-D", "FOREGROUND"], port, folder / "log"):
        yield f"http://127.0.0.1:{port}"
