"""Records as plain classes: what building one gives without the validator."""

from __future__ import annotations

import pytest

from generator.schema.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_empty_record_has_the_default_of_every_field(kind: Kind) -> None:
    """As one that was read from an empty file: code that builds a record itself finds every attribute."""
    assert kind.model() == kind.model.model_validate({})
