"""Checks of a built site: one file each, found by name. They read only the files of the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.audit.finding import AuditFinding
    from generator.audit.site import BuiltSite


class AuditCheck(Protocol):
    """ID: KT-000; TITLE: what the check verifies, in Vietnamese; LAW: the article that requires it."""

    MARKS: ClassVar[tuple[str, ...]] = ("ID", "TITLE")
    ID: str
    TITLE: str
    LAW: str = ""

    def check(self, site: BuiltSite) -> Iterator[AuditFinding]:
        """The findings in the site."""


PLUGIN = AuditCheck
