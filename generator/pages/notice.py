"""/tin-tuc/…: news and announcements."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of news and a page for each."""
    crumbs = [("Trang chủ", addresses.HOME)]
    yield Page(
        url=addresses.NEWS,
        template="notices.html",
        title="Tin tức",
        description="Tin tức, thông báo.",
        section=addresses.NEWS,
        crumbs=crumbs,
    )
    for view in catalogue.notices:
        yield Page(
            url=view.url,
            template="notice.html",
            title=view.record.title or view.slug,
            description=view.record.summary or "",
            context={"view": view},
            source=f"notices/{view.slug}.md",
            section=addresses.NEWS,
            crumbs=crumbs + [("Tin tức", addresses.NEWS)],
            search=SearchRecord("news", view.record.title or view.slug, summary=view.record.summary or ""),
        )
