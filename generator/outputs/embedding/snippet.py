"""An HTML snippet to paste into any portal: no script, no style, no frame, at most 3,000 bytes."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.edition import EditionView
from generator.catalogue.unit_succession import current_successors, describe_succession
from generator.catalogue.views import FieldView, ProcedureView, UnitView

MAX_BYTES = 3000
PLACEHOLDER = "\x01"  # placeholder for the unit in a row that several units share


def edition_note(day: dt.date, edition: EditionView | None, tab: str = "") -> str:
    """The line that an embedded list begins with, as HTML: its day, and for a past edition where to read what holds
    now. tab: attributes of the link, for a frame."""
    if edition is None or not edition.past:
        return str(Markup('<p data-edition="{}">Tính đến ngày {}.</p>\n').format(day, f"{day:%d/%m/%Y}"))
    return str(
        Markup('<p data-edition="{}"><strong>Bản {}.</strong> Nay: <a href="{}"{}>xem bản {}</a>.</p>\n').format(
            edition.day,
            f"{edition.day:%d/%m/%Y}",
            edition.present.address,
            Markup(tab),
            f"{edition.present.day:%d/%m/%Y}",
        )
    )


class Snippets:
    """Renders snippets. site: base address of the pages; note: the line about their day; part: what
    communes are called in addresses. Rows are cached
    with a placeholder for the unit."""

    def __init__(self, site: str, note: str, part: str) -> None:
        self.site, self.note, self.part = site, note, part
        self.rows: dict[str, str] = {}

    def of(self, unit: UnitView, field: FieldView | None, views: list[ProcedureView]) -> str:
        """As many procedures as fit, each with its full address, and a link to the whole list."""
        title = f"{field.name} – {unit.title}" if field else f"Thủ tục hành chính – {unit.title}"
        slug = str(escape(unit.slug))
        whole = f"{escape(self.site + (field.url if field else urls.unit_procedures(unit.slug)))}?{self.part}={slug}"
        head = f'<section lang="vi" class="tthc">\n<h3>{escape(title)}</h3>\n{self.note}<ul>\n'
        foot = f'</ul>\n<p><a href="{whole}">Xem tất cả {len(views)} thủ tục</a></p>\n</section>\n'
        bytes_left = MAX_BYTES - len((head + foot).encode())
        rows = []
        for view in views:
            row = self._row(view).replace(PLACEHOLDER, slug)
            bytes_left -= len(row.encode())
            if bytes_left < 0:
                break
            rows.append(row)
        return head + "".join(rows) + foot

    def ended(self, unit: UnitView) -> str:
        """The snippet of an ended unit: what happened, and links to its successors."""
        story = Markup("").join(Markup("<p>{}</p>\n").format(line) for line in describe_succession(unit))
        links = Markup("").join(
            Markup('<li><a href="{}">{}</a></li>\n').format(f"{self.site}{successor.url}", successor.title)
            for successor in current_successors(unit)
        )
        return str(
            Markup('<section lang="vi" class="tthc">\n<h3>{} (cũ)</h3>\n{}{}<ul>\n{}</ul>\n</section>\n').format(
                unit.title, Markup(self.note), story, links
            )
        )

    def _row(self, view: ProcedureView) -> str:
        if view.code not in self.rows:
            official = f" ({escape(view.name)})" if view.called else ""
            self.rows[view.code] = (
                f'<li><a href="{escape(self.site + view.url)}?{self.part}={PLACEHOLDER}">{escape(view.heading)}</a>'
                f"{official}</li>\n"
            )
        return self.rows[view.code]
