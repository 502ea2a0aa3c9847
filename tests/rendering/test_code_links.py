"""Codes inside sentences lead to the procedures they name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from generator.rendering.code_links import code_linker

PROCEDURES: Any = {
    "2.002501": SimpleNamespace(in_force=True, url="thu-tuc/2-002501/", name="Xử lý đơn “A & B”"),
    "1.000001": SimpleNamespace(in_force=False, url="thu-tuc/1-000001/", name="Cũ"),
}
link = code_linker(PROCEDURES)


def test_a_code_becomes_a_link_named_after_the_procedure() -> None:
    html = link("Gửi đơn <b> thì xem 2.002501.", "../../")
    assert (
        html
        == 'Gửi đơn &lt;b&gt; thì xem <a href="../../thu-tuc/2-002501/" title="Xử lý đơn “A &amp; B”">2.002501</a>.'
    )


def test_what_is_no_procedure_in_force_stays_text() -> None:
    text = "1.000001 đã bãi bỏ, 9.999999 không có, 12.002501 và 2.0025011 là số khác"
    assert link(text, "") == text
    assert link(None, "") == ""
