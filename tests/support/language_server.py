"""A language server on a pipe: just enough of the protocol to open a file and ask about it."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds; only a server that hangs ever waits this long


class LanguageServer:
    """`with LanguageServer(program, folder, settings) as server: server.diagnostics(path, text)`."""

    def __init__(self, program: Path, folder: Path, settings: dict[str, Any]) -> None:
        self.folder, self.settings = folder, settings
        self.process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self.kept: list[dict[str, Any]] = []
        self.count = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> LanguageServer:
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "p"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {"hover": {"contentFormat": ["markdown"]}},
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._yaml()}})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def diagnostics(self, path: str, text: str) -> list[dict[str, Any]]:
        """What the server marks in the file."""
        uri = self._open(path, text)
        found = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )["params"]["diagnostics"]
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        return found

    def completion(self, path: str, text: str, line: int, column: int) -> list[str]:
        """Labels offered at a place (from 0)."""
        answer = self._at("textDocument/completion", path, text, line, column)
        return [item["label"] for item in (answer["items"] if isinstance(answer, dict) else answer or [])]

    def hover(self, path: str, text: str, line: int, column: int) -> str:
        """What is shown over a place (from 0)."""
        answer = self._at("textDocument/hover", path, text, line, column)
        contents = answer["contents"] if answer else ""
        return contents["value"] if isinstance(contents, dict) else str(contents)

    def _at(self, method: str, path: str, text: str, line: int, column: int) -> Any:
        uri = self._open(path, text)
        answer = self._ask(method, {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}})
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return answer

    def _open(self, path: str, text: str) -> str:
        uri = (self.folder / path).as_uri()
        self.count += 1
        self.kept.clear()
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": self.count, "text": text}},
        )
        return uri

    def _yaml(self) -> dict[str, Any]:
        found: dict[str, Any] = {"validate": True, "hover": True, "completion": True}
        for key, value in self.settings.items():
            if key.startswith("yaml."):
                inner = found
                *parts, last = key.split(".")[1:]
                for part in parts:
                    inner = inner.setdefault(part, {})
                inner[last] = value
        return found

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self.count += 1
        number = self.count
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self._wait(lambda message: message.get("id") == number and "method" not in message).get("result")

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode("utf-8")
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _wait(self, wanted) -> dict[str, Any]:
        for at, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(at)
        while True:
            message = self.answers.get(timeout=PATIENCE)
            if message.get("method") and "id" in message:  # the server asks us
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": self._reply(message)})
            elif wanted(message):
                return message
            else:
                self.kept.append(message)

    def _reply(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self._yaml() if item.get("section") == "yaml" else {} for item in message["params"]["items"]]
        return None

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            length = 0
            while (row := stream.readline().strip()) != b"":
                if row.lower().startswith(b"content-length:"):
                    length = int(row.split(b":")[1])
            if not length:
                return
            body = stream.read(length)
            if len(body) < length:  # the server was stopped in the middle of a message
                return
            self.answers.put(json.loads(body))
