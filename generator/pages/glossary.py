"""/giai-thich/: official terms explained in plain words; the target of glossary links."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.inputs import law
from generator.pages.page import Page, SearchRecord
from generator.text.slugs import slug


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The glossary, when there is one."""
    if catalogue.glossary:
        yield Page(
            url=urls.GLOSSARY,
            template="glossary.html",
            title="Giải thích từ ngữ",
            description="Từ chính thức trong thủ tục hành chính và cách nói thường ngày.",
            context={"terms_by_slug": [(slug(term.term or ""), term) for term in catalogue.glossary]},
            # the frame states the terms: any page may link one
            inputs=lambda: [law(catalogue.laws.get(term.law or "")) for term in catalogue.glossary],
            crumbs=[("Trang chủ", urls.HOME)],
            section=urls.GLOSSARY,
            search=SearchRecord("page", "Giải thích từ ngữ", keywords=["nghĩa là gì", "thuật ngữ"]),
            source="glossary.yml",
        )
