"""WebKitGTK, the engine of Safari's family, by its own W3C WebDriver over HTTP, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.support.engines import SECONDS, Driver, Leaving, Missing

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
BROWSER = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)
# no graphics card, no bus for screen readers, and only our own pages, so no sandbox, which containers do not allow
ENVIRONMENT = {
    "GDK_BACKEND": "x11",
    "NO_AT_BRIDGE": "1",
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}
# its tool bar alone would make the window wider than a phone
NARROW = "button, entry, toolbar, headerbar, image, label { padding: 0; margin: 0; border: none; min-width: 0; min-height: 0; font-size: 1px }"  # noqa: E501


class WebKit(Driver):
    name = "webkit"

    def __init__(self) -> None:
        if not (DRIVER and SCREEN and BROWSER):
            raise Missing("webkit2gtk-driver or xvfb is not installed")
        self.folder = Path(tempfile.mkdtemp(prefix="webkit-"))
        (self.folder / "gtk-3.0").mkdir()
        (self.folder / "gtk-3.0" / "gtk.css").write_text(NARROW, "utf-8")
        read, write = os.pipe()
        self.screen = subprocess.Popen(
            [SCREEN, "-displayfd", str(write), "-screen", "0", "1600x1400x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as chosen:
            display = chosen.readline().strip()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        own = {name: str(self.folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        self.process = subprocess.Popen(
            [DRIVER, f"--port={port}"],
            env={**os.environ, **ENVIRONMENT, **own, "DISPLAY": f":{display}"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.base = f"http://127.0.0.1:{port}/session"
        self._wait(port)
        options = {"binary": str(BROWSER), "args": ["--automation"]}
        answer = self._send("", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self.base += f"/{answer['sessionId']}"

    def open(self, url: str) -> None:
        self._send("/url", {"url": url})

    def run(self, script: str, *args: object) -> Any:
        return self._send("/execute/sync", {"script": script, "args": list(args)})

    def click(self, element: Any) -> None:
        self._send(f"/element/{element[ELEMENT]}/click", {})

    def send_keys(self, element: Any, text: str) -> None:
        self._send(f"/element/{element[ELEMENT]}/value", {"text": text})

    def size(self, width: int, height: int) -> None:
        """The window's frame and bars are added: what counts is what the page sees."""
        for _ in range(3):
            rect = self._send("/window/rect")
            seen = self.run("return [innerWidth, innerHeight];")
            if seen == [width, height]:
                return
            grown = {"width": rect["width"] + width - seen[0], "height": rect["height"] + height - seen[1]}
            self._send("/window/rect", {"x": 0, "y": 0, **grown})
        self.until(f"innerWidth === {width}")

    def complaints(self) -> list[str]:
        return []  # its driver does not tell: what the page itself hears is the server's (`listening`)

    def pdf(self) -> None:
        return None

    def quit(self) -> None:
        try:
            self._send("", method="DELETE")
        finally:
            for process in (self.process, self.screen):
                process.terminate()
                process.wait(SECONDS)
            shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self, port: int) -> None:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("WebKitWebDriver did not start")

    def _send(self, path: str, body: dict[str, object] | None = None, method: str | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS * 2) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            if value["error"] == "no such frame":  # its page went away while the script ran
                raise Leaving from None
            raise AssertionError(f"webkit: {path}: {value['error']}: {value['message']}") from None
