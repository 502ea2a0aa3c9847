"""/tin-tuc/…: news and announcements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.inputs import plain
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of news and a page for each."""
    crumbs = [("Trang chủ", urls.HOME)]
    yield Page(
        url=urls.NEWS,
        template="notices.html",
        inputs=lambda: [(one.url, plain(one.record)) for one in catalogue.notices],
        title="Tin tức",
        description="Tin tức, thông báo.",
        section=urls.NEWS,
        crumbs=crumbs,
        search=SearchRecord("page", "Tin tức", keywords=["thông báo"]) if catalogue.notices else None,
    )
    for view in catalogue.notices:
        yield Page(
            url=view.url,
            template="notice.html",
            title=view.record.title or view.slug,
            description=view.record.summary or "",
            context={"view": view},
            inputs=partial(plain, view.record),
            source=f"notices/{view.slug}.md",
            section=urls.NEWS,
            crumbs=crumbs + [("Tin tức", urls.NEWS)],
            search=SearchRecord("news", view.record.title or view.slug, summary=view.record.summary or ""),
        )
