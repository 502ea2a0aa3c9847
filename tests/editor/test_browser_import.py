"""“Nhập từ tệp” in a browser: with the script and without, on a phone, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.editor.security import TOKEN
from tests.editor.conftest import Client
from tests.support.axe import violations
from tests.support.decision_lists import list_docx

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["script", "none"])
def page(request: pytest.FixtureRequest, browser: Browser, client: Client) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=request.param, viewport={"width": 360, "height": 740}, bypass_csp=False
    )
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda one: complaints.append(one.text) if "Content Security Policy" in one.text else None)
    page.goto(f"http://127.0.0.1:{client.port}/sua/?{TOKEN}={client.editor.guard.token}")
    yield page
    context.close()
    assert complaints == []


def test_a_decision_comes_in_and_back_leads_to_what_was_seen(
    page: Page, request: pytest.FixtureRequest, content: Path, tmp_path: Path
) -> None:
    page.get_by_role("link", name="Nhập từ tệp").click()
    page.get_by_label("Tệp", exact=True).set_input_files(tmp_path / list_docx(tmp_path).name)
    page.get_by_role("button", name="Xem sẽ đổi gì").click()
    expect(page.get_by_role("heading", level=2, name="Sẽ thêm: 2")).to_be_visible()
    if "script" in request.node.callspec.id:  # what measures the page is a script, too
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(page) == []
    page.reload()  # does not send the file again
    page.get_by_role("button", name="Nhập 2 hồ sơ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhập 2 hồ sơ")
    assert (content / "procedures/ho-tich/1.000110.yml").is_file()
    page.get_by_role("link", name="Đăng ký khai sinh ở biên giới").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đăng ký khai sinh ở biên giới")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/nhap-tep/\?xem="))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhập 2 hồ sơ")
