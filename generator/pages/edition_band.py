"""The notice about a page's date: the band at the top of every page of a past edition, and of a page of the present
edition whose text dates from an earlier one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import quote

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionView
from generator.catalogue.history import VersionView
from generator.catalogue.unit_succession import name_list
from generator.catalogue.views import GuideView, ProcedureView, UnitView
from generator.pages import formatting
from generator.pages.differences_today import differing_parts
from generator.pages.other_editions import Crumbs, Way, other_editions
from generator.pages.page import Values
from generator.schema.unit_kinds import DISTRICT

MAY_DIFFER = "Nay có thể đã khác:"
Link = tuple[str, str, bool]  # words, address, whether it leads to another host


@dataclass(frozen=True, slots=True)
class EditionBand:
    """day: ISO date of the text; past: True on a page of a past edition, otherwise the text is older than its edition;
    edition: “Bản cũ, 31/12/2023.”; now: what is different today, in words; links: where to read it."""

    day: str
    past: bool
    edition: str
    now: str
    links: tuple[Link, ...]


def edition_band(
    url: str, values: Values, catalogue: Catalogue, root: str, lang: str = "vi", crumbs: Crumbs = ()
) -> EditionBand | None:
    """The band of the page at `url` with these template values; None on a page that needs none. root: path to the
    edition's root; crumbs: (label, url) of the pages above."""
    edition = catalogue.edition
    if edition is None:
        return None
    view = values.get("view")
    if not edition.past:
        if isinstance(view, GuideView) and view.text_day:
            return EditionBand(str(view.text_day), False, *_of_guide(view.text_day), ())
        return _stale(view, catalogue, edition, root) if isinstance(view, ProcedureView) else None
    day, nearest = edition.day, other_editions(catalogue).ways(url, edition.present, crumbs)
    if lang == "en":
        there = edition.present.href(root, nearest[0].url)
        present = (f"Present edition ({edition.present.day:%d/%m/%Y})", there, False)
        return EditionBand(str(day), True, f"As of {day:%d/%m/%Y}.", "Now:", (present,))
    now, links = _now(url, view, values.get("unit"), catalogue, edition, root, nearest)
    return EditionBand(str(day), True, f"Bản cũ, {day:%d/%m/%Y}.", now, links)


def _of_guide(day: dt.date) -> tuple[str, str]:
    return f"Lời hướng dẫn của bản {day:%d/%m/%Y}.", "Nay có chỗ có thể đã khác: hỏi lại trước khi đi"


def older_guide(view: GuideView) -> str:
    """What the band of a guide says whose text is older than its edition, for paper; empty if it is not."""
    return " ".join(_of_guide(view.text_day)) + "." if view.text_day else ""


def coming(values: Values, catalogue: Catalogue) -> list[VersionView]:
    """The versions of the page's procedure that begin after the catalogue's day, for pages that announce them."""
    view = values.get("view")
    if not catalogue.announces or not isinstance(view, ProcedureView) or values.get("own") or "versions" in values:
        return []
    return catalogue.history.coming(view.code, catalogue.as_of)


def _now(
    url: str,
    view: object,
    unit: object,
    catalogue: Catalogue,
    edition: EditionView,
    root: str,
    nearest: list[Way],
) -> tuple[str, tuple[Link, ...]]:
    kin = _links(other_editions(catalogue).kin(url, edition.present), edition, root)
    links = _links(nearest, edition, root)
    if isinstance(view, ProcedureView):
        return _of_procedure(view, catalogue, edition, kin or links)
    place = view if isinstance(view, UnitView) else unit
    if isinstance(place, UnitView) and place.went_to:
        above = next((other.parent for other, *_ in place.went_to if other.parent), None)
        return f"Nay thuộc {name_list(above)}:" if above else "Nay thuộc:", kin or links
    return _since(catalogue, edition, files=not url.startswith(urls.PLANS)), links


def _links(ways: list[Way], edition: EditionView, root: str) -> tuple[Link, ...]:
    """The same page is named by the day of the present edition."""
    return tuple((way.words or _words(edition), edition.present.href(root, way.url), False) for way in ways)


