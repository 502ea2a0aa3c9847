"""Where a release keeps what it says about itself, and which names a release may have."""

from __future__ import annotations

import re
import unicodedata

from generator.publishing.error import PublishError

FOLDER = "cong-bo"
MANIFEST = f"{FOLDER}/manifest.json"
SIGNATURE = f"{FOLDER}/manifest.json.sig"
RELEASE_LIST = f"{FOLDER}/danh-sach.jsonl"
RELEASE_ID = f"{FOLDER}/ma.txt"
SNAPSHOT = f"{FOLDER}/ho-so.json"
QUALITY = f"{FOLDER}/chat-luong.json"
QUALITY_PAGE = "chat-luong/index.html"  # of the site; gets the audit's result
NOTE = f"{FOLDER}/thay-doi.md"
SBOM = f"{FOLDER}/thanh-phan.cdx.json"
LICENCES = f"{FOLDER}/giay-phep.txt"
UNLISTED = (MANIFEST, SIGNATURE, RELEASE_LIST, RELEASE_ID)  # written after the manifest, so not in it

UNSERVED = (".htaccess", "web.config")  # for web servers, which show them to nobody

# names that carry a hash of their bytes: may be cached for ever, and kept for open tabs after the next release
HASHED = re.compile(
    r"pagefind/(?:fragment|index|filter)/[\w.-]+\.pf_\w+|pagefind/pagefind\.[\w.-]+\.pf_meta|(?:assets|tim-kiem)/[\w./-]+\.[0-9a-f]{10}\.\w+"
)


def is_hashed(path: str) -> bool:
    """True when the name changes whenever the bytes do."""
    return HASHED.fullmatch(path.removesuffix(".br").removesuffix(".gz")) is not None


def checked_path(path: str) -> str:
    """`path`, when it is a plain relative path that every host and file system takes. Raises PublishError."""
    parts = path.split("/")
    odd = any(unicodedata.category(char)[0] in "CZ" and char != " " for char in path) or re.search(r'[\\:*?"<>|]', path)
    if (
        odd
        or any(part in ("", ".", "..") or part[0] in "-~ " or part[-1] in " ." for part in parts)
        or len(path.encode()) > 500
    ):
        raise PublishError(f"Tên tệp {path!r} không đăng được.", "Đổi tên tệp: chỉ dùng chữ, số, dấu chấm, gạch ngang.")
    return path
