"""All files below nhung/: the iframe page and the snippet for each unit and each of its fields, and their assets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors, describe_succession
from generator.catalogue.views import FieldView, ProcedureView, UnitView
from generator.catalogue.wording import wording
from generator.outputs.embedding.snippet import PLACEHOLDER, Snippets, edition_note
from generator.outputs.output import Data, Output
from generator.pages import doubt_words, formatting
from generator.pages.inputs import inputs_of, listed

TEMPLATES = Path(__file__).parent / "templates"
MAX_ROWS = 150  # more would be unusable inside a frame; a link leads to the full list
LOADED = ("nhung.css", "nhung.js", "khung.js")


def files(catalogue: Catalogue) -> Iterator[tuple[str, Data]]:
    """(path below the site, bytes). Nothing where no unit receives dossiers."""
    for piece in pieces(catalogue):
        yield from piece.make()


def pieces(catalogue: Catalogue) -> list[Output]:
    """The files as outputs, one per unit, for several processes or machines."""
    site = (catalogue.site.url or "").rstrip("/") + "/"
    note = edition_note(catalogue.as_of, catalogue.edition)
    of_frame = edition_note(catalogue.as_of, catalogue.edition, ' target="_blank" rel="noopener"')
    part = wording(catalogue).part
    page, snippets = (
        Frame((TEMPLATES / "khung.html").read_text("utf-8"), site, of_frame, part),
        Snippets(site, note, part),
    )
    units = [unit for unit in catalogue.units.values() if unit.begun and (unit.is_commune or unit.is_district)]
    return [
        *(
            Output(
                f"nhung/{unit.slug}",
                partial(_of_unit, unit, catalogue, page, snippets),
                partial(_inputs, unit, catalogue),
            )
            for unit in units
            if unit.procedures or not unit.has_desk
        ),
        *([Output("nhung", _loaded, ())] if units else []),
    ]


def _inputs(unit: UnitView, catalogue: Catalogue) -> object:
    shown = inputs_of(catalogue)
    if not unit.has_desk:
        return (shown.other_records, [(field.slug, field.name) for field in catalogue.fields])
    return (unit.slug, unit.title, catalogue.site.url, shown.of_all(listed, unit.procedures))


def _of_unit(unit: UnitView, catalogue: Catalogue, page: Frame, snippets: Snippets) -> Iterator[tuple[str, bytes]]:
    for field, views in [(None, unit.procedures), *_by_field(unit, catalogue)]:
        base = urls.embedded(unit.slug, field.slug if field else "")
        html = page.of(unit, field, views) if unit.has_desk else page.ended(unit)
        html = html.replace('="NHUNG/', '="../../' if field else '="../', 2)  # the first two are the template's own
        yield f"{base}index.html", html.encode()
        text = snippets.of(unit, field, views) if unit.has_desk else snippets.ended(unit)
        yield f"{base}doan-ma.txt", text.encode()


def _loaded() -> Iterator[tuple[str, bytes]]:
    for name in LOADED:
        yield f"{urls.EMBEDDED}{name}", (TEMPLATES / name).read_bytes()


def _by_field(unit: UnitView, catalogue: Catalogue) -> list[tuple[FieldView, list[ProcedureView]]]:
    """The fields a unit has procedures in; for an ended unit all fields, because a portal may embed any of them."""
    if not unit.has_desk:
        return [(field, []) for field in catalogue.fields]
    return [
        (views[0].field, views)
        for _, views in (
            (key, list(group)) for key, group in groupby(unit.procedures, key=lambda view: view.field.slug)
        )
    ]


class Frame:
    """Renders the page inside the iframe. The template has two slots, title and body, filled with escaped text."""

    def __init__(self, template: str, site: str, note: str, part: str) -> None:
        self.note, self.part = note, part
        self.before, self.between, self.after = template.split("<!--|-->")
        self.site = site
        self.rows: dict[tuple[str, ...], Markup] = {}

    def of(self, unit: UnitView, field: FieldView | None, views: list[ProcedureView]) -> str:
        """The list of one unit, all of it or one field."""
        title = f"{field.name} – {unit.title}" if field else f"Thủ tục tại {formatting.lower_first(unit.title)}"
        whole = field.url if field else urls.unit_procedures(unit.slug)
        rows = self._lists(views[:MAX_ROWS], unit)
        more = Markup('<p><a href="{}" target="_blank" rel="noopener">{}</a></p>').format(
            f"{self.site}{whole}?{self.part}={unit.slug}", f"Xem tất cả {len(views)} thủ tục"
        )
        return self._page(title, Markup("<h1>{}</h1>{}{}").format(title, rows, more))

    def ended(self, unit: UnitView) -> str:
        """The frame of an ended unit: what happened, and links to its successors."""
        title = f"{unit.title} (cũ)"
        story = Markup("").join(Markup("<p>{}</p>").format(line) for line in describe_succession(unit))
        links = Markup("").join(
            Markup('<li><a href="{}" target="_blank" rel="noopener">{}</a></li>').format(
                f"{self.site}{successor.url}", successor.title
            )
            for successor in current_successors(unit)
        )
        return self._page(title, Markup("<h1>{}</h1>{}<ul>{}</ul>").format(title, story, links))

    def _lists(self, views: list[ProcedureView], unit: UnitView) -> Markup:
        """One list; of several fields a folded one for each, because a frame shows a few lines at a time."""
        fields = [(key, list(group)) for key, group in groupby(views, key=lambda view: view.field.name)]
        if len(fields) < 2:
            return Markup("<ul>{}</ul>").format(self._rows(views, unit))
        return Markup("").join(
            Markup("<details><summary>{} ({})</summary><ul>{}</ul></details>").format(
                name, len(group), self._rows(group, unit)
            )
            for name, group in fields
        )

    def _rows(self, views: list[ProcedureView], unit: UnitView) -> Markup:
        """The rows of a list, cached with a placeholder for the unit: units of a kind list the same procedures."""
        key = tuple(view.code for view in views)
        if key not in self.rows:
            self.rows[key] = Markup("").join(map(self._row, views))
        return Markup(self.rows[key].replace(PLACEHOLDER, str(escape(unit.slug))))

    def _row(self, view: ProcedureView) -> Markup:
        ask = doubt_words.brief(view.doubts)
        facts = f"{formatting.time_of_view(view)} · {formatting.fee_of_view(view)}"
        facts += f" · {doubt_words.MARK} {ask}" if ask else ""
        address = f"{escape(self.site + view.url)}?{escape(self.part)}={PLACEHOLDER}"
        small = escape((view.called and f"{view.name} · ") + facts)
        return Markup(
            f'<li data-code="{escape(view.code)}"><a href="{address}" target="_blank" rel="noopener">'
            f"{escape(view.heading)}</a> <small>{small}</small></li>"
        )

    def _page(self, title: str, body: Markup) -> str:
        return f"{self.before}{escape(title)}{self.between}{self.note}{body}{self.after}"
