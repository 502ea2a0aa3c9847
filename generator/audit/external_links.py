"""Ask once for every page of other sites that ours leads to. Needs the network, so it is no check of its own (no ID)."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urldefrag, urlsplit

from generator.audit.site import BuiltSite

WAIT = 20.0
PAUSE = 0.5  # between two requests to one host: we are guests there


def external_links(site: BuiltSite) -> dict[str, str]:
    """Address (without its anchor) → the first of our pages that leads there."""
    found: dict[str, str] = {}
    for name, page in site.pages.items():
        for tag, link in page.with_attribute("href"):
            if tag.name == "a" and urlsplit(link).scheme in ("http", "https"):
                found.setdefault(urldefrag(link)[0], name)
    return found


def dead_links(
    links: dict[str, str],
    answer: Callable[[str], str] | None = None,
    pause: float = PAUSE,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> list[tuple[str, str, str]]:
    """(address, our page, why) of every link that leads nowhere. answer: asks one address, empty for all is well; told: is told how many were asked."""
    found = []
    asked: dict[str, float] = {}
    for at, link in enumerate(sorted(links)):
        told(at, len(links))
        host = urlsplit(link).netloc
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()))
        why = (answer or fetch_status)(link)
        asked[host] = time.monotonic()
        if why:
            found.append((link, links[link], why))
    return found


def fetch_status(link: str) -> str:
    """Why an address is no good, empty when it is. Refusals to robots (401, 403, 429) are no proof of anything."""
    request = urllib.request.Request(link, headers={"User-Agent": "Mozilla/5.0 (tthc links)"})
    try:
        with urllib.request.urlopen(request, timeout=WAIT):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in (401, 403, 405, 429) else f"trả lời {error.code}"
    except (OSError, ValueError) as error:
        return f"không mở được: {getattr(error, 'reason', error)}"
