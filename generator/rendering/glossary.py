"""Official terms in a page's text become links to plain words: the first time each is met, once a page."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from generator import urls
from generator.schema.term import GlossaryTerm
from generator.slugs import slug


class Glossary:
    """The terms of the site, longest first, so that “bản sao chứng thực” is met before “chứng thực”."""

    def __init__(self, terms: list[GlossaryTerm]) -> None:
        forms = [(form.lower(), term) for term in terms for form in (term.term, *term.other_forms) if form]
        self.forms = [
            (form, term, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE))
            for form, term in sorted(forms, key=lambda item: (-len(item[0]), item[0]))
        ]

    def on_page(self, root: str) -> GlossaryLinker:
        """Marks terms on one page. root: way back to the site's root."""
        return GlossaryLinker(self, root)


class GlossaryLinker:
    """Call it with a text: HTML with the terms it meets for the first time as links that show their plain words."""

    def __init__(self, glossary: Glossary, root: str) -> None:
        self.glossary, self.root = glossary, root
        self.met: set[str] = set()

    def __call__(self, text: str | None) -> Markup:
        """HTML of `text`, escaped."""
        if not text:
            return Markup("")
        lowered = text.lower()
        found: list[tuple[int, int, GlossaryTerm]] = []
        for form, term, pattern in self.glossary.forms:
            name = term.term or ""
            # the plain search is what keeps this cheap: nearly every term is absent from nearly every text
            if name in self.met or form not in lowered:
                continue
            match = pattern.search(text)
            if match and not any(match.start() < end and start < match.end() for start, end, _ in found):
                self.met.add(name)
                found.append((match.start(), match.end(), term))
        if not found:
            return escape(text)
        pieces: list[Markup] = []
        at = 0
        for start, end, term in sorted(found, key=lambda item: item[0]):
            pieces += [escape(text[at:start]), self._link(term, text[start:end])]
            at = end
        return Markup("").join([*pieces, escape(text[at:])])

    def _link(self, term: GlossaryTerm, words: str) -> Markup:
        address = f"{self.root}{urls.GLOSSARY}#{slug(term.term or '')}"
        return Markup('<a class="term" href="{}" data-plain="{}">{}</a>').format(address, term.plain or "", words)
