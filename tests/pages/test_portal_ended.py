"""A page of today never sends anybody to a portal that is no more."""

from __future__ import annotations

import datetime as dt

from generator.pages.procedure_content import portal_ended
from tests.support.real_content import real_editions


def test_a_record_that_names_the_portal_of_a_province_is_corrected_from_its_last_day() -> None:
    past, present = real_editions()
    record = present.procedures["1.000893"].load()
    assert any("Cổng dịch vụ công tỉnh" in (channel.note or "") for channel in record.channels)
    assert portal_ended(record, present.as_of) == portal_ended(record, dt.date(2025, 7, 1)) == dt.date(2025, 7, 1)
    assert portal_ended(record, dt.date(2025, 6, 30)) is None
    assert portal_ended(past.procedures["1.000893"].load(), past.as_of) is None
    current = present.procedures["1.001193"].load()  # filed on the national portal
    assert portal_ended(current, present.as_of) is None
