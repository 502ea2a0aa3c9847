"""The district's own content: as much of it, and as true, as the plan asks for."""

from __future__ import annotations

import csv
import html
import re
import unicodedata

import pytest

from generator.problem import ERROR, Problem
from generator.schema.record import walk
from tests.conftest import DATA, PROJECT, REFERENCE
from tests.support.real_content import real_catalogue, real_store

KEPT = {"TT-229"}  # reminders of which there are none any more: sentences of more than 25 syllables


def test_no_errors_in_any_edition(real_problems: list[Problem]) -> None:
    assert [problem for problem in real_problems if problem.severity == ERROR or problem.id in KEPT] == []


def test_at_least_80_procedures_over_15_fields() -> None:
    views = real_catalogue().in_force
    assert len(views) >= 80
    assert len({view.field.name for view in views}) >= 15
    assert {
        "Hộ tịch",
        "Chứng thực",
        "Đất đai",
        "Hộ kinh doanh",
        "Bảo trợ xã hội",
        "Người có công",
        "Nuôi con nuôi",
    } <= {v.field.name for v in views}


def test_every_procedure_has_a_source_a_day_and_words_that_people_use() -> None:
    for view in real_catalogue().in_force:
        record = view.record
        assert record.verification.source and record.verification.date, view.source
        assert record.keywords or record.popular_names, view.source
        assert record.legal_bases, view.source


def test_at_least_eight_guides_each_leading_to_procedures() -> None:
    guides = real_catalogue().guides
    assert len(guides) >= 8
    assert all(any(own for _, own, _ in guide.steps) for guide in guides)


def test_the_district_has_22_communes_and_a_town() -> None:
    communes = real_catalogue().communes
    assert len(communes) == 23
    assert sum(unit.record.kind == "thị trấn" for unit in communes) == 1


@pytest.mark.skipif(not (DATA / "units-tu-ky.csv").is_file(), reason="no shared data here")
def test_units_and_what_became_of_them_agree_with_the_official_list() -> None:
    c = real_catalogue()
    rows = list(csv.DictReader((DATA / "units-tu-ky.csv").open(encoding="utf-8")))
    by_code = {unit.record.code: unit for unit in c.communes}
    for row in rows:
        unit = by_code[row["ma_2023"]]
        assert unit.record.name == row["ten_2023"]
        reached, todo = set(), [unit]
        while todo:
            for other, *_ in todo.pop().went_to:
                reached.add((other.record.code, other.record.name))
                todo.append(other)
        assert (row["ma_20250701"], row["ten_20250701"]) in reached, row


def plain(text: str) -> str:
    """The text without layout: no Markdown marks, no dashes of lists, one space between words."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(re.sub(r"(?m)^\s*[-+]\s+", "", re.sub(r"[*#]", "", text)).split())


@pytest.mark.skipif(not (REFERENCE / "plan-2023.txt").is_file(), reason="no shared reference here")
def test_every_sentence_of_the_plan_is_published_once_and_in_order(real_site) -> None:
    page = (real_site / "ke-hoach/2023/index.html").read_text("utf-8")
    article = re.search(r"<article[^>]*data-plan-text[^>]*>(.*?)</article>", page, re.DOTALL)[1]
    published = plain(html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</?(?:p|li|ul|h\d|div|br)\b[^>]*>", " ", article))))
    source = plain((REFERENCE / "plan-2023.txt").read_text("utf-8"))
    mends = real_catalogue().plan.record.mends
    assert len(mends) == 3, "each mended scanning error is listed; a new one needs a look at the scan"
    for mend in mends:
        assert source.count(mend.scanned) == 1, mend
        source = source.replace(mend.scanned, mend.mended)
    assert published == source


def test_all_text_is_composed_unicode() -> None:
    for file in sorted((PROJECT / "content").rglob("*.*")):
        text = file.read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), file


def test_contacts_nobody_gave_are_marked_and_none_is_invented() -> None:
    for unit in real_catalogue().communes:
        for path, spec, value in walk(unit.record):
            if spec.key in ("dien_thoai", "ho_ten", "thu_dien_tu"):
                assert value == "chờ đơn vị bổ sung", (unit.slug, path)


def test_the_official_catalogue_tells_what_is_posted_and_what_is_not() -> None:
    store = real_store()
    [entry] = store.of("official_list")
    codes = [item.code for item in entry.record.procedures]
    posted = {record.record.code for record in store.of("procedure")}
    assert len(codes) == len(set(codes)) >= 600
    assert all(re.fullmatch(r"\d\.\d{6}", code) for code in codes)
    assert 100 <= len(posted & set(codes)) < len(codes)


def test_what_a_form_asks_carries_its_source() -> None:
    told = 0
    for view in real_catalogue().in_force:
        forms = view.record.forms
        for form in forms if isinstance(forms, list) else []:
            searched = (form.asks_source or "").startswith("Chưa tìm được")  # looked for by name, in no source
            assert form.asks_source and bool(form.asks) != searched, view.source
            told += bool(form.asks)
    assert told >= 100, "the forms that people fill most say what they ask"
