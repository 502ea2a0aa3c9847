"""Lay pages out. The frame (head, menu, foot) is rendered once for each depth and menu entry and then only filled,
which is what makes thousands of pages cheap; a page's own template renders its middle part alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.loading.markdown import to_html
from generator.outputs.search.opensearch import short_name
from generator.pages import formatting
from generator.pages.page import Page
from generator.rendering.code_links import code_linker
from generator.rendering.glossary import Glossary
from generator.rendering.jinja_env import Environment, FastCodeGenerator, FragmentCache
from generator.rendering.qr import qr
from generator.schema.procedure import Procedure
from generator.schema.record import specs
from generator.schema.site import Site

PLACEHOLDER = "\x02{}\x03"
PLACEHOLDERS = ("title", "description", "address", "crumbs", "main", "head", "about")


class PageRenderer:
    """Templates bound to one catalogue. asset: logical name -> published path; base: absolute path of the site on its host."""

    def __init__(
        self, theme_dirs: list[str], catalogue: Catalogue, asset: Callable[[str], str], base: str, plugin_name: str = ""
    ) -> None:
        self.dirs = [Path(folder) for folder in theme_dirs]
        self.base = base
        self.site_url = (catalogue.site.url or "").rstrip("/") + "/"
        self.env = Environment(theme_dirs)
        self.glossary = Glossary(catalogue.glossary)
        self.env.globals |= {"qr": lambda url: qr(self.site_url + url)}
        self.env.globals |= {"site": catalogue.site, "urls": urls, "formatting": formatting, "icon": self.icon, "asset": asset}
        self.env.globals["district"] = ""  # on a commune's own site: where the pages are that it does not have
        self.env.globals["search_name"] = short_name(catalogue.site)  # as search/opensearch.xml of this site says it
        self.show(catalogue)
        self.env.globals |= {"pending_labels": pending_labels, "site_gaps": site_gaps(catalogue)}
        self.env.filters |= {"date": formatting.date, "said": formatting.text_or_missing, "sentence": formatting.sentence, "markdown": to_html}
        self.careful, self.hard = self.env.careful(), set[str]()
        self.frames: dict[tuple[str, str, str, bool], list[str]] = {}
        self.icons: dict[str, Markup] = {}

    def show(self, catalogue: Catalogue) -> None:
        """From now on lay out pages of `catalogue`: the same site, other procedures."""
        self.env.globals |= {"catalogue": catalogue, "codes": code_linker(catalogue.procedures), "cached": FragmentCache()}

    def html(self, page: Page, root: str | None = None) -> str:
        """The whole HTML of `page`. root: way back to the root, for pages that are served at any depth (404)."""
        root = root if root is not None else page.root or "./"
        middle = self._render(f"pages/{page.template}", root, page=page, **page.values())
        filled = {
            "title": escape(page.title if not page.url else f"{page.title} – {self.env.globals['site'].name or ''}"),  # type: ignore[attr-defined]
            "description": escape(page.description),
            "address": escape(self.site_url + page.url),
            "crumbs": self._crumbs(page, root),
            "main": middle,
            "head": self._head(page, root),
            "about": escape(self._about(page, middle)),
        }
        pieces = self._frame(root, page.section, page.lang, page.asked)
        return "".join(filled[piece] if at % 2 else piece for at, piece in enumerate(pieces))

    def _render(self, name: str, root: str, **values: Any) -> str:
        """A template, filled. What plain Python cannot do with it (`a.b` for `a["b"]`), Jinja's own code does."""
        if name not in self.hard:
            try:
                return self.env.get_template(name).render(root=root, terms=self.glossary.on_page(root), **values)
            except FastCodeGenerator.FAILS:
                self.hard.add(name)
        return self.careful.get_template(name).render(root=root, terms=self.glossary.on_page(root), **values)

    def _frame(self, root: str, section: str, lang: str, asked: bool) -> list[str]:
        key = (root, section, lang, asked)
        if key not in self.frames:
            slots = SimpleNamespace(**{name: Markup(PLACEHOLDER.format(name)) for name in PLACEHOLDERS})
            frame = self._render(
                "frame.html" if lang == "vi" else f"frame.{lang}.html",
                root,
                section=section,
                lang=lang,
                asked=asked,
                slot=slots,
            )
            self.frames[key] = re.split("\x02([a-z]+)\x03", frame)
        return self.frames[key]

    @staticmethod
    def _head(page: Page, root: str) -> str:
        lines = [] if page.indexed else ['<meta name="robots" content="noindex">']
        if page.feed:
            title, url = page.feed
            lines.append(
                f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{escape(root + url)}">'
            )
        return "\n".join(lines)

    def _about(self, page: Page, middle: str) -> str:
        """What a report of a mistake says of the page: its address, the version that was read, the file it comes from. The version
        is the day of the content and a hash of what the reader saw, so that an editor knows whether it still reads so."""
        version = f"{self.env.globals['catalogue'].as_of}.{hashlib.sha256(middle.encode()).hexdigest()[:8]}"  # type: ignore[attr-defined]
        facts = {"trang": f"/{page.url}", "ban": version, "tep": page.source}
        return urlencode({key: value for key, value in facts.items() if value}, safe="/")

    def _crumbs(self, page: Page, root: str) -> str:
        if not page.crumbs:
            return ""
        items = "".join(f'<li><a href="{escape(root + url)}">{escape(label)}</a></li>' for label, url in page.crumbs)
        return f'<nav class="crumbs" aria-label="Đường dẫn"><ol>{items}</ol></nav>'

    def icon(self, name: str) -> Markup:
        """The drawing of a Material icon, e.g. `magnify`; nothing when there is none of that name."""
        if name not in self.icons:
            found = Markup("")
            for folder in self.dirs:
                file = folder / ".icons" / "material" / f"{name}.svg"
                if re.fullmatch(r"[a-z0-9-]+", name or "") and file.is_file():
                    drawing = file.read_text("utf-8").strip()
                    found = Markup(
                        drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
                    )
                    break
            self.icons[name] = found
        return self.icons[name]


def site_gaps(catalogue: Catalogue) -> str:
    """What site.yml lacks, for the pages of a site that is built all the same; nothing when it has all."""
    sites = catalogue.store.of("site")
    labels = [
        spec.label for spec in specs(Site) if spec.required and not (sites and getattr(sites[0].record, spec.name))
    ]
    return ", ".join(labels)


def pending_labels(keys: list[str]) -> str:
    """The Vietnamese labels of a record's parts, for a list of their YAML keys."""
    labels = {spec.key: spec.label for spec in specs(Procedure)}
    return ", ".join(labels.get(key, key) for key in keys)
