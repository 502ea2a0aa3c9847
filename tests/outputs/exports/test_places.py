"""The small data files that scripts load."""

from __future__ import annotations

import json
from pathlib import Path


def load(site: Path, name: str) -> dict:
    (file,) = (site / "assets").glob(f"{name}*.json")
    return json.loads(file.read_text("utf-8"))


def test_every_commune_of_the_day_and_the_district(real_site: Path) -> None:
    places = load(real_site, "places")
    assert len(places["communes"]) == 23
    assert places["communes"]["an-thanh"]["name"] == "Xã An Thanh"
    assert places["district"]["name"] == "Huyện Tứ Kỳ"


def test_a_contact_that_nobody_gave_is_absent_not_invented(real_site: Path) -> None:
    for place in load(real_site, "places")["communes"].values():
        assert "chờ đơn vị bổ sung" not in place.values()
        assert None not in place.values()
