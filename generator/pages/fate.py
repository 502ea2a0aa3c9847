"""What a page states about a procedure whose end is known only from the national register, without a document in the
content."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.fates import ENDED
from generator.catalogue.views import ProcedureView
from generator.pages.edition_band import where_to_read
from generator.pages.page import Values


def ended_by_register(view: ProcedureView) -> bool:
    """True if it has ended and only content/fates.yml states why."""
    return not view.in_force and bool(view.fate and view.fate.now in ENDED) and view.record.abolition is None


def what_became(view: ProcedureView, catalogue: Catalogue) -> Values:
    """The template's variables for such a procedure: successors are (code, name, address, whether that is of another
    host, else below the root)."""
    if not ended_by_register(view) or view.fate is None:
        return {}
    successors = [
        (other.code or "", other.name or "", *where_to_read(other.code or "", catalogue))
        for other in view.fate.successors
    ]
    return {
        "fate": view.fate,
        "successors": successors,
        "tag": "Đã thay bằng thủ tục khác" if successors else "Đã bãi bỏ",
    }
