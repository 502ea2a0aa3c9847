"""The editor as a process beside `tthc serve`."""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
import webbrowser
from pathlib import Path


class EditorProcess:
    """content: the folder that is edited. Ends with this process: its standard input is a pipe from here."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.lock = threading.Lock()
        self.process: subprocess.Popen[str] | None = None
        self.token_address = ""

    def address(self) -> str:
        """Its address with a slash at the end, "" while it does not run."""
        running = self.process is not None and self.process.poll() is None
        return self.token_address.partition("?")[0] if running else ""

    def start(self, path: str) -> bool:
        """Start it, print its address and open the browser at `path`. False if it cannot be started; its own message
        says why."""
        with self.lock:
            if not self.address() and not self._begun():
                return False
        print(f"Trang soạn: {self.token_address}", flush=True)
        at, _, token = self.token_address.partition("?")
        webbrowser.open(f"{at}{path}?{token}")
        return True

    def _begun(self) -> bool:
        command = [sys.executable, "-m", "generator", "edit", "--content", str(self.content)]
        self.process = process = subprocess.Popen(
            [*command, "--no-browser", "--until-input-ends"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        self.token_address = process.stdout.readline().strip()
        atexit.register(process.terminate)
        return bool(self.token_address)
