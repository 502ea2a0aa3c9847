"""Rules on the content of a part marked as not yet verified (`doi_chieu.phan_cho_doi_chieu`) report at most a warning:
the editor has already stated that it may be wrong."""

from __future__ import annotations

from generator.problem import WARNING, Severity
from generator.schema.procedure import Procedure


def downgrade_if_pending(record: Procedure, *keys: str) -> Severity | None:
    """WARNING if one of `keys` is not yet verified, otherwise None (the rule's own severity)."""
    pending = record.verification.pending if record.verification else ()
    return WARNING if any(key in pending for key in keys) else None
