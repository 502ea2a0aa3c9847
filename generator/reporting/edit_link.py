"""“Sửa trang này” on the pages of `serve`: opens the record behind a page in the editor, a process of its own.

The link itself carries no token: whoever may look at the served pages could read it. The first time, the editor is
started and this computer's browser is opened at the address with the token; afterwards that browser has the cookie and
is sent there. Nothing is shown to, or done for, other computers or pages of other sites.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Protocol
from urllib.parse import quote

from generator.reporting.served_pages import App, Environ, with_insertion

PATH = "/.sua/"
OPENED = "Trang soạn vừa mở ở một thẻ khác của trình duyệt. Không thấy thì mở địa chỉ có ở cửa sổ lệnh."


class StartableEditor(Protocol):
    """The editor: started at most once."""

    def address(self) -> str:
        """Its address with a slash at the end, "" before it was started."""
        ...

    def start(self, path: str) -> bool:
        """Start it and open the browser at `path`. False if it cannot be started."""
        ...


def with_edit_link(app: App, sources: Callable[[], Mapping[str, str]], editor: StartableEditor) -> App:
    """WSGI middleware. sources: the content file of each page (address without the first slash), asked for when the
    link is followed."""

    def follow(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        path = _text(environ.get("PATH_INFO", ""))
        if not path.startswith(PATH) or not _ours(environ):
            return linked(environ, start_response)
        source = sources().get(path.removeprefix(PATH), "")
        target = f"sua/{quote(source)}" if source else ""
        if at := editor.address():
            start_response("303 See Other", [("Location", at + target), ("Content-Length", "0")])
            return [b""]
        started = editor.start(target)
        words = OPENED if started else "Không mở được trang soạn; xem lý do ở cửa sổ lệnh."
        back = quote("/" + path.removeprefix(PATH))
        body = (
            '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang soạn</title>'
            f'<p>{words}</p><p><a href="{escape(back)}">Quay lại trang đang xem</a></p></html>'
        ).encode()
        status = "200 OK" if started else "503 Service Unavailable"
        start_response(status, [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    linked = with_insertion(app, _link)
    return follow


def _link(environ: Environ) -> str:
    if not _ours(environ):
        return ""
    page = _text(environ.get("PATH_INFO", "/")).removeprefix("/").removesuffix("index.html")
    return f'<p class="tthc-no-print" data-edit><a href="{escape(PATH + quote(page))}">Sửa trang này</a></p>'


def _ours(environ: Environ) -> bool:
    """True for requests of this computer that no page of another site sent."""
    try:
        here = ipaddress.ip_address(environ.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        here = False
    return here and environ.get("HTTP_SEC_FETCH_SITE", "") in ("", "none", "same-origin")


def _text(path: str) -> str:
    """A path as WSGI gives it (bytes as Latin-1) as text."""
    return path.encode("latin-1", "replace").decode("utf-8", "replace")
