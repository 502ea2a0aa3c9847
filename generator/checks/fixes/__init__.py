"""`tthc fix`: automatic corrections of unambiguous faults, a module each. Comments and layout are preserved, and the
runner discards a correction that would change the meaning of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.schema.kinds import Kind


class Fixer(Protocol):
    """FIXES: the rule it corrects; DESCRIPTION: what it does, in Vietnamese; ORDER: its turn; ON_BROKEN: it also runs
    on files that cannot be parsed."""

    FIXES: str
    DESCRIPTION: str
    ORDER: int
    ON_BROKEN: bool = False

    def fix(self, text: str, kind: Kind) -> str:
        """The corrected text."""


PLUGIN = Fixer
