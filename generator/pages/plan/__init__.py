"""Pages of the plan."""

from __future__ import annotations

from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.pages.inputs import inputs_of, judged


def shared_inputs(catalogue: Catalogue) -> Any:
    """What the pages of a plan are made from, where they state nothing else: all other records, of procedures how
    complete and how digital they are, and the whole records of those under review."""
    found = inputs_of(catalogue)
    reviewed = [view.procedure for plan in catalogue.plans.values() for view in plan.reviews if view.procedure]
    return (found.others, found.faults, found.of_all(judged), [view.full_token for view in reviewed])
