"""The small data files that scripts load."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from generator.catalogue.builder import build_catalogue
from generator.outputs.exports.places import place
from tests.support.rule_samples import PLACES, UNIT, WHOLE, change, read


def load(site: Path, name: str) -> dict:
    (file,) = (site / "assets").glob(f"{name}*.json")
    return json.loads(file.read_text("utf-8"))


def test_every_commune_of_the_day_and_the_district(real_site: Path) -> None:
    places = load(real_site, "places")
    assert len(places["communes"]) == 23
    assert places["communes"]["an-thanh"]["name"] == "Xã An Thanh"
    assert places["district"]["name"] == "Huyện Tứ Kỳ"


def test_a_contact_that_nobody_gave_is_absent_not_invented(real_site: Path) -> None:
    for commune in load(real_site, "places")["communes"].values():
        assert "chờ đơn vị bổ sung" not in commune.values()
        assert None not in commune.values()


def test_a_closing_time_that_no_script_reads_is_left_out() -> None:
    """The calculator of the day of the result counted from “16h30” as from no number at all."""
    hours = "gio_tiep_nhan: Giờ hành chính"
    for closes, kept in (('"16:30"', "16:30"), ("16h30", None)):
        files = WHOLE | {PLACES["unit"]: change(UNIT, {hours: f"{hours}\n  gio_ngung_nhan: {closes}"})}
        unit = build_catalogue(read(files), dt.date(2023, 12, 31), []).units["an-thanh"]
        assert place(unit).get("closes") == kept
