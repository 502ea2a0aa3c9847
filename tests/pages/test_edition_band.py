"""What a page of a past edition says about today."""

from __future__ import annotations

import pytest

from generator.pages.differences_today import differing_parts
from generator.pages.edition_band import edition_band, older_guide
from tests.support.real_content import real_editions


def words(url: str, **values: object) -> str:
    """The band of a page of the root edition of the district, in one line."""
    band = edition_band(url, values, real_editions()[0], "")
    assert band and band.past
    return f"{band.edition} {band.now} {band.links[0][0]}"


@pytest.mark.parametrize(
    ("code", "different"),
    [
        ("1.001193", ["nơi nộp", "phí"]),  # at the new commune; no charge online since a resolution of 2026
        ("1.001266", ["nơi nộp", "thời hạn", "giấy tờ"]),  # 3 → 5 working days, other papers
        ("2.000889", []),  # replaced, which the register of fates says
    ],
)
def test_a_procedure_names_the_parts_that_are_different(code: str, different: list[str]) -> None:
    past, present = real_editions()
    assert differing_parts(code, past)[: len(different) or None] == different
    assert differing_parts(code, present) == []


def test_the_band_says_what_is_different_and_where_to_click() -> None:
    past = real_editions()[0]
    birth = past.procedures["1.001193"]
    assert words(birth.url, view=birth) == "Bản cũ, 31/12/2023. Nay đã khác nơi nộp, phí: bản 26/11/2026"


def test_other_pages_say_that_the_district_is_no_more() -> None:
    said = "Từ 01/07/2025 không còn huyện Tứ Kỳ, nơi nộp đã đổi: xem"
    for url in ("", "tim-kiem/", "linh-vuc/ho-tich/"):
        assert words(url) == f"Bản cũ, 31/12/2023. {said} bản 26/11/2026"
    assert words("ke-hoach/2023/lich/") == "Bản cũ, 31/12/2023. Từ 01/07/2025 không còn huyện Tứ Kỳ: xem bản 26/11/2026"
    commune = real_editions()[0].units["an-thanh"]
    assert words(commune.url, view=commune) == "Bản cũ, 31/12/2023. Nay thuộc thành phố Hải Phòng: xã Chí Minh"


def test_a_guide_whose_text_is_of_2023_says_so_today() -> None:
    past, present = real_editions()
    bands = {guide.slug: edition_band(guide.url, {"view": guide}, present, "") for guide in present.guides}
    assert bands["ket-hon"] is None, "it has a version of July 2025"
    band = bands["nguoi-khuyet-tat-nguoi-gia"]
    assert band and not band.past
    said = "Lời hướng dẫn của bản 31/12/2023. Nay có chỗ có thể đã khác: hỏi lại trước khi đi"
    assert f"{band.edition} {band.now}" == said
    assert [older_guide(guide) for guide in present.guides if guide.slug == "cho-con-di-hoc"] == [f"{said}."]
    assert not any(older_guide(guide) for guide in past.guides)


def test_what_replaced_a_procedure_is_named_by_its_code_alone() -> None:
    """Its name, of sixty words, is the first thing on the page below."""
    present = real_editions()[1]
    band = edition_band("", {"view": present.procedures["2.000889"]}, present, "")
    assert band and [words for words, *_ in band.links] == ["thủ tục 1.115619"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "2.002412",  # a second complaint, to the district
            "Chưa rõ nay còn áp dụng không; từ 01/07/2025 không còn huyện Tứ Kỳ: hỏi nơi nộp trước khi đi, hoặc",
        ),
        ("2.000744", "Chưa rõ nay còn áp dụng không; hỏi nơi nộp trước khi đi, hoặc"),  # at the commune
    ],
)
def test_a_desk_of_the_district_that_is_no_more_is_not_left_standing(code: str, said: str) -> None:
    present = real_editions()[1]
    view = present.procedures[code]
    band = edition_band(view.url, {"view": view}, present, "")
    assert band and not band.past and band.now == said
