"""Checks every link to other sites once. Needs the network, so it is not an audit check of its own (no ID)."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urldefrag, urlsplit

from generator.audit.site import BuiltSite
from generator.io.causes import cause_of
from generator.progress import ProgressCallback, no_progress

WAIT = 20.0
PAUSE = 0.5  # seconds between two requests to one host, out of courtesy


def external_links(site: BuiltSite) -> dict[str, str]:
    """Address (without fragment) → the first of our pages that links to it."""
    first_page: dict[str, str] = {}
    for name in site.page_names:
        for tag, link in site.page(name).with_attribute("href"):
            if tag.name == "a" and urlsplit(link).scheme in ("http", "https"):
                first_page.setdefault(urldefrag(link)[0], name)
    return first_page


def dead_links(
    links: dict[str, str],
    answer: Callable[[str], str] | None = None,
    pause: float = PAUSE,
    on_progress: ProgressCallback = no_progress,
) -> list[tuple[str, str, str]]:
    """(address, our page, reason) of every dead link. answer: requests one address, returns an empty string if it
    works; on_progress gets the number of links requested."""
    dead = []
    asked: dict[str, float] = {}
    for at, link in enumerate(sorted(links)):
        on_progress(at, len(links))
        host = urlsplit(link).netloc
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()))
        reason = (answer or fetch_status)(link)
        asked[host] = time.monotonic()
        if reason:
            dead.append((link, links[link], reason))
    return dead


def fetch_status(link: str) -> str:
    """Why an address does not work, empty when it does. Statuses 401, 403 and 429 often only refuse robots: ignored."""
    request = urllib.request.Request(link, headers={"User-Agent": "Mozilla/5.0 (tthc links)"})
    try:
        with urllib.request.urlopen(request, timeout=WAIT):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in (401, 403, 405, 429) else f"trả lời {error.code}"
    except (OSError, ValueError) as error:
        return f"không mở được: {cause_of(error)}"
