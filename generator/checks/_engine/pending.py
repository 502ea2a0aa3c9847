"""A part that is marked as waiting for comparison (`doi_chieu.phan_cho_doi_chieu`) gets at most a warning from rules
that judge its content: the editor has already said that it may be wrong."""

from __future__ import annotations

from generator.problem import WARNING, Severity
from generator.schema.procedure import Procedure


def downgrade_if_pending(record: Procedure, *keys: str) -> Severity | None:
    """WARNING when one of `keys` waits for comparison, otherwise None (the rule's own severity)."""
    pending = record.verification.pending if record.verification else ()
    return WARNING if any(key in pending for key in keys) else None
