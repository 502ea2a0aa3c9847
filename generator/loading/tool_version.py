"""The version of this tool that a site was made with. Any other version stops with one message, instead of silently
changing the site or failing on its records."""

from __future__ import annotations

import re
from pathlib import Path

from generator import __version__
from generator.loading.national_content import site_data

KEY = "phien_ban_cong_cu"
VERSION = re.compile(r"\d+\.\d+(?:\.\d+)?")


def site_version(version: str = __version__) -> str:
    """The version as a site's record states it: `0.2` for 0.2.7. The last number never affects a site."""
    return ".".join(version.split(".")[:2])


def mismatch(content: Path) -> str:
    """The message if the site in the folder `content` was made with another version; "" if not, or if it names no
    version (TT-260 says so)."""
    stated = str(site_data(content).get(KEY) or "").strip()
    if not VERSION.fullmatch(stated) or site_version(stated) == site_version():
        return ""
    return (
        f"{content.name}/site.yml: trang này làm bằng tthc {stated}, máy này có tthc {__version__}. "
        f"Cài đúng bản: pip install “tthc=={site_version(stated)}.*”; "
        f'hoặc đọc CHANGELOG, ghi {KEY}: "{site_version()}" rồi chạy tthc check.'
    )
