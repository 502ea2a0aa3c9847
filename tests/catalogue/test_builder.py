"""The joined, dated view: what is in force, who receives it, what links to what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from tests.conftest import SMALL


def catalogue(as_of: str = "2023-12-31", content: Path = SMALL) -> Catalogue:
    return build_catalogue(read_folder(content), dt.date.fromisoformat(as_of), [])


def test_an_abolished_procedure_is_kept_but_in_no_list() -> None:
    c = catalogue()
    assert c.procedures["1.000001"].state == "ended"
    assert "1.000001" not in {view.code for view in c.in_force}
    assert all(view.code != "1.000001" for field in c.fields for view in field.procedures)
    assert [view.code for view in c.procedures["1.000001"].successors] == ["1.001193"]


@pytest.mark.parametrize(
    ("day", "states"), [("2015-01-01", {}), ("2015-06-01", {"1.000001": "in_force", "2.000815": "in_force"})]
)
def test_procedures_of_the_future_are_not_there(day: str, states: dict[str, str]) -> None:
    assert {code: view.state for code, view in catalogue(day).procedures.items()} == states


def test_communes_receive_what_is_done_at_commune_level() -> None:
    c = catalogue()
    assert {view.code for view in c.units["an-thanh"].procedures} == {"1.001193", "2.000815"}
    assert {view.code for view in c.units["tu-ky"].procedures} == {"2.000815"}


def test_units_exist_from_until() -> None:
    then, later = catalogue("2023-12-31"), catalogue("2025-07-02")
    assert then.units["an-thanh"].active and not then.units["chi-minh-2025"].begun
    assert not later.units["an-thanh"].active and later.units["chi-minh-2025"].active
    assert [other.slug for other, *_ in later.units["an-thanh"].went_to] == ["chi-minh-2025"]
    assert later.units["chi-minh-2025"].came_from[0][0].slug == "an-thanh"


def test_documents_know_the_procedures_that_rest_on_them() -> None:
    law = catalogue().laws["60/2014/QH13"]
    assert {view.code for view in law.procedures} == {"1.001193", "2.000815"}
    assert law.in_force is True
    assert catalogue("2015-06-01").laws["60/2014/QH13"].in_force is False


def test_guides_and_procedures_know_each_other() -> None:
    c = catalogue()
    assert [guide.slug for guide in c.procedures["1.001193"].guides] == ["sinh-con"]


def test_an_office_keeps_its_own_role_and_does_not_get_that_of_its_group() -> None:
    duties = {entry.agency.slug: entry for entry in catalogue().plan.agencies}
    office, group_member = duties["van-phong"], duties["phong-tu-phap"]
    assert [task.record.number for task, _ in office.leads] == [1]
    assert [task.record.number for task, _ in office.partners] == [2]
    assert [(task.record.number, via) for task, via in group_member.leads] == [
        (2, "Các cơ quan chuyên môn thuộc UBND huyện")
    ]
    assert [task.record.number for task, _ in group_member.partners] == [1]
