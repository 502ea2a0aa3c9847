"""The policy for every web server: what browsers may load, who may embed pages, what may be cached how long."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from generator.publishing.error import PublishError

ORIGIN = re.compile(r"https?://[a-zA-Z0-9]([\w.-]*[a-zA-Z0-9])?(:\d+)?", re.ASCII)
PORT = r"(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])"
IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"  # may be stored, but must be revalidated
TYPES = {
    "ics": "text/calendar",
    "webmanifest": "application/manifest+json",
    "wasm": "application/wasm",
    "jsonl": "application/jsonl",
    "ttl": "text/turtle",
    "md": "text/markdown",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "speculationrules": "application/speculationrules+json",
}
# folders that pages of other hosts may read: the open data and the lists to embed
OPEN_FOLDERS = ("du-lieu", "nhung")
# kinds of records whose page has the last part of the record's identifier
PAGES = "don-vi|linh-vuc|huong-dan"
NEXT_PAGE = "next-page.speculationrules"


@dataclass(frozen=True, slots=True)
class ServerPolicy:
    """base: URL path of the site, with slashes at both ends; root: folder of the releases (serves root/current);
    embedders: origins that may embed pages in frames; names: of the host; listen: address and port; editions: folders
    of the site's other editions, below `base`, each with a closing slash: each has its own page for unknown addresses.
    """

    base: str = "/"
    root: str = "/srv/tthc"
    embedders: tuple[str, ...] = ()
    name: str = "_"
    listen: str = "80"
    editions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for origin in self.embedders:
            if not ORIGIN.fullmatch(origin):
                raise PublishError(
                    f"“{origin}” không phải địa chỉ cổng được nhúng.",
                    "Viết dạng https://ten-mien, không có đường dẫn.",
                    wrong_call=True,
                )
        for label, value, form in (
            ("đường dẫn", self.base, r"/(?:[\w-][\w.-]*/)*"),
            ("thư mục", self.root, r"/[\w./-]*"),
            *(("thư mục của bản", folder, r"(?:[\w-][\w.-]*/)+") for folder in self.editions),
            ("tên máy", self.name, r"[\w.*-]+"),
            ("cổng", self.listen, rf"(?:(?:[\w.*-]+|\[[\da-fA-F:]+\]):)?{PORT}"),
        ):
            if not re.fullmatch(form, value, re.ASCII):
                raise PublishError(f"“{value}” không phải {label} dùng được.", wrong_call=True)

    @property
    def unknown_pages(self) -> dict[str, str]:
        """URL path of an edition's folder → of its page for unknown addresses, that of the root not included."""
        return {f"{self.base}{folder}": f"{self.base}{folder}404.html" for folder in self.editions}

    @property
    def next_page(self) -> str:
        """The file NEXT_PAGE: browsers that know speculation rules fetch a page of this site when a link to it is
        about to be followed (the pointer rests on it, a finger touches it), unless the visitor saves data. Files and
        other hosts never: only addresses below `base` that end with a slash."""
        where = {"href_matches": f"{self.base}*/"}
        return json.dumps({"prefetch": [{"source": "document", "where": where, "eagerness": "moderate"}]})

    @property
    def quoted_headers(self) -> dict[str, str]:
        """The headers as they stand between double quotes in the files of nginx and Apache."""
        return {name: value.replace('"', '\\"') for name, value in self.headers.items()}

    @property
    def headers(self) -> dict[str, str]:
        """Headers of every response."""
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
            "Speculation-Rules": f'"{self.base}{NEXT_PAGE}"',
        }
