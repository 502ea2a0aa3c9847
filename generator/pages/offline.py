"""/ngoai-mang/: what a visitor without network sees instead of a page that was not kept."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, kept by the service worker when it is installed."""
    if catalogue.communes:
        yield Page(
            url=urls.OFFLINE,
            template="offline.html",
            title="Không có mạng",
            description="Trang này chưa được lưu trên máy.",
            indexed=False,
            asked=False,
        )
