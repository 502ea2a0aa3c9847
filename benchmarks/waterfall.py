"""When each request of a page was asked for, answered and finished, and what asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page


@dataclass
class Request:
    """One request; times in seconds since the page was asked for. by: the file, or the kind of cause, that asked."""

    url: str
    asked: float
    by: str
    priority: str
    answered: float | None = None
    finished: float | None = None
    size: int = 0


@dataclass
class Waterfall:
    """The requests of `page` in the order in which they were asked for; begins to listen at once."""

    page: Page
    requests: dict[str, Request] = field(default_factory=dict)
    start: float = 0.0

    def __post_init__(self) -> None:
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.responseReceived", self._answered)
        devtools.on("Network.loadingFinished", self._finished)
        devtools.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        self.start = self.start or event["timestamp"]
        initiator = event["initiator"]
        stack = initiator.get("stack", {}).get("callFrames") or [{}]
        by = initiator.get("url") or stack[0].get("url") or initiator["type"]
        request = event["request"]
        self.requests[event["requestId"]] = Request(
            request["url"], event["timestamp"] - self.start, by, request["initialPriority"]
        )

    def _answered(self, event: dict[str, Any]) -> None:
        if request := self.requests.get(event["requestId"]):
            request.answered = event["timestamp"] - self.start

    def _finished(self, event: dict[str, Any]) -> None:
        if request := self.requests.get(event["requestId"]):
            request.finished, request.size = event["timestamp"] - self.start, int(event["encodedDataLength"])

    def table(self, end: float = float("inf")) -> str:
        """What was asked for before `end`, as Markdown."""
        rows = [
            "| asked, s | first byte | finished | KB | priority | file | asked by |",
            "|---|---|---|---|---|---|---|",
        ]
        for one in sorted(self.requests.values(), key=lambda request: request.asked):
            if one.asked <= end:
                times = " | ".join("" if at is None else f"{at:.2f}" for at in (one.asked, one.answered, one.finished))
                name, by = (text.partition("?")[0].rstrip("/").rsplit("/", 1)[-1] for text in (one.url, one.by))
                rows.append(f"| {times} | {one.size / 1000:.1f} | {one.priority} | {name} | {by} |")
        return "\n".join(rows)
