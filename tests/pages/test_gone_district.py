"""In the present edition a text of 2023 names bodies and desks that are no more: the year stands before them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.outputs.sheets.sheet_data import procedure_row
from generator.pages import formatting
from generator.pages.procedure import search_record
from generator.pages.procedure_content import facts
from generator.pages.structured_data import service
from tests.support.real_content import real_editions

GONE = re.compile(r"\b(huyện|thị trấn|bộ phận một cửa)\b", re.IGNORECASE)
APPEAL = "2.002412"  # received by the district in 2023, and no version since


@pytest.fixture(scope="module")
def editions() -> list[Catalogue]:
    return real_editions()


def shown(view: ProcedureView) -> list[str]:
    """Places and bodies as the box, the search and the printed lists show them."""
    [place] = [fact.value for fact in facts(view, view.load(), "", has_questions=False) if fact.key == "place"]
    answers = [answer for answer, _ in search_record(view, {}).answers[2:3]]
    row = procedure_row(view)
    return [place, search_record(view, {}).agency, row[3], row[6], *answers]


def test_the_year_stands_before_what_is_no_more(editions: list[Catalogue]) -> None:
    present = editions[1]
    found = [(view.code, text) for view in present.in_force if view.stale for text in shown(view) if GONE.search(text)]
    assert len({code for code, _ in found}) > 90
    assert [one for one in found if not one[1].startswith("Năm 2023: ")] == []


def test_what_a_version_of_today_says_has_no_year(editions: list[Catalogue]) -> None:
    texts = [text for view in editions[1].in_force if not view.stale for text in shown(view)]
    assert texts and not [text for text in texts if text.startswith("Năm ")]


def test_the_edition_of_that_year_names_them_as_they_are(editions: list[Catalogue]) -> None:
    texts = [text for view in editions[0].in_force for text in shown(view)]
    assert not [text for text in texts if text.startswith("Năm ")]
    assert "Ban Tiếp công dân huyện Tứ Kỳ" in texts


def test_search_engines_are_told_of_no_body_that_is_gone(editions: list[Catalogue]) -> None:
    assert "provider" not in service(editions[1].procedures[APPEAL])
    assert "provider" in service(editions[0].procedures[APPEAL])


def test_a_commune_s_body_has_no_year(editions: list[Catalogue]) -> None:
    view = next(one for one in editions[1].in_force if one.stale and one.record.levels == ["cấp xã"])
    assert formatting.with_year(view, "UBND cấp xã") == "UBND cấp xã"


def test_steps_at_a_body_that_is_gone_carry_the_year(real_site: Path) -> None:
    """The band on top of the page was all that told who read “Nộp tại Bộ phận Một cửa huyện” that there is none."""
    parts = re.compile(
        r'<ol class="tthc-steps">(.*?)</ol>|<dt>(?:Cơ quan phối hợp|Cơ quan được ủy quyền)</dt>(.*?)</div>', re.S
    )
    found = []
    for page in (real_site / "hien-nay" / "thu-tuc").glob("*/index.html"):
        html = page.read_text("utf-8")
        if "Theo bản 31/12/2023" not in html:
            continue
        for match in parts.finditer(html):
            rows = re.findall(r"<li>.*?</span>(.*?)</li>", match[1], re.S) if match[1] else [match[2]]
            texts = [re.sub(r"\s+", " ", re.sub("<[^>]+>", "", row)).strip() for row in rows]
            found += [text for text in texts if GONE.search(text)]
    assert len(found) > 80
    assert [text for text in found if not text.startswith("Năm 2023: ")] == []
    today = (real_site / "thu-tuc" / "1-000893" / "index.html").read_text("utf-8")
    assert "Bộ phận Một cửa UBND huyện" in today and "Năm 2023" not in today


def test_an_office_of_the_district_needs_no_word_for_it(editions: list[Catalogue]) -> None:
    view = next(one for one in editions[1].in_force if one.outlived)
    for text in ("Phòng Tư pháp kiểm tra hồ sơ.", "Nộp ở Phòng Giáo dục và Đào tạo.", "Phòng LĐ–TB&XH 7 ngày"):
        assert formatting.with_year(view, text) == f"Năm 2023: {text}"
    for text in ("Phòng Văn hóa - Xã hội kiểm tra hồ sơ.", "Phòng Kinh tế"):  # a commune has these today
        assert formatting.with_year(view, text) == text