def _since(catalogue: Catalogue, edition: EditionView, *, files: bool) -> str:
    """What is said of the time after this edition's day where nothing more is known: the site's unit no longer exists,
    or the text may differ. files: the page is about matters for which something is filed, not a plan."""
    unit = catalogue.site_unit
    days = [day for *_, day, _ in unit.went_to if day and edition.day < day <= edition.present.day] if unit else []
    if unit and days:
        return f"Từ {min(days):%d/%m/%Y} không còn {name_list(unit)}{', nơi nộp đã đổi' if files else ''}: xem"
    return f"{MAY_DIFFER} xem"


def _of_procedure(
    view: ProcedureView, catalogue: Catalogue, edition: EditionView, links: tuple[Link, ...]
) -> tuple[str, tuple[Link, ...]]:
    """links: to what replaced it, if that has a page, else to its own page."""
    fate = catalogue.fates.get(view.code)
    state, there = (fate.now if fate else ""), links[0][1]
    if fate and state == "được thay":
        codes = ", ".join(other.code or "" for other in fate.successors)
        return "Nay: đã thay bằng", links if len(links) > 1 else ((f"thủ tục {codes}", there, False),)
    if state == "bãi bỏ":
        return "Nay: đã bãi bỏ,", (("xem bản hiện nay", there, False),)
    if state == "chưa rõ":
        return "Nay: chưa rõ còn áp dụng không,", (("xem bản hiện nay", there, False),)  # that page searches the portal
    parts = differing_parts(view.code, catalogue)
    return f"Nay đã khác {', '.join(parts)}:" if parts else MAY_DIFFER, links


def _stale(view: ProcedureView, catalogue: Catalogue, edition: EditionView, root: str) -> EditionBand | None:
    if not view.stale:
        return None
    fate, first = view.fate, edition.first
    portal: Link = ("xem trên Cổng Dịch vụ công quốc gia", national_search(view.code, catalogue), True)
    if fate and fate.now == "được thay":
        links = []
        for other in fate.successors:  # the page below says the names, often sixty words
            address, outside = where_to_read(other.code or "", catalogue)
            words = f"thủ tục {other.code}" if other.code else other.name or ""
            links.append((words, address if outside else root + address, outside))
        return EditionBand(
            str(first), False, f"Thủ tục của bản {first:%d/%m/%Y}.", "Nay đã thay bằng:", tuple(links) or (portal,)
        )
    if fate and fate.now == "bãi bỏ":
        return EditionBand(str(first), False, f"Thủ tục của bản {first:%d/%m/%Y}.", "Nay đã bãi bỏ;", (portal,))
    gone = _dissolved(catalogue) if view.record.levels == [DISTRICT] else ""
    if fate is not None and fate.now == "tiếp tục":
        changed = f"{gone}, nơi nộp đã đổi; phí, giấy tờ" if gone else "nơi nộp, phí, giấy tờ"
        now = f"Nay thủ tục vẫn còn, nhưng {changed} có thể đã khác:"
    else:
        now = f"Chưa rõ nay còn áp dụng không; {gone + ': ' if gone else ''}hỏi nơi nộp trước khi đi, hoặc"
    return EditionBand(str(first), False, f"Theo bản {first:%d/%m/%Y}.", now, (portal,))


def _dissolved(catalogue: Catalogue) -> str:
    """That the site's unit no longer exists, inside a sentence; empty if it does."""
    unit = catalogue.site_unit
    days = [day for *_, day, _ in unit.went_to if day and day <= catalogue.as_of] if unit and not unit.active else []
    return f"từ {min(days):%d/%m/%Y} không còn {name_list(unit)}" if unit and days else ""


def where_to_read(code: str, catalogue: Catalogue) -> tuple[str, bool]:
    """The page of a procedure in this edition, else the national portal's search; whether it is that."""
    own = catalogue.procedures.get(code)
    return (own.url, False) if own and own.in_force else (national_search(code, catalogue), True)


def national_search(code: str, catalogue: Catalogue) -> str:
    """The national portal's search for a code."""
    portal = (formatting.safe_url(catalogue.site.national_portal) or "https://dichvucong.gov.vn").rstrip("/")
    return f"{portal}/tim-kiem?keyword={quote(code)}"


def _words(edition: EditionView) -> str:
    return f"bản {edition.present.day:%d/%m/%Y}"
