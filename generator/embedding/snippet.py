"""A piece of HTML to paste into any portal: no script, no style, no frame, at most 3,000 bytes."""

from __future__ import annotations

from markupsafe import Markup

from generator.catalogue import addresses
from generator.catalogue.reorganisation import heirs, what_happened
from generator.catalogue.views import FieldView, ProcedureView, UnitView

MOST_BYTES = 3000


def snippet(site: str, unit: UnitView, field: FieldView | None, views: list[ProcedureView]) -> str:
    """As many procedures as fit, each with its full address, and a link to the whole list. site: the address that pages stand below."""
    title = f"{field.name} – {unit.title}" if field else f"Thủ tục hành chính – {unit.title}"
    whole = f"{site}{field.url if field else addresses.unit_procedures(unit.slug)}?xa={unit.slug}"
    head = Markup('<section lang="vi" class="tthc">\n<h3>{}</h3>\n<ul>\n').format(title)
    foot = Markup('</ul>\n<p><a href="{}">{}</a></p>\n</section>\n').format(whole, f"Xem tất cả {len(views)} thủ tục")
    left = MOST_BYTES - len((head + foot).encode())
    rows = []
    for view in views:
        row = Markup('<li><a href="{}">{}</a></li>\n').format(f"{site}{view.url}?xa={unit.slug}", view.name)
        left -= len(row.encode())
        if left < 0:
            break
        rows.append(row)
    return str(head + Markup("").join(rows) + foot)


def ended(site: str, unit: UnitView) -> str:
    """What to paste instead once the unit has ended: what happened, and where its successors are."""
    story = Markup("").join(Markup("<p>{}</p>\n").format(line) for line in what_happened(unit))
    links = Markup("").join(Markup('<li><a href="{}">{}</a></li>\n').format(f"{site}{heir.url}", heir.title) for heir in heirs(unit))
    return str(Markup('<section lang="vi" class="tthc">\n<h3>{} (cũ)</h3>\n{}<ul>\n{}</ul>\n</section>\n').format(unit.title, story, links))
