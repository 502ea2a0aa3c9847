"""/chat-luong/: the four reports of TT 19/2014/TT-BTP Đ10 k3 and the share of complete procedures, public."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.doubt import MAIN, VALUES
from generator.pages import formatting
from generator.pages.page import Page, SearchRecord, Values
from generator.reporting.quality.facts import Facts
from generator.reporting.quality.history import recorded
from generator.reporting.quality.summary import Quality, quality
from generator.schema.record import walk
from generator.schema.values import PENDING_CONTACT

_WORKED_OUT: WeakKeyDictionary[Catalogue, Quality] = WeakKeyDictionary()


def quality_of(catalogue: Catalogue) -> Quality:
    """The reports and shares of `catalogue`, computed once per catalogue."""
    if catalogue not in _WORKED_OUT:
        edition = catalogue.edition
        old = edition.first if edition and edition.later else None
        _WORKED_OUT[catalogue] = quality(
            Facts(catalogue.store, catalogue.as_of, catalogue.problems, withheld=catalogue.withheld, text_day=old)
        )
    return _WORKED_OUT[catalogue]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The quality page."""
    yield Page(
        url=urls.QUALITY,
        template="quality.html",
        title="Chất lượng công khai thủ tục",
        description="Điều gì đã đối chiếu, điều gì phải hỏi lại, đăng được bao nhiêu trong danh mục chính thức.",
        context=lambda: context(catalogue),
        section=urls.QUALITY,
        crumbs=[("Trang chủ", urls.HOME)],
        search=SearchRecord("page", "Chất lượng công khai thủ tục", keywords=["thủ tục chưa đầy đủ", "chờ đối chiếu"]),
    )


def context(catalogue: Catalogue) -> Values:
    """The context of the page; days: of this edition, oldest first."""
    result = quality_of(catalogue)
    return {
        "quality": result,
        "values": [(value, formatting.sentence(name)) for value, (name, _) in VALUES.items()],
        "main": [(value, formatting.sentence(VALUES[value][0])) for value in MAIN],
        "days": [one for one in recorded(catalogue.store) if one.content_day == catalogue.as_of],
        "owing": owing(catalogue),
    }


def owing(catalogue: Catalogue) -> list[tuple[str, str, int]]:
    """(unit, address, number of missing contacts) of the district and its communes, most first."""
    units = catalogue.home_and_communes
    rows = [
        (unit.title, unit.url, sum(value == PENDING_CONTACT for _, _, value in walk(unit.record))) for unit in units
    ]
    return sorted(
        (row for row in rows if row[2]), key=lambda row: -row[2]
    )  # stable: equals keep the order of the units
