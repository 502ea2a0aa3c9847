"""Checks of a built site: one file each, found by name. They read only the files of the site.

Files are checked in several processes, each page parsed once for all checks. What depends on more than one file is
checked at the end, from what was noted of each page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.audit.finding import AuditFinding
    from generator.audit.site import BuiltSite, ParsedPage


class AuditCheck(Protocol):
    """ID: KT-000; TITLE: what the check verifies, in Vietnamese; LAW: the article that requires it. At least one of the
    functions."""

    MARKS: ClassVar[tuple[str, ...]] = ("ID", "TITLE", "check_page", "note_page", "check_file", "check_site")
    ID: str
    TITLE: str
    LAW: str = ""

    def check_page(self, page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
        """The findings in one page; `site` knows which other files exist."""

    def note_page(self, page: ParsedPage, site: BuiltSite) -> Any:
        """The facts about one page that check_site needs: small and picklable; None for none."""

    def check_file(self, name: str, site: BuiltSite) -> Iterator[AuditFinding]:
        """The findings in one file that is not a page."""

    def check_site(self, site: BuiltSite, notes: dict[str, Any]) -> Iterator[AuditFinding]:
        """The findings in the site as a whole. notes: of the pages, by name; those of None are left out."""


PLUGIN = AuditCheck
