"""Pages of the plan."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.pages.inputs import inputs_of, judged, law, noted


def shared_inputs(catalogue: Catalogue) -> object:
    """The default inputs of a plan's pages: all other records, the completeness and online level of procedures, the
    whole records of those under review, and the documents that a plan names."""
    found = inputs_of(catalogue)
    reviewed = [view.procedure for plan in catalogue.plans.values() for view in plan.reviews if view.procedure]
    plans = catalogue.plans.values()
    numbers = {number for plan in plans for part in plan.record.preamble for number in part.laws}
    numbers |= {view.record.number for plan in plans for view in plan.documents if view.record.number}
    laws = [law(catalogue.laws.get(number)) for number in sorted(numbers)]
    return (found.other_records, found.of_all(judged), [noted(view.full_token) for view in reviewed], laws)
