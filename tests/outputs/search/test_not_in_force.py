"""Who asks in one edition for a procedure that only another has, or that has ended, finds it, and is told so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.for_unit import shared_catalogue
from generator.composition.editions import edition_catalogues
from generator.outputs.search.index import Index
from generator.outputs.search.not_in_force import not_in_force
from generator.outputs.search.publish import inputs
from tests.outputs.search.conftest import in_node, index_of, read
from tests.support.editions import edition_files
from tests.support.real_content import real_editions
from tests.support.rule_samples import PROCEDURE
from tests.support.versions import BASE, store_of

THREE = """\
cac_ban:
  - {ngay: 2023-12-31, thu_muc: ban-2023, ten: Bản năm 2023}
  - {ngay: 2025-12-31, thu_muc: ban-2025, ten: Bản 2025}
  - {ngay: 2026-11-29, thu_muc: hien-nay, ten: Bản hiện nay}
"""


def records(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Address and what is said of each procedure that is not in force, by code."""
    found = [(page.url, page.search_entry()) for page in not_in_force(catalogue)]
    return {record.code: (url, record.validity) for url, record in found if record}


def small(newest: str = "Việc mới") -> list[Catalogue]:
    """A site of three editions: one procedure in all, one until 2024, one since 2026, one in 2025 alone."""
    files = edition_files()
    files["site.yml"] = files["site.yml"].partition("cac_ban:")[0] + THREE
    for code, name, term in (
        ("1.000001", "Việc cũ", "  tu: 2016-01-01\n  den: 2024-06-30\n"),
        ("1.000002", newest, "  tu: 2026-03-01\n"),
        ("1.000003", "Việc giữa", "  tu: 2025-01-01\n  den: 2026-01-31\n"),
    ):
        text = PROCEDURE.replace("1.001193", code).replace("ten_thu_tuc: Đăng ký khai sinh", f"ten_thu_tuc: {name}")
        files[BASE.replace("1.001193", code)] = text.replace("  tu: 2016-01-01\n", term, 1)
    return edition_catalogues(store_of(files), None, [])


def test_any_number_of_editions() -> None:
    root, middle, present = small()
    assert records(root) == {
        "1.000002": ("hien-nay/thu-tuc/1-000002/", "Chỉ có trong bản hiện nay (29/11/2026)"),
        "1.000003": ("ban-2025/thu-tuc/1-000003/", "Chỉ có trong bản 2025 (31/12/2025)"),
    }
    assert records(middle) == {
        "1.000001": ("thu-tuc/1-000001/", "Không còn áp dụng"),  # its page there says what became of it
        "1.000002": ("../hien-nay/thu-tuc/1-000002/", "Chỉ có trong bản hiện nay (29/11/2026)"),
    }
    assert records(present) == {
        code: (f"thu-tuc/{code.replace('.', '-')}/", "Không còn áp dụng") for code in ("1.000001", "1.000003")
    }


def test_the_index_is_made_again_when_a_procedure_of_another_edition_has_changed() -> None:
    before, same, after = (inputs([], small(name)[0])[-1] for name in ("Việc mới", "Việc mới", "Việc khác"))
    assert before == same != after


def test_a_communes_own_site_leads_to_the_whole_site() -> None:
    root = real_editions()[0]
    assert root.edition and root.site.url
    found = records(shared_catalogue(root))
    assert found and {url.partition("thu-tuc/")[0] for url, _ in found.values()} == {f"{root.site.url}hien-nay/"}
    others = {view.code: view for _, view in root.edition.others}
    assert all("cấp xã" in others[code].record.levels for code in found)


@pytest.fixture(scope="module")
def present() -> Index:
    return index_of(real_editions()[1])[1]


@pytest.mark.slow
def test_what_only_the_present_has_is_found_at_the_root(real: tuple[Any, Index]) -> None:
    root, later = real_editions()
    wanted = {view.called: view.code for view in later.in_force if view.code not in root.procedures}
    assert len(wanted) > 15
    behind = set()
    for text, answer in zip(wanted, in_node({**read(real[1]), "questions": [*wanted]}), strict=True):
        assert wanted[text] in answer["codes"][:2], text
        if answer["codes"][0] != wanted[text]:
            behind.add(text)
            continue
        url, validity = answer["first"]
        assert validity == "Chỉ có trong bản hiện nay (26/11/2026)"
        assert url == f"hien-nay/{later.procedures[wanted[text]].url}"
    assert all("căn cước" in text for text in behind)  # the root has cards of its own


@pytest.mark.slow
def test_what_has_ended_is_found_in_the_present(present: Index) -> None:
    later = real_editions()[1]
    wanted = {view.called: view for view in later.procedures.values() if not view.in_force}
    assert len(wanted) > 15
    for text, answer in zip(wanted, in_node({**read(present), "questions": [*wanted]}), strict=True):
        url, validity = answer["first"]
        fate = wanted[text].fate
        successors = [other.code for other in fate.successors] if fate else []
        if answer["codes"][0] in successors:  # this site has what replaced it: that is what one does today
            assert validity == "" and later.procedures[answer["codes"][0]].in_force, text
            continue
        assert (answer["codes"][0], url) == (wanted[text].code, wanted[text].url), text
        assert validity in ("Không còn áp dụng: nay làm theo thủ tục khác", "Không còn áp dụng: đã bãi bỏ")


def test_no_fact_of_what_has_ended_and_none_beside_the_name_of_another_edition(present: Index) -> None:
    records = [page.search_entry() for catalogue in real_editions() for page in not_in_force(catalogue)]
    assert len(records) > 30
    for record in filter(None, records):
        assert record.validity and not any((record.agency, record.time, record.fee, record.online, record.doubt))
        assert not (record.answers and record.validity.startswith("Không còn"))
    assert set(json.loads(present.index)["validity"]) > {"#"}
