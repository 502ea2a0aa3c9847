"""The officer's work in a browser, on the real content: by mouse, by keyboard, with large text, without a script. By
day with the procedures that are edited and those that they name; at night with all, which each check looks through."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from generator.editor.security import TOKEN
from tests.conftest import PROJECT
from tests.editor.conftest import Client, running
from tests.support.axe import COLOURS, violations
from tests.support.chromium import heard
from tests.support.night import at_night

pytestmark = pytest.mark.browser
BIRTH = "procedures/ho-tich/1.001193.yml"
SHORT = "procedures/quan-su/1.001748.yml"  # short, with papers of cases, fees, a form
MIDDLE = "procedures/chung-thuc/2.000884.yml"  # a fee, bases, less than half of the form of BIRTH


def record(path: str) -> dict[str, Any]:
    return yaml.load((PROJECT / "content" / path).read_text("utf-8"), yaml.CBaseLoader)


COPY = next(at for at, fee in enumerate(record(BIRTH)["phi_le_phi"]) if fee["muc_thu"] == "8000")  # the fee of a copy
FEE_OF_COPY = f'[data-key="phi_le_phi.{COPY}.muc_thu"] input'
NAMES, WORDS = (len(record(MIDDLE)[key]) for key in ("ten_thuong_goi", "tu_khoa"))
BASES = [one["so_ky_hieu"] for one in record(MIDDLE)["can_cu_phap_ly"]]
FEE, AMOUNT = '[data-key="phi_le_phi.0.muc_thu"] input', record(MIDDLE)["phi_le_phi"][0]["muc_thu"]
CODE = re.compile(r"\b\d\.\d{6}\b")
WIDE = "document.documentElement.scrollWidth > innerWidth + 1"


def _not_needed(folder: str, names: list[str]) -> list[str]:
    """The procedures that those of this file do not name, and the sample questions of other fields."""
    named = {code for path in (BIRTH, SHORT, MIDDLE) for code in CODE.findall((PROJECT / "content" / path).read_text())}
    questions = [name for name in names if name.startswith("asked-") and name != "asked-chung-thuc.yml"]
    others = [name for name in names if (code := CODE.match(name)) and name.endswith(".yml") and code[0] not in named]
    return [*questions, *others]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Path]]:
    folder = tmp_path_factory.mktemp("soan")
    shutil.copytree(PROJECT / "content", folder / "content", ignore=None if "TTHC_ALL" in os.environ else _not_needed)
    for words in (
        ["init", "-q", "-b", "main"],
        ["add", "content"],
        ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    with running(folder / "content") as client:
        client.editor.loaded.refresh()
        yield client, folder


@pytest.fixture
def visit(browser: Browser, office: tuple[Client, Path]) -> Iterator[Callable[..., Page]]:
    """Open a page as an officer; a complaint of the policy or an error of a script fails the test."""
    client, folder = office
    errors: list[str] = []
    contexts = []

    def open_page(path: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 850}, "bypass_csp": False, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda one: errors.append(one.text) if "Content Security Policy" in one.text else None)
        page.goto(f"http://127.0.0.1:{client.port}{path}?{TOKEN}={client.editor.guard.token}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
    subprocess.run(["git", "checkout", "-q", "."], cwd=folder, check=True)
    subprocess.run(["git", "clean", "-qfd"], cwd=folder, check=True)
    for draft in client.editor.drafts.all():
        client.editor.drafts.drop(draft.path)


def diff(folder: Path) -> list[str]:
    text = subprocess.run(["git", "diff", "-U0"], cwd=folder, capture_output=True, text=True, check=True).stdout
    return [row for row in text.split("\n") if row[:1] in "+-" and row[:3] not in ("+++", "---") and row]


def test_an_officer_changes_a_fee_and_only_that_line_changes(visit, office) -> None:
    _, folder = office
    page = visit("/sua/")
    page.get_by_label("Tìm theo tên").fill("chung thuc chu ky trong")
    page.get_by_role("link", name=record(MIDDLE)["ten_thu_tuc"].strip(), exact=True).click()
    page.get_by_label("Tìm ô cần sửa").fill("muc thu")
    expect(page.locator("[data-contents] a").first).to_have_text(re.compile("^Mức thu"))  # also if typed too early
    page.get_by_label("Tìm ô cần sửa").press("Enter")
    fee = page.locator(FEE)
    expect(fee).to_be_focused()
    fee.fill("mười nghìn")
    message = page.locator('[data-key="phi_le_phi.0.muc_thu"] [data-problem="TT-012"]')
    expect(message).to_contain_text("không phải giá trị được dùng")
    page.locator("[data-save]").click()
    expect(page.locator("[data-state]")).to_contain_text("lỗi phải sửa")
    assert diff(folder) == []
    fee.fill("12.000 đồng")
    expect(page.locator("[data-words]")).to_contain_text(re.compile(r"Phí: 10\.000 → 12\.000 đồng/trường hợp"))
    page.locator("[data-save]").click()
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu")
    assert diff(folder) == [f"-    muc_thu: {AMOUNT}", "+    muc_thu: 12000"]
    page.locator(FEE).fill("15000")  # the form goes on from what was saved
    page.locator("[data-save]").click()
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu")
    assert diff(folder) == [f"-    muc_thu: {AMOUNT}", "+    muc_thu: 15000"]


def test_the_whole_job_by_keyboard(visit, office) -> None:
    _, folder = office
    page = visit(f"/sua/{MIDDLE}")
    page.locator("[data-find]").focus()
    page.keyboard.type("thuong goi")
    page.keyboard.press("Enter")
    expect(
        page.locator('[data-key="ten_thuong_goi.0"] textarea, [data-key="ten_thuong_goi"] textarea').first
    ).to_be_focused()
    page.keyboard.press("Enter")  # another item
    expect(page.locator(f'[data-key="ten_thuong_goi.{NAMES}"] textarea')).to_be_focused()
    page.keyboard.type("khai sinh cho cháu")
    page.keyboard.press("Control+s")
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu")
    assert diff(folder) == ["+  - khai sinh cho cháu"]


def test_a_list_is_kept_while_the_other_choice_is_looked_at(visit, office) -> None:
    _, folder = office
    page = visit(f"/sua/{MIDDLE}")
    fees = page.locator('[data-key="phi_le_phi"]')
    fees.locator(':scope > .choices input[value="không"]').check()
    expect(page.locator(FEE)).to_be_hidden()
    expect(page.locator("[data-words]")).to_contain_text("→ không")
    page.reload()
    fees.locator(':scope > .choices input[value="@"]').check()
    expect(page.locator(FEE)).to_have_value(AMOUNT)
    expect(page.locator("[data-words]")).to_contain_text("Chưa có gì thay đổi")
    assert diff(folder) == []


def test_items_are_added_moved_removed_and_undone(visit, office) -> None:
    _, folder = office
    page = visit(f"/sua/{MIDDLE}")
    last, law = len(BASES), '[data-key="can_cu_phap_ly.{}.so_ky_hieu"] input'
    page.locator('[data-key="can_cu_phap_ly"] > .given > .add').click()
    page.locator(law.format(last)).fill("91/2015/QH13")
    page.locator(f'[data-key="can_cu_phap_ly.{last}"]').get_by_role("button", name="Lên").click()
    expect(page.locator(law.format(last - 1))).to_have_value("91/2015/QH13")
    page.locator('[data-key="can_cu_phap_ly.0"]').get_by_role("button", name="Bỏ").click()
    expect(page.locator(law.format(0))).to_have_value(BASES[1])
    expect(page.locator("[data-words]")).to_contain_text("91/2015/QH13")
    page.locator("[data-undo]").click()
    expect(page.locator(law.format(0))).to_have_value(BASES[0])
    page.locator("[data-save]").click()
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu")
    assert diff(folder) == ["+  - so_ky_hieu: 91/2015/QH13"]


def test_the_page_that_citizens_will_see(visit) -> None:
    page = visit(f"/sua/{MIDDLE}")
    page.locator(FEE).fill("12000")
    expect(page.locator("[data-words]")).to_contain_text("12.000")
    page.get_by_role("button", name="Điện thoại").click()
    frame = page.frame_locator("iframe[name=xem]")
    expect(frame.locator("#phi")).to_contain_text("12.000")
    answer = frame.locator("#truong-hop details").first
    answer.locator("summary").first.click()  # case answers work in the preview
    expect(answer.locator(".ask, p").first).to_be_visible()
    page.locator(FEE).fill("11000")
    expect(frame.locator("#phi")).to_contain_text("11.000")


def test_while_the_page_is_made_the_preview_says_so(visit) -> None:
    """A frame that stays white for seconds looks broken."""
    page = visit(f"/sua/{MIDDLE}")
    asked: list[Route] = []
    page.route("**/xem/**", lambda route: asked.append(route))
    words = page.locator("[data-waiting]")
    for name in ("Điện thoại", "Máy tính"):
        expect(words).to_be_hidden()
        page.get_by_role("button", name=name).click()
        expect(words).to_be_visible()
        expect(words).to_have_text("Đang dựng trang…")
        heard(page, lambda: bool(asked))
        asked.pop().continue_()
        expect(page.frame_locator("iframe[name=xem]").locator("#phi")).to_be_visible()
        expect(words).to_be_hidden()
        page.keyboard.press("Escape")


@pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="set TTHC_ALL=1: the longest form there is")
def test_of_several_fees_the_changed_one_is_named(visit) -> None:
    page = visit(f"/sua/{BIRTH}")
    page.get_by_label("Tìm ô cần sửa").fill("phi ban sao")
    page.get_by_label("Tìm ô cần sửa").press("Enter")
    page.locator(FEE_OF_COPY).fill("10000")
    expect(page.locator("[data-words]")).to_contain_text(re.compile(r"Phí: 8\.000 → 10\.000 đồng/bản \(.*bản sao"))


def test_without_a_script(visit, office) -> None:
    _, folder = office
    page = visit(f"/sua/{MIDDLE}", java_script_enabled=False)
    page.locator('[data-key="tu_khoa"] .add').click()
    page.locator(f'[data-key="tu_khoa.{WORDS}"] textarea').fill("sơ sinh")
    page.locator(FEE).fill("mười nghìn")
    page.locator("[data-save]").click()
    expect(page.locator('[data-key="phi_le_phi.0.muc_thu"] [data-problem="TT-012"]')).to_have_count(1)
    page.locator(FEE).fill("12000")
    page.locator("[data-save]").click()
    expect(page.locator("[data-problem='TT-012']")).to_have_count(0)
    assert diff(folder) == ["+  - sơ sinh", f"-    muc_thu: {AMOUNT}", "+    muc_thu: 12000"]


def test_the_records_begin_on_the_second_screen_of_a_phone(visit) -> None:
    page = visit("/sua/", viewport={"width": 390, "height": 844})
    top = page.evaluate("document.querySelector('[data-list]').getBoundingClientRect().top")
    assert 0 < top < 2 * 844
    assert not page.evaluate(WIDE)


def test_saving_and_the_history_are_within_reach_on_every_screen(visit) -> None:
    page = visit(f"/sua/{MIDDLE}", viewport={"width": 1366, "height": 625})  # a laptop of 1,366 × 768 with its bars
    for width, height in ((1366, 625), (910, 415), (1024, 768), (844, 390), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
        expect(page.locator("[data-save]")).to_be_in_viewport(ratio=0.9)
        expect(page.get_by_role("link", name="Các lần sửa trước")).to_be_visible()
        assert not page.evaluate(WIDE), width


def test_leaving_with_something_unsaved_asks(visit) -> None:
    page = visit(f"/sua/{MIDDLE}")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(FEE).click()
    page.keyboard.type("1")
    expect(page.locator("[data-state]")).to_contain_text("Chưa lưu")
    page.get_by_role("link", name="Tất cả hồ sơ").click()
    page.wait_for_url("**/sua/")
    assert asked == ["beforeunload"]
    page.goto(page.url + MIDDLE)
    expect(page.locator("[data-draft-notice]")).to_be_visible()
    page.locator("[data-discard]").click()
    expect(page.locator(FEE)).to_have_value(AMOUNT)


SIDEWAYS = "[...document.querySelectorAll('.tablewrap')].some((part) => part.scrollWidth > part.clientWidth + 1)"
PLACES = [
    "/sua/",
    f"/sua/{SHORT}",
    "/sua/notices/ke-hoach-2023.md",
    *at_night(f"/sua/{BIRTH}", "/sua/fields.yml", "/sua/units/an-thanh.yml?xa=1"),  # the same form
    "/lien-he/",
    "/gui/",
    "/moi/procedure",
    *at_night("/duyet/", "/giai-thich/procedure"),  # a list, a text
    f"/lich-su/{BIRTH}",
]


@pytest.fixture(scope="module")
def look(browser: Browser, office: tuple[Client, Path]) -> Iterator[Page]:
    """A tab for all places: a fresh one costs as much as most of them."""
    client, _ = office
    context = browser.new_context(viewport={"width": 1024, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{client.port}/gui/?{TOKEN}={client.editor.guard.token}")
    yield page
    context.close()


@pytest.mark.parametrize("place", PLACES)
def test_axe_has_no_finding(look: Page, office, place: str) -> None:
    client, _ = office
    look.goto(f"http://127.0.0.1:{client.port}{place}")
    look.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    for width, size in ((1024, "100%"), (768, "100%"), (1280, "200%"), (390, "100%")):
        look.set_viewport_size({"width": width, "height": 768})
        look.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert not look.evaluate(WIDE), (width, size)
    assert not look.evaluate(SIDEWAYS), "a table is pushed sideways on a phone"
    if look.locator("[data-save]").count():
        expect(look.locator("[data-save]").first).to_be_in_viewport()
    look.set_viewport_size({"width": 1024, "height": 768})
    assert violations(look) == []
    look.emulate_media(color_scheme="dark")
    assert look.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(25, 21, 18)"
    assert violations(look, COLOURS) == []
    look.emulate_media(color_scheme="light")
