"""Runs `tthc` as an editor would, each time in a process of its own, without paying for a start each time.

Most calls of the tests take less time than Python needs to import the program. A server, one for each test process, has
imported all of it, built the small site once, and forks for each call: arguments, folder, environment, streams and exit
code are those of a fresh process, and what a call does to memory ends with it. The server has no threads, which the
test process has. How a real start behaves (entry point, closed streams, foreign encodings) is shown by
tests/io/test_streams.py, tests/test_wheel.py and tests/build/test_deterministic.py.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

PROJECT = Path(__file__).resolve().parents[2]


class CommandServer:
    """The server as the tests see it."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="tthc-command-")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.command"],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        atexit.register(self.stop)

    def call(self, words: list[str], cwd: Path, memory: int, timeout: float) -> subprocess.CompletedProcess[str]:
        assert self.process.stdin and self.process.stdout
        files = [os.path.join(self.folder.name, name) for name in ("stdout", "stderr")]
        asked = {"words": words, "cwd": str(cwd), "memory": memory, "files": files, "environment": dict(os.environ)}
        self.process.stdin.write(json.dumps(asked).encode() + b"\n")
        self.process.stdin.flush()
        if not select.select([self.process.stdout], [], [], timeout)[0]:
            self.stop()
            raise subprocess.TimeoutExpired(["tthc", *words], timeout)
        answer = self.process.stdout.readline()
        assert answer, "the server of commands has ended"
        texts = [Path(file).read_text("utf-8") for file in files]
        return subprocess.CompletedProcess(["tthc", *words], int(answer), *texts)

    def stop(self) -> None:
        """End the server and the call that it runs, if any."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.folder.cleanup()


_running: list[CommandServer] = []


def tthc(
    *words: object, cwd: Path = PROJECT, memory: int = 0, timeout: float = 600
) -> subprocess.CompletedProcess[str]:
    """Run the command line. memory: the most address space it may take, in bytes; 0 for no limit. Raises
    subprocess.TimeoutExpired."""
    if _running and _running[-1].process.poll() is not None:
        _running.clear()
    if not _running:
        _running.append(CommandServer())
    return _running[-1].call([str(word) for word in words], cwd, memory, timeout)


def serve() -> None:
    """Answer each line of stdin, a call, with its exit code."""
    for module in pkgutil.walk_packages(importlib.import_module("generator").__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _build_something()
    gc.collect()
    gc.freeze()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        pid = os.fork()
        if not pid:
            _run(asked)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.write(1, b"%d\n" % code)


def _build_something() -> None:
    """What every call that reads content or builds a site would do again: find the rules, build the validators of the
    models, load the templates and the extensions of the Markdown library. Two thirds of the processor time of checking
    the small site, a third of building it."""
    from generator.build.pipeline import SiteBuilder, SiteOptions

    with tempfile.TemporaryDirectory(prefix="tthc-command-") as folder:
        small = PROJECT / "tests" / "sites" / "small" / "content"
        builder = SiteBuilder(small, Path(folder) / "site", [str(PROJECT / "theme")], SiteOptions(search=False))
        builder.check()
        builder.write()


def _run(asked: dict[str, Any]) -> NoReturn:
    """One call, in the process that was forked for it."""
    code = 1
    try:
        os.environ.clear()
        os.environ.update(asked["environment"])
        time.tzset()
        os.chdir(asked["cwd"])
        for number, file in enumerate([os.devnull, *asked["files"]]):
            opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(opened, number)
            os.close(opened)
        if asked["memory"]:
            resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))
        from generator.cli import main

        sys.argv = ["tthc", *asked["words"]]
        code = main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:  # as the interpreter would
        traceback.print_exc()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
