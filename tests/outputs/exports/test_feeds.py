"""Atom feeds of what changed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds(site: Path) -> list[Path]:
    return sorted(site.rglob("atom.xml"))


def test_the_site_every_field_and_every_unit_with_a_desk_have_one(real_site: Path) -> None:
    found = {str(file.parent.relative_to(real_site)) for file in feeds(real_site)}
    assert {".", "linh-vuc/ho-tich", "don-vi/an-thanh", "don-vi/tu-ky"} <= found


def test_they_are_well_formed_and_complete(real_site: Path) -> None:
    for file in feeds(real_site):
        feed = ET.fromstring(file.read_text("utf-8"))
        for part in ("title", "id", "updated", "author"):
            assert feed.find(f"{ATOM}{part}") is not None, f"{file}: {part}"
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)), file
        for entry in feed.iter(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}updated", "").endswith("T00:00:00+07:00")


def test_newest_first_and_nothing_from_after_the_day_of_the_content(real_site: Path) -> None:
    days = [
        entry.findtext(f"{ATOM}updated", "")
        for entry in ET.fromstring((real_site / "atom.xml").read_text("utf-8")).iter(f"{ATOM}entry")
    ]
    assert days == sorted(days, reverse=True) and len(days) > 10
    assert days[0] < "2024"


@pytest.mark.parametrize(
    "page", ["index.html", "linh-vuc/ho-tich/index.html", "don-vi/an-thanh/index.html", "thu-tuc/1-001193/index.html"]
)
def test_pages_name_a_feed_that_exists(real_site: Path, page: str) -> None:
    import re

    html = (real_site / page).read_text("utf-8")
    address = re.search(r'type="application/atom\+xml"[^>]*href="([^"]+)"', html)[1]
    assert ((real_site / page).parent / address).resolve().is_file()
