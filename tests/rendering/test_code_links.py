"""Codes inside sentences lead to the procedures they name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from generator.catalogue.mentions import spelled_out
from generator.rendering.code_links import code_linker

PROCEDURES: Any = {
    "2.002501": SimpleNamespace(
        in_force=True, code="2.002501", url="thu-tuc/2-002501/", name="Xử lý đơn “A & B”", heading="Gửi đơn <thư>"
    ),
    "1.000001": SimpleNamespace(in_force=False, url="thu-tuc/1-000001/", name="Cũ"),
}
link = code_linker(PROCEDURES)


def test_a_code_becomes_a_link_with_the_name_that_people_use() -> None:
    html = link("Gửi đơn <b> thì làm 2.002501.", "../../")
    assert html == (
        'Gửi đơn &lt;b&gt; thì làm “<a href="../../thu-tuc/2-002501/" '
        'title="Xử lý đơn “A &amp; B” (2.002501)">Gửi đơn &lt;thư&gt;</a>”.'
    )


def test_a_code_in_brackets_follows_words_that_say_what_it_is() -> None:
    assert link("Gửi đơn (2.002501) trước.", "") == (
        'Gửi đơn (<a href="thu-tuc/2-002501/" title="Xử lý đơn “A &amp; B”">2.002501</a>) trước.'
    )


def test_what_is_no_procedure_in_force_stays_text() -> None:
    text = "1.000001 đã bãi bỏ, 9.999999 không có, 12.002501 và 2.0025011 là số khác (1.000001)"
    assert link(text, "") == text
    assert spelled_out(text, PROCEDURES) == text
    assert link(None, "") == ""


def test_where_no_link_can_stand_there_are_names_and_no_codes_in_brackets() -> None:
    assert (
        spelled_out("Đơn (2.002501). Chưa có thì làm 2.002501.", PROCEDURES) == "Đơn. Chưa có thì làm “Gửi đơn <thư>”."
    )
