"""What every web server must do for this site: what a browser may load, who may embed, what may be cached how long."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.publishing.error import PublishError

ORIGIN = re.compile(r"https?://[a-zA-Z0-9]([\w.-]*[a-zA-Z0-9])?(:\d+)?", re.ASCII)
IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"  # keep it, but ask whether it is still the same
TYPES = {
    "ics": "text/calendar",
    "webmanifest": "application/manifest+json",
    "wasm": "application/wasm",
    "jsonl": "application/jsonl",
    "ttl": "text/turtle",
    "md": "text/markdown",
}


@dataclass(frozen=True, slots=True)
class ServerPolicy:
    """base: path of the site on its host, with slashes at both ends; root: where releases are (serves root/current);
    embedders: origins that may show pages in their frames; names: of the host; listen: address and port."""

    base: str = "/"
    root: str = "/srv/tthc"
    embedders: tuple[str, ...] = ()
    name: str = "_"
    listen: str = "80"

    def __post_init__(self) -> None:
        for origin in self.embedders:
            if not ORIGIN.fullmatch(origin):
                raise PublishError(
                    f"“{origin}” không phải địa chỉ cổng được nhúng.",
                    "Viết dạng https://ten-mien, không có đường dẫn.",
                    wrong_call=True,
                )
        for label, value, form in (
            ("đường dẫn", self.base, r"/([\w.-]+/)*"),
            ("thư mục", self.root, r"/[\w./-]*"),
            ("tên máy", self.name, r"[\w.*-]+"),
            ("cổng", self.listen, r"[\w.:\[\]]+"),
        ):
            if not re.fullmatch(form, value, re.ASCII):
                raise PublishError(f"“{value}” không phải {label} dùng được.", wrong_call=True)

    @property
    def headers(self) -> dict[str, str]:
        """Headers of every answer."""
        rules = {
            "default-src": "'none'",
            "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind is WebAssembly
            "style-src": "'self'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "worker-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": " ".join(["'self'", *self.embedders]),
        }
        return {
            "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in rules.items()),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
