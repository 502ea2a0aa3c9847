"""Paths of the metadata inside a release, and which file names a release may contain."""

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
QUALITY_PAGE = "chat-luong/index.html"  # page of the site that shows the audit's result
NOTE = f"{FOLDER}/thay-doi.md"
SBOM = f"{FOLDER}/thanh-phan.cdx.json"
LICENCES = f"{FOLDER}/giay-phep.txt"
UNLISTED = (MANIFEST, SIGNATURE, RELEASE_LIST, RELEASE_ID)  # written after the manifest, so not in it

UNSERVED = (".htaccess", "web.config")  # read by web servers, never served

# names with a content hash: cacheable for ever, and retained for open tabs after the next release
HASHED = re.compile(
    r"pagefind/(?:fragment|index|filter)/[\w.-]+\.pf_\w+|pagefind/pagefind\.[\w.-]+\.pf_meta"
    r"|(?:assets|tim-kiem)/[\w./-]+\.[0-9a-f]{10}\.\w+"
)


def is_hashed(path: str) -> bool:
    """True when the name changes whenever the bytes do."""
    return HASHED.fullmatch(path.removesuffix(".br").removesuffix(".gz")) is not None


def checked_path(path: str) -> str:
    """`path`, if it is a plain relative path valid on every host and file system. Raises PublishError."""
    parts = path.split("/")
    unsafe = any(unicodedata.category(char)[0] in "CZ" and char != " " for char in path)
    unsafe = unsafe or re.search(r'[\\:*?"<>|]', path) is not None
    if (
        unsafe
        or any(part in ("", ".", "..") or part[0] in "-~ " or part[-1] in " ." for part in parts)
        or len(path.encode()) > 500
    ):
        raise PublishError(f"Tên tệp {path!r} không đăng được.", "Đổi tên tệp: chỉ dùng chữ, số, dấu chấm, gạch ngang.")
    return path
