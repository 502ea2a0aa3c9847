"""/ngoai-mang/: shown without a network instead of a page that is not cached."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, cached by the service worker when it is installed."""
    if catalogue.communes:
        yield Page(
            url=urls.OFFLINE,
            template="offline.html",
            title="Không có mạng",
            description="Trang này chưa được lưu trên máy.",
            indexed=False,
            has_feedback_form=False,
            inputs=(),
        )
