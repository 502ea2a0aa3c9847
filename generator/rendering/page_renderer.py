"""Renders pages. The frame (head, menu, footer) is rendered once per depth and menu entry and then only filled in;
a page's own template renders only the main part."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import wording
from generator.outputs.qr import QrSums
from generator.outputs.search.opensearch import short_name
from generator.pages import doubt_words, formatting
from generator.pages.open_data import publishes_records
from generator.pages.page import Page, Values
from generator.pages.plan.parts import HELPERS
from generator.pages.structured_data import breadcrumbs, script
from generator.rendering.code_links import code_linker
from generator.rendering.components import MACROS, examples
from generator.rendering.edition import band_html, below_heading, canonical, edition_links, listed, tense
from generator.rendering.fast_jinja import FastCodeGenerator
from generator.rendering.glossary import Glossary
from generator.rendering.jinja_env import Environment, FragmentCache
from generator.rendering.markdown_twin import markdown_twin
from generator.schema.record import specs
from generator.schema.site import Site

PLACEHOLDER = "\x02{}\x03"
PLACEHOLDERS = ("title", "description", "address", "crumbs", "main", "head", "about", "editions")


class PageRenderer:
    """Templates bound to one catalogue. asset: logical name -> published path; base: absolute path of
    the site on its host; district: on a commune's own site the address of the district's; search_name: of the browser's
    search, if not that of the catalogue's site."""

    def __init__(
        self,
        theme_dirs: list[str],
        catalogue: Catalogue,
        asset: Callable[[str], str],
        base: str,
        district: str = "",
        search_name: str = "",
    ) -> None:
        self.dirs = [Path(folder) for folder in theme_dirs]
        self.base = base
        self.site_url = (catalogue.site.url or "").rstrip("/") + "/"
        self.env = Environment(theme_dirs)
        self.glossary = Glossary(catalogue.glossary)
        self.qr_codes = QrSums(Path(".cache") / "qr")
        self.env.globals |= {"qr": lambda url: Markup(self.qr_codes.svg(self.site_url + url))}
        self.env.globals |= {"urls": urls, "formatting": formatting, "doubt_words": doubt_words, **HELPERS}
        self.env.globals |= {"icon": self.icon, "asset": asset}
        self.env.globals["component_examples"] = list(examples(self.dirs[0]))
        self.env.globals["district"] = district
        self.env.globals["search_name"] = search_name or short_name(catalogue.site)  # as in search/opensearch.xml
        self.env.globals["codes"] = code_linker(catalogue.procedures)
        self.env.globals |= tense(catalogue)
        self.env.globals |= {"site_gaps": site_gaps(catalogue)}
        self.env.filters |= {"date": formatting.date, "text_or_missing": formatting.text_or_missing}
        self.env.filters |= {
            "sentence": formatting.sentence,
            "lower_first": formatting.lower_first,
            "markdown": _markdown,
        }
        self.fallback_env, self.fallback_templates = self.env.fallback_env(), set[str]()
        for name in (MACROS, "frame.html"):  # every process needs these: loaded before any is forked
            self.env.get_template(name)
        self.icons: dict[str, Markup] = {}
        self.switch_to(catalogue)

    def switch_to(self, catalogue: Catalogue) -> None:
        """Render pages of `catalogue` from now on, a subset of the one that the renderer was created for: that of one
        commune, or that of the pages which all communes share. Templates stay compiled."""
        self.catalogue = catalogue
        self.frames: dict[tuple[str, str, str, bool], list[str]] = {}
        self.components: dict[tuple[jinja2.Environment, str], Any] = {}
        self.env.globals |= {"catalogue": catalogue, "site": catalogue.site, "cached": FragmentCache()}
        self.env.globals["words"] = wording(catalogue)

    def html(self, page: Page, root: str | None = None) -> str:
        """The complete HTML of `page`. root: path to the site's root, for pages that are served at any depth (404)."""
        return next(self.files(page, root))[1]  # the twin is not made

    def files(self, page: Page, root: str | None = None) -> Iterator[tuple[str, str]]:
        """(path below the site, text) of a page and, where the site publishes open data, of its Markdown twin."""
        root = root if root is not None else page.root or "./"
        values = page.values()
        main = self._render(f"pages/{page.template}", root, page=page, **values)
        site_name = self.catalogue.site.name or ""
        slots = {
            "title": escape(f"{page.title} – {site_name}" if page.url else page.title),
            "description": escape(page.description),
            "address": escape(canonical(page, self.catalogue, self.site_url)),
            "crumbs": self._crumbs(page, root),
            "main": below_heading(band_html(page, values, self.catalogue, root, self._render), main),
            "head": self._head(page, root),
            "about": escape(self._about(page, main)),
            "editions": edition_links(page, self.catalogue, root, self._macros(self.env, root).edition_links),
        }
        pieces = self._frame(root, page.section, page.lang, page.has_feedback_form)
        yield page.file, "".join(slots[piece] if at % 2 else piece for at, piece in enumerate(pieces))
        if self._has_twin(page):
            facts = {
                "tieu_de": page.title,
                "tinh_den_ngay": str(self.catalogue.as_of),
                "trang": self.site_url + page.url,
            }
            yield f"{page.url}index.md", markdown_twin(slots["main"], self.site_url + page.url, facts)

    def _has_twin(self, page: Page) -> bool:
        return page.indexed and page.file == f"{page.url}index.html" and publishes_records(self.catalogue)

    def _render(self, name: str, root: str, **values: object) -> str:
        """Render a template. If plain Python fails on it (`a.b` for `a["b"]`), Jinja's own code renders it."""
        if name not in self.fallback_templates:
            try:
                return self._rendered(self.env, name, root, values)
            except FastCodeGenerator.FALLBACK_ERRORS:
                self.fallback_templates.add(name)
        return self._rendered(self.fallback_env, name, root, values)

    def _rendered(self, env: jinja2.Environment, name: str, root: str, values: Values) -> str:
        macros, terms = self._macros(env, root), self.glossary.on_page(root)
        return env.get_template(name).render(values, root=root, terms=terms, components=macros)

    def _macros(self, env: jinja2.Environment, root: str) -> Any:
        """The macros of all components. They know `root` and what every page knows, but nothing of a single page."""
        if (env, root) not in self.components:
            self.components[env, root] = env.get_template(MACROS).make_module({"root": root})
        return self.components[env, root]

    def _frame(self, root: str, section: str, lang: str, has_feedback_form: bool) -> list[str]:
        key = (root, section, lang, has_feedback_form)
        if key not in self.frames:
            slots = SimpleNamespace(**{name: Markup(PLACEHOLDER.format(name)) for name in PLACEHOLDERS})
            frame = self._render(
                "frame.html" if lang == "vi" else f"frame.{lang}.html",
                root,
                section=section,
                lang=lang,
                has_feedback_form=has_feedback_form,
                slot=slots,
            )
            self.frames[key] = re.split("\x02([a-z]+)\x03", frame)
        return self.frames[key]

    def _head(self, page: Page, root: str) -> str:
        lines = [] if listed(page, self.catalogue) else ['<meta name="robots" content="noindex">']
        if page.feed:
            title, url = escape(page.feed[0]), escape(root + page.feed[1])
            lines.append(f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{url}">')
        if page.data:
            lines.append(f'<link rel="alternate" type="application/json" href="{escape(root + page.data)}">')
        if self._has_twin(page):
            lines.append('<link rel="alternate" type="text/markdown" href="index.md">')
        if page.indexed:
            address = escape(self.site_url + page.url)
            lines.append(f'<meta property="og:title" content="{escape(page.title)}">')
            lines.append(f'<meta property="og:url" content="{address}"><meta property="og:type" content="website">')
            described = [page.structured()] if page.structured else []
            if page.crumbs:
                described.append(breadcrumbs(page.crumbs, self.site_url))
            if described:
                lines.append(script(*described))
        return "\n".join(lines)

    def _about(self, page: Page, main: str) -> str:
        """Query string for reporting a mistake: the page's address, version and source file. The version is the day of
        the content and a hash of the main part, so that an editor can tell whether the page has changed since."""
        version = f"{self.catalogue.as_of}.{hashlib.sha256(main.encode()).hexdigest()[:8]}"
        facts = {"trang": f"/{page.url}", "ban": version, "tep": page.source}
        return urlencode({key: value for key, value in facts.items() if value}, safe="/")

    def _crumbs(self, page: Page, root: str) -> str:
        if not page.crumbs:
            return ""
        html: str = self._macros(self.env, root).breadcrumbs([(root + url, label) for label, url in page.crumbs])
        return html

    def icon(self, name: str | None, otherwise: str = "") -> Markup:
        """The SVG of an icon of the theme, e.g. `magnify`; `otherwise` (may be empty) if there is none of that name."""
        name = name or otherwise
        if name not in self.icons:
            icon = Markup("")
            for folder in self.dirs:
                file = folder / "icons" / f"{name}.svg"
                if re.fullmatch(r"[a-z0-9-]+", name) and file.is_file():
                    drawing = file.read_text("utf-8").strip()
                    drawing = drawing.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)  # means nothing inside HTML
                    icon = Markup(drawing.replace("<svg ", '<svg class="tthc-icon" aria-hidden="true" ', 1))
                    break
            self.icons[name] = icon
        return self.icons[name] or (self.icon(otherwise) if otherwise not in ("", name) else Markup(""))


def site_gaps(catalogue: Catalogue) -> str:
    """Labels of the required fields that site.yml lacks, for builds that are not strict; empty if it has all."""
    sites = catalogue.store.of("site")
    labels = [
        spec.label for spec in specs(Site) if spec.required and not (sites and getattr(sites[0].record, spec.name))
    ]
    return ", ".join(labels)


def _markdown(text: str | None) -> Markup:
    """See `to_html`, whose library is imported only for pages that have such texts."""
    from generator.loading.markdown import to_html

    return to_html(text)
