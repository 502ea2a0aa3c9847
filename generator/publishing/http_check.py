"""Compares what a web server delivers with the manifest, in every content encoding that browsers request."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from random import SystemRandom
from urllib.parse import unquote, urljoin, urlsplit

from generator.progress import ProgressCallback, no_progress
from generator.publishing.error import PublishError
from generator.publishing.http_client import AS_BROWSER, HttpClient, Unreachable, unpacked
from generator.publishing.release_paths import UNLISTED, UNSERVED, checked_path

WORKERS = 4
SAMPLE = 400  # encoded variants checked in addition to every plain file, unless all are requested
FORMS = (AS_BROWSER, "gzip", "br")  # Accept-Encoding, beside identity
SUFFIX = {"br": ".br", "gzip": ".gz", "x-gzip": ".gz"}
MAX_SECONDS = 7200.0  # seconds for the whole check
MAX_LINKS = 200  # linked addresses missing from the manifest that are tried at most
STABLE_NAME = re.compile(r"((?:[a-z0-9-]+/)*)id/(thu-tuc|don-vi|linh-vuc|huong-dan)/([a-z0-9.-]+)/index\.html")
LINK = re.compile(r"""(?:href|src)=["']?([^"'\s<>]{1,500})|<loc>([^<]{1,500})""", re.IGNORECASE)

__all__ = ["HttpClient", "SiteComparison", "Unreachable", "address", "compare", "compare_with_manifest"]


@dataclass(slots=True)
class SiteComparison:
    """Result of a check. wrong: a line per difference; files, forms: how many were checked, of all_files, all_forms;
    tried: linked addresses that are missing from the manifest."""

    wrong: list[str] = field(default_factory=list)
    files: int = 0
    all_files: int = 0
    forms: int = 0
    all_forms: int = 0
    tried: int = 0


def compare_with_manifest(base: str, files: dict[str, str]) -> list[str]:
    """Compare what readers get with `files` (path → SHA-256): a line per difference. Raises Unreachable."""
    return compare(base, files).wrong


def compare(
    base: str,
    files: dict[str, str],
    everything: bool = False,
    on_progress: ProgressCallback = no_progress,
) -> SiteComparison:
    """Fetch every file plain, and a random sample (SAMPLE) or all of its encoded variants. on_progress gets the number
    of responses. Raises Unreachable."""
    chance = SystemRandom()
    plain = sorted(path for path in files if not path.endswith((".br", ".gz")) and path not in UNSERVED)
    forms = [(path, encoding) for path in plain for encoding in FORMS]
    picked = forms if everything or len(forms) <= SAMPLE else chance.sample(forms, SAMPLE)
    jobs = [(path, "identity") for path in plain] + picked
    chance.shuffle(jobs)
    work = _Fetcher(base, files, len(jobs), on_progress)
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work.look, [jobs[start::WORKERS] for start in range(WORKERS)]))
    result = SiteComparison(sorted(set(work.wrong)), len(plain), len(plain), len(jobs), len(plain) + len(forms))
    result.tried, extra = _unlisted(base, files, work.links)
    result.wrong += extra
    return result


def address(path: str) -> str:
    """The URL path of a file: the folder for an index.html."""
    return path[: -len("index.html")] if path == "index.html" or path.endswith("/index.html") else path


class _Fetcher:
    """State shared by the threads."""

    def __init__(self, base: str, files: dict[str, str], total: int, on_progress: ProgressCallback) -> None:
        self.base, self.files, self.total, self.on_progress = base, files, total, on_progress
        self.wrong: list[str] = []
        self.links: set[str] = set()
        self.came, self.stop, self.end = count(1), threading.Event(), time.monotonic() + MAX_SECONDS

    def look(self, jobs: list[tuple[str, str]]) -> None:
        client = HttpClient(self.base)
        try:
            for path, encoding in jobs:
                if self.stop.is_set():
                    return
                if time.monotonic() > self.end:
                    raise Unreachable(f"{self.base} trả lời quá chậm, chưa xem hết được.")
                self._one(client, path, encoding)
                self.on_progress(next(self.came), self.total)
        except BaseException:
            self.stop.set()
            raise
        finally:
            client.close()

    def _one(self, client: HttpClient, path: str, encoding: str) -> None:
        status, data, headers = client.get(address(path), encoding)
        name, sent = address(path) or "/", headers.get("content-encoding", "identity").strip().lower() or "identity"
        form = "" if sent == "identity" else f" ({sent})"
        if status == 303 and self._leads_to_page(path, headers.get("location", "")):
            return
        if status != 200:
            self.wrong.append(f"{name}: máy chủ trả lời {status}")
            return
        if hashlib.sha256(data).hexdigest() == self.files.get(path + SUFFIX.get(sent, "")) and (
            sent in SUFFIX or not form
        ):
            text = data if not form else b""
        else:  # a server that compresses on the fly sends other bytes, which must decode to the same content
            read = unpacked(data, sent)
            text = read or b""
            if read is None or hashlib.sha256(read).hexdigest() != self.files[path]:
                self.wrong.append(f"{name}: nội dung khác bản đã đăng{form}")
        if path.endswith((".html", "sitemap.xml")) and len(self.links) < 100 * MAX_LINKS:
            self.links |= _links(urljoin(self.base.rstrip("/") + "/", address(path)), text)

    def _leads_to_page(self, path: str, location: str) -> bool:
        """True if `path` is a stable name and the server's rule answers with the page of that name."""
        match = STABLE_NAME.fullmatch(path)
        if not match:
            return False
        page = f"{match[1]}{match[2]}/{match[3].replace('.', '-')}/"
        root = urljoin(self.base.rstrip("/") + "/", "")
        return urljoin(root + address(path), location) == root + page and f"{page}index.html" in self.files


def _links(page: str, data: bytes) -> set[str]:
    """Addresses in a page or a site map, without fragments."""
    matches = LINK.findall(data.decode("utf-8", "replace"))
    links = set()
    for one, two in matches[:5000]:
        try:
            links.add(urljoin(page, unescape(one or two).strip()).partition("#")[0].partition("?")[0])
        except ValueError:
            continue
    return links


def _unlisted(base: str, files: dict[str, str], links: set[str]) -> tuple[int, list[str]]:
    """(number tried, a line for each hit) of linked addresses below `base` that the host delivers although they were
    never published."""
    root = urlsplit(base.rstrip("/") + "/")
    published = {address(path) for path in files} | {*files, *UNLISTED}
    new = set()
    for link in links:
        try:
            parts = urlsplit(link)
            path = unquote(parts.path[len(root.path) :], errors="strict")
            if parts.netloc != root.netloc or not parts.path.startswith(root.path) or path in published:
                continue
            new.add(path if checked_path(path.rstrip("/")) and f"{path.rstrip('/')}/" not in published else "")
        except (ValueError, PublishError):
            continue
    client, found = HttpClient(base), []
    tried = sorted(new - {""})
    for path in tried[:MAX_LINKS]:
        if client.get(path)[0] == 200:
            found.append(f"{path}: không có trong danh mục mà máy chủ vẫn đưa ra")
    client.close()
    return len(tried[:MAX_LINKS]), found
