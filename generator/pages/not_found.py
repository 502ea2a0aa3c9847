"""404.html: the page for unknown addresses."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page."""
    yield Page(
        url="404.html",
        template="404.html",
        title="Không tìm thấy trang",
        description="Không có trang ở địa chỉ này.",
        indexed=False,
        inputs=(),
    )
