"""A built site as a zip that opens from a USB stick: no server, no network, search included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.javascript.modules import classic_script
from generator.urls import OUTSIDE

MAX_BYTES = 20_000_000
SCRIPT = re.compile(r'<script type="module" src="(?P<root>[^"]*?)assets/(?P<entry>[\w.-]+\.js)"[^<>]*></script>')
CLASSIC = re.compile(r'<script src="[^"]*?(assets/[\w.-]+\.js)"></script>')  # works on file:// unchanged
LINK = re.compile(r'(<(?:a|form|link)\b[^<>]*?\s(?:href|action)=")([^"#?]*+)([^"]*+")')
PRELOAD = re.compile(r'<link rel="(?:module)?preload"[^<>]*>\s*')  # on file:// nothing is fetched
FROM_DISK = Path(__file__).with_name("from_disk.js")
DATA = "assets/du-lieu.js"
PROGRAM = "assets/trang.js"
START = "MO-TRANG.html"


def archive_files(site: Path, title: str) -> Iterator[tuple[str, bytes]]:
    """(path in the zip, bytes) of everything that is needed: one folder, and beside it a file that opens the home page.
    Raises BundleError."""
    start_page = (site / "index.html").read_text("utf-8")
    entry, classic = SCRIPT.search(start_page), set(CLASSIC.findall(start_page))
    data: dict[str, str] = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        script = file.suffix == ".js" and name not in classic
        if script or name.startswith("pagefind/") or name in ("sitemap.xml", "robots.txt", "404.html"):
            continue
        if file.suffix == ".json":
            data[name] = file.read_text("utf-8")
        elif file.suffix == ".html":
            yield f"trang/{name}", page_from_disk(file.read_text("utf-8")).encode()
        else:
            yield f"trang/{name}", file.read_bytes()
    if entry:
        program = classic_script(
            lambda script: (site / "assets" / script).read_text("utf-8"), entry["entry"], FROM_DISK.read_text("utf-8")
        )
        yield f"trang/{PROGRAM}", program.encode()
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    yield f"trang/{DATA}", f"window.TTHC_FILES = {text};\n".encode()
    safe = title.replace("&", "&amp;").replace("<", "&lt;")
    start = (
        '<!doctype html>\n<html lang="vi"><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url=trang/index.html"><title>{safe}</title>\n'
        f'<p><a href="trang/index.html">{safe}</a></p></html>\n'
    )
    yield START, start.encode()


def page_from_disk(html: str) -> str:
    """Rewrite a page for file://: links to files instead of folders, and a classic script instead of modules."""

    def led(match: re.Match[str]) -> str:
        path = match[2]
        if not path or OUTSIDE.match(path):
            return match[0]
        if path.endswith("/") or path in (".", ".."):
            path = f"{path.rstrip('/')}/index.html"
        return f"{match[1]}{path}{match[3]}"

    html = PRELOAD.sub("", html)
    html = SCRIPT.sub(lambda match: f'<script defer src="{match["root"]}{PROGRAM}"></script>', html)
    return LINK.sub(led, html)
