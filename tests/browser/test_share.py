"""A page is handed on with what its address says: the commune and the answers. Nothing is sent by the site."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.chromium import until

BIRTH = "thu-tuc/1-001193/"
CASE = "?ket-hon=roi&nuoc-ngoai=khong&mang-thai-ho=khong&nguoi-di=nguoi-nha&han=dung-han&cach=truc-tiep"


def test_the_case_is_handed_on_with_its_answers(browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"{site}hien-nay/{BIRTH}{CASE}")
    expect(page.locator("[data-more] > summary")).to_have_text("Thêm trong trường hợp của bạn")
    page.evaluate("delete Navigator.prototype.share")  # as where the device has no list of ways to send
    page.get_by_role("button", name="Gửi trường hợp này cho người khác").click()
    expect(page.get_by_text("Đã chép đường dẫn")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}hien-nay/{BIRTH}{CASE}"
    page.evaluate("() => { navigator.share = () => Promise.reject(new DOMException('', 'NotAllowedError')); }")
    page.evaluate("navigator.clipboard.writeText('')")
    page.get_by_role("button", name="Gửi trường hợp này cho người khác").click()
    expect(page.get_by_text("Đã chép đường dẫn")).to_be_visible()  # refused, as in a frame of another site
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}hien-nay/{BIRTH}{CASE}"
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Gửi trường hợp này cho người khác").click()
    expect(page.get_by_text("Đã chép đường dẫn")).to_be_visible()  # as on pages without a safe address
    page.evaluate("() => { document.execCommand = () => false; }")
    page.get_by_role("button", name="Gửi trường hợp này cho người khác").click()
    expect(page.get_by_label("Đường dẫn của trang")).to_have_value(f"{site}hien-nay/{BIRTH}{CASE}")
    page.get_by_text("Chọn xã của bạn").click()
    page.get_by_role("link", name="Xã Chí Minh", exact=True).click()
    expect(page.locator("[data-mine-name]")).to_contain_text("Xã Chí Minh")
    page.evaluate("() => { navigator.share = ({ url }) => { window.sent = url; }; }")
    page.get_by_role("button", name="Gửi trang này cho người khác").click()
    until(page, "window.sent")
    sent = page.evaluate("window.sent")
    assert "xa=chi-minh-2025" in sent and "cach=truc-tiep" in sent
    context.close()
