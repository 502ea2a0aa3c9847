"""Links official terms in a page's text to their plain-language definitions, each term once per page."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from generator import urls
from generator.schema.term import GlossaryTerm
from generator.text.slugs import slug


class Glossary:
    """The terms of the site, longest first, so that “bản sao chứng thực” is matched before “chứng thực”."""

    def __init__(self, terms: list[GlossaryTerm]) -> None:
        forms = [(form.lower(), term) for term in terms for form in (term.term, *term.other_forms) if form]
        self.forms = [
            (form, term, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE))
            for form, term in sorted(forms, key=lambda item: (-len(item[0]), item[0]))
        ]

    def on_page(self, root: str) -> GlossaryLinker:
        """A linker for one page. root: relative path to the site's root."""
        return GlossaryLinker(self, root)


class GlossaryLinker:
    """Callable that returns a text as HTML, with the first occurrence of each term as a link to its definition."""

    def __init__(self, glossary: Glossary, root: str) -> None:
        self.glossary, self.root = glossary, root
        self.linked: set[str] = set()

    def __call__(self, text: str | None) -> Markup:
        """HTML of `text`, escaped."""
        if not text:
            return Markup("")
        lowered = text.lower()
        matches: list[tuple[int, int, GlossaryTerm]] = []
        for form, term, pattern in self.glossary.forms:
            name = term.term or ""
            # the substring test keeps this fast: most terms are absent from most texts
            if name in self.linked or form not in lowered:
                continue
            match = pattern.search(text)
            if match and not any(match.start() < end and start < match.end() for start, end, _ in matches):
                self.linked.add(name)
                matches.append((match.start(), match.end(), term))
        if not matches:
            return escape(text)
        pieces: list[Markup] = []
        at = 0
        for start, end, term in sorted(matches, key=lambda item: item[0]):
            pieces += [escape(text[at:start]), self._link(term, text[start:end])]
            at = end
        return Markup("").join([*pieces, escape(text[at:])])

    def _link(self, term: GlossaryTerm, words: str) -> Markup:
        address = f"{self.root}{urls.GLOSSARY}#{slug(term.term or '')}"
        return Markup('<a class="tthc-term" href="{}" data-plain="{}">{}</a>').format(address, term.plain or "", words)
