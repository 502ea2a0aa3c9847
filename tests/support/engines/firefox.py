"""Firefox by Marionette, the protocol it brings itself: W3C WebDriver's commands as JSON over a socket."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.support.engines import SECONDS, Driver, Leaving, Missing

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PROGRAM = next((path for path in map(shutil.which, ("firefox-esr", "firefox")) if path), None)
# nothing is fetched that the test does not ask for
PREFERENCES = {
    "app.update.enabled": False,
    "browser.startup.page": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "",
    "remote.prefs.recommended": True,
    "marionette.port": 0,
}
# what the page itself may cause: not the browser's own front end, nor scripts that leaving a page broke off (what a
# page really misses it tells itself)
CONSOLE = """const found = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError
  && /^http:\\/\\/127/.test(one.sourceName) && !(one.flags & one.infoFlag) && one.category !== "Script Loader");
const words = found.map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName}:${one.lineNumber})`);
Services.console.reset();
return words;"""
# a desktop window is never narrower than 450 pixels, what it shows may be
SIZE = """const [width, height] = arguments;
const browser = window.gBrowser.selectedBrowser;
for (const [name, value] of [["width", width], ["height", height]])
  for (const edge of ["min", "max"]) browser.style.setProperty(`${edge}-${name}`, `${value}px`);"""


class Firefox(Driver):
    name = "firefox"

    def __init__(self) -> None:
        if PROGRAM is None:
            raise Missing("firefox-esr is not installed")
        self.profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in PREFERENCES.items()]
        (self.profile / "user.js").write_text("\n".join(lines), "utf-8")
        # system access: the console and the size of the page are not the page's own to tell
        command = [PROGRAM, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
        command += ["--profile", str(self.profile)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.count, self.rest = 0, b""
        self.socket = self._connect()
        self._receive()  # it introduces itself
        self._send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})

    def open(self, url: str) -> None:
        self._send("WebDriver:Navigate", {"url": url})

    def run(self, script: str, *args: object) -> Any:
        return self._send("WebDriver:ExecuteScript", {"script": script, "args": list(args)})["value"]

    def click(self, element: Any) -> None:
        self._send("WebDriver:ElementClick", {"id": element[ELEMENT]})

    def send_keys(self, element: Any, text: str) -> None:
        self._send("WebDriver:ElementSendKeys", {"id": element[ELEMENT], "text": text})

    def size(self, width: int, height: int) -> None:
        self._as_browser(SIZE, width, height)
        self.until(f"innerWidth === {width}")

    def complaints(self) -> list[str]:
        return list(self._as_browser(CONSOLE))

    def pdf(self) -> bytes:
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._send("WebDriver:Print", {"page": page, "background": True})["value"])

    def quit(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(SECONDS)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _as_browser(self, script: str, *args: object) -> Any:
        """A script with the rights of the browser itself, in its own window."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script, *args)
        finally:
            self._send("Marionette:SetContext", {"value": "content"})

    def _connect(self) -> socket.socket:
        """The port is chosen by Firefox, which writes it into the profile."""
        chosen = self.profile / "MarionetteActivePort"
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if chosen.exists() and (port := chosen.read_text().strip()):
                return socket.create_connection(("127.0.0.1", int(port)), SECONDS)
            time.sleep(0.05)
        raise RuntimeError("Firefox did not start")

    def _send(self, command: str, parameters: dict[str, object]) -> Any:
        self.count += 1
        data = json.dumps([0, self.count, command, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(data), data))
        _, _, error, result = self._receive()
        if error is not None and "unloaded" in error["message"]:
            raise Leaving
        assert error is None, f"firefox: {command}: {error['error']}: {error['message']}"
        return result

    def _receive(self) -> Any:
        """One message: its length in bytes, a colon, JSON."""
        while b":" not in self.rest:
            self.rest += self._more()
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.rest += self._more()
        message, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(message)

    def _more(self) -> bytes:
        data = self.socket.recv(65536)
        assert data, "firefox: went away"
        return data
