"""The table of old and new communes: searched without diacritics, whole without a script."""

from __future__ import annotations

from playwright.sync_api import expect


def test_the_table_is_searched(tab) -> None:
    page = tab("xa-moi/")
    rows = page.locator("#xa-cu-moi tbody tr")
    assert rows.count() > 20
    page.get_by_label("Tên xã").fill("an thanh")
    expect(page.locator("#xa-cu-moi tbody tr:visible")).to_have_count(1)
    assert "Xã An Thanh" in page.locator("#xa-cu-moi tbody tr:visible").inner_text()
    page.get_by_label("Tên xã").fill("")
    expect(page.locator("#xa-cu-moi tbody tr:visible")).to_have_count(rows.count())


def test_without_a_script_the_table_is_whole(tab) -> None:
    page = tab("xa-moi/", scripts=False)
    expect(page.get_by_label("Tên xã")).to_be_hidden()
    assert page.locator("#xa-cu-moi tbody tr:visible").count() > 20
