"""Who may ask what of the local server.

It listens on the loopback, but so may pages of any site that the officer has open: they can send requests to it, and by
DNS rebinding even under a name of their own. So the Host must be ours; whoever comes for the first time must know the
token of the address that the command printed (then a cookie of that value, which no other site's request carries);
and whatever changes something must come from our own page, as the browser states in Origin.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

MAX_BODY = 2_000_000  # bytes of a submitted form; the largest record's is a tenth
MAX_UPLOAD = 20_000_000  # bytes of a form with a file; the largest decision known has 3 MB
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would make browsers send `Origin: null` with forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
TOKEN = "ma"  # name in the address


@dataclass(frozen=True, slots=True)
class Refusal:
    """status: of the answer; reason: Vietnamese, for the officer."""

    status: int
    reason: str


@dataclass(slots=True)
class Guard:
    """hosts: values of the Host header that are ours; origins: the same as origins of our pages; cookie: its name."""

    hosts: frozenset[str]
    origins: frozenset[str]
    cookie: str
    secure: bool = False
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @classmethod
    def for_port(cls, port: int, public: str = "") -> Guard:
        """public: `https://name` if a proxy stands before the server."""
        names = {f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"}
        if port == 80:
            names |= {"127.0.0.1", "localhost", "[::1]"}
        origins = {f"http://{name}" for name in names}
        if public:
            names.add(public.partition("://")[2])
            origins.add(public)
        return cls(frozenset(names), frozenset(origins), f"tthc-{port}", public.startswith("https:"))

    def knows(self, token: str) -> bool:
        """True for the token, compared in constant time."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def admitted(self, headers: Mapping[str, str]) -> bool:
        """True if the request carries our cookie."""
        try:
            cookies = SimpleCookie(headers.get("Cookie", ""))
        except CookieError:
            return False
        return self.cookie in cookies and self.knows(cookies[self.cookie].value)

    def set_cookie(self) -> str:
        """The header that sets the session cookie."""
        return f"{self.cookie}={self.token}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if self.secure else ''}"

    def wrong_host(self, headers: Mapping[str, str]) -> bool:
        return headers.get("Host", "").lower() not in self.hosts

    def refuses(self, method: str, headers: Mapping[str, str], with_file: bool = False) -> Refusal | None:
        """The reason to refuse a request of an authenticated user; None if it is accepted. with_file: the page takes
        a file."""
        if method == "GET":
            return None
        if method != "POST":
            return Refusal(405, "Trang soạn chỉ nhận GET và POST.")
        if headers.get("Origin", "").lower() not in self.origins:
            return Refusal(403, "Yêu cầu không đến từ trang soạn này nên không được nhận.")
        if headers.get("Transfer-Encoding"):
            return Refusal(411, "Thiếu độ dài của nội dung gửi lên.")
        length = headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return Refusal(411, "Thiếu độ dài của nội dung gửi lên.")
        most, way = (MAX_UPLOAD, "tách nhỏ tệp, bỏ ảnh trong tệp") if with_file else (MAX_BODY, "rút gọn ô vừa dán")
        if int(length[:12]) > most:
            return Refusal(413, f"Nội dung gửi lên quá lớn (tối đa {most // 1_000_000} MB): {way}.")
        kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded" and not (with_file and kind == "multipart/form-data"):
            return Refusal(415, "Chỉ nhận biểu mẫu của trang soạn.")
        return None
