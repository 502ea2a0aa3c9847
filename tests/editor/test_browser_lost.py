"""In a browser: the editor dies between typing and saving and comes back, undo and redo, two tabs, fast fingers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.editor.security import TOKEN
from tests.conftest import PROJECT, SMALL
from tests.editor.conftest import RECORD, Client, running
from tests.support.servers import free_port

pytestmark = pytest.mark.browser
NOTE = '[data-key="mo_ta"] textarea'
WORDS = '[data-key="tu_khoa"]'


@dataclass
class Office:
    """Where an editor works, and for whom."""

    content: Path
    port: int

    @property
    def text(self) -> str:
        return (self.content / RECORD).read_text("utf-8")


class Mortal(Office):
    """`tthc edit` as a process of its own, on one port."""

    process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        command = [sys.executable, "-m", "generator", "edit", "--content", str(self.content), "--no-browser"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()


@pytest.fixture(scope="module")
def running_editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """An editor on a copy of the small site, for all tests that leave it alive: a process for each, which reads the
    content anew, was half of their processor time."""
    content = shutil.copytree(SMALL, tmp_path_factory.mktemp("soan") / "content")
    with running(content) as client:
        yield client


@pytest.fixture
def office(running_editor: Client) -> Iterator[Office]:
    yield Office(running_editor.editor.content, running_editor.port)
    shutil.copyfile(SMALL / RECORD, running_editor.editor.content / RECORD)
    for draft in running_editor.editor.drafts.all():
        running_editor.editor.drafts.drop(draft.path)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 850})
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, running_editor: Client) -> Iterator[Callable[[], Page]]:
    errors: list[str] = []

    def open_page() -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://127.0.0.1:{running_editor.port}/sua/{RECORD}?{TOKEN}={running_editor.editor.guard.token}")
        return page

    yield open_page
    assert errors == []


def state(page: Page):
    return page.locator("[data-state]")


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Mortal]:
    office = Mortal(Path(shutil.copytree(SMALL, tmp_path / "content")), free_port())
    yield office
    office.stop()


def test_the_editor_dies_and_comes_back(mortal: Mortal, context: BrowserContext) -> None:
    office, page, errors = mortal, context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(office.start())
    page.goto(f"http://127.0.0.1:{office.port}/sua/{RECORD}")
    office.stop()
    page.locator(NOTE).fill("Gõ lúc mất kết nối.")
    expect(state(page)).to_contain_text("Mất kết nối")
    page.locator("[data-save]").click()
    expect(state(page)).to_contain_text("Mất kết nối")
    page.locator(f"{WORDS} > .given > .add, {WORDS} > .add").first.click()
    page.locator("[data-undo]").click()
    expect(page.locator(NOTE)).to_have_value("Gõ lúc mất kết nối.")
    address = office.start()
    expect(state(page)).to_contain_text("địa chỉ có ở cửa sổ lệnh", timeout=15_000)
    context.new_page().goto(address)
    expect(state(page)).to_contain_text("nháp đã giữ", timeout=15_000)
    page.locator("[data-save]").click()
    expect(state(page)).to_contain_text("Đã lưu")
    assert "\nmo_ta: Gõ lúc mất kết nối.\n" in office.text
    assert errors == []


def test_undo_and_redo_reach_every_state(visit, office: Office) -> None:
    page = visit()
    before = office.text
    first = page.locator(NOTE).input_value()
    for text in ("Một.", "Hai."):
        page.locator(NOTE).fill(text)
        expect(page.locator("[data-words]")).to_contain_text(text)
        page.locator("[name=_ghi_chu]").fill(f"Vì {text}")  # no state of the record
        expect(state(page)).to_contain_text("nháp đã giữ")
    for text in ("Một.", first):
        page.locator("[data-undo]").click()
        expect(page.locator(NOTE)).to_have_value(text)
    expect(page.locator("[data-words]")).to_contain_text("Chưa có gì thay đổi")
    expect(page.locator("[data-undo]")).to_be_disabled()
    for text in ("Một.", "Hai."):
        page.locator("[data-redo]").click()
        expect(page.locator(NOTE)).to_have_value(text)
    expect(page.locator("[data-redo]")).to_be_disabled()
    page.locator("[data-undo]").click()
    expect(page.locator(NOTE)).to_have_value("Một.")
    page.locator(NOTE).fill("Ba.")
    expect(page.locator("[data-words]")).to_contain_text("Ba.")
    expect(page.locator("[data-redo]")).to_be_disabled()
    assert office.text == before


def test_letters_typed_while_a_list_is_on_its_way_stay(visit) -> None:
    page = visit()
    page.route("**/sua/**", lambda route: (page.wait_for_timeout(300), route.continue_()))
    word = page.locator(f"{WORDS} textarea").first
    word.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("sơ sinh ")
    expect(page.locator(f"{WORDS} textarea")).to_have_count(4)
    assert "sơ sinh" in "|".join(one.input_value() for one in page.locator(f"{WORDS} textarea").all())


def test_two_tabs_one_file_and_the_words_of_both(visit, office: Office) -> None:
    one, two = visit(), visit()
    one.locator(NOTE).fill("Của thẻ một.")
    two.locator(NOTE).fill("Của thẻ hai.")
    for page in (one, two):
        expect(state(page)).to_contain_text("nháp đã giữ")
    one.locator("[data-save]").click()
    expect(state(one)).to_contain_text("Đã lưu")
    two.locator("[data-save]").click()
    expect(two.get_by_role("alert")).to_contain_text("Mô tả: bạn ghi “Của thẻ hai.”, người kia ghi “Của thẻ một.”")
    expect(two.get_by_role("link", name="Mở lại hồ sơ")).to_be_focused()
    two.keyboard.press("Enter")
    expect(two.locator("[data-clashes]")).to_contain_text("Của thẻ hai.")
    expect(two.locator(NOTE)).to_have_value("Của thẻ một.")
    two.locator(NOTE).fill("Của cả hai thẻ.")
    expect(state(two)).to_contain_text("nháp đã giữ")  # also where the page's script came later
    two.keyboard.press("Control+s")
    expect(state(two)).to_contain_text("Đã lưu")
    expect(two.locator(NOTE)).to_be_focused()
    assert "\nmo_ta: Của cả hai thẻ.\n" in office.text


def test_cells_pasted_beside_the_table_are_told(visit, office: Office) -> None:
    page = visit()
    page.goto(f"http://127.0.0.1:{office.port}/lien-he/")
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.accept()))
    row = page.locator("tbody tr").first
    count = row.locator("td input").count()
    text = "\t".join(['"Thôn 1\nsố ""2"""', *map(str, range(2, count + 3))])
    row.locator("td input").first.evaluate(
        """(box, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    assert row.locator("td input").first.input_value() == 'Thôn 1 số "2"'
    assert row.locator("td input").last.input_value() == str(count)
    assert told and told[0].startswith("2 ô")


def test_a_list_copied_from_word_becomes_items(visit, office: Office) -> None:
    page = visit()
    boxes = page.locator(f"{WORDS} textarea")
    before = [one.input_value() for one in boxes.all()]
    boxes.first.evaluate(
        """(box, text) => {
          box.focus();
          box.select();
          const data = new DataTransfer();
          data.setData("text/plain", text);
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        "•\tđăng ký trẻ mới sinh\r\n\uf0b7\tlàm giấy cho con\r\n•\tgiấy\u00a0khai cho bé\r\n",
    )
    expect(boxes).to_have_count(len(before) + 2)
    expect(boxes.nth(2)).to_be_focused()
    expect(state(page)).to_contain_text("nháp đã giữ")
    page.locator("[data-save]").click()
    expect(state(page)).to_contain_text("Đã lưu")
    wanted = ["đăng ký trẻ mới sinh", "làm giấy cho con", "giấy khai cho bé", *before[1:]]
    assert "tu_khoa:\n" + "".join(f"  - {word}\n" for word in wanted) in office.text


def test_a_refused_save_leads_to_the_first_error(visit, office: Office) -> None:
    page = visit()
    day = page.locator('[data-key="hieu_luc.tu"] input')
    day.fill("31/2/2023")
    page.locator(NOTE).fill("Lời khác.")
    page.keyboard.press("Control+s")
    expect(day).to_be_focused()
    expect(page.locator('[data-key="hieu_luc.tu"] [data-problem="TT-013"]')).to_be_visible()
    assert "Lời khác." not in office.text


def test_leaving_asks_when_the_text_is_too_long_to_be_kept(visit) -> None:
    page = visit()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(NOTE).fill("dài " * 450_000)  # what the editor refuses: above 2 MB
    expect(state(page)).to_contain_text("rút gọn", timeout=20_000)
    page.locator(NOTE).click(position={"x": 5, "y": 5})
    page.get_by_role("link", name="Tất cả hồ sơ").click()
    page.wait_for_url("**/sua/")
    assert asked == ["beforeunload"]
