"""The contacts of all units in one table, and a commune's own dozen fields."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from generator.editor.views.contacts import ContactLine, columns, pasted
from generator.editor.workspace import Workspace
from generator.io import transaction
from tests.editor.conftest import Client, changed
from tests.editor.html_form import pairs

UNIT = "units/an-thanh.yml"


def table(client: Client, part: str) -> list[tuple[str, str]]:
    text = client.get(f"/lien-he/?phan={part}").text
    return pairs(text.replace("data-table", "data-form"))


def test_only_changed_units_are_written(client: Client, content: Path) -> None:
    before = {file: file.read_bytes() for file in (content / "units").glob("*.yml")}
    form = [
        (name, "0220 3747 000" if name == f"{UNIT}#dien_thoai" else value) for name, value in table(client, "lien_he")
    ]
    assert "Đã lưu 1 đơn vị" in client.post("/lien-he/", [*form, ("viec", "luu")]).text
    changed_files = [file for file, raw in before.items() if file.read_bytes() != raw]
    assert changed_files == [content / UNIT]
    old, new = before[content / UNIT].decode().split("\n"), (content / UNIT).read_text("utf-8").split("\n")
    assert [row for row in new if row not in old] == ["  dien_thoai: 0220 3747 000"]


def test_each_unit_is_reached_without_scrolling_past_the_others(client: Client) -> None:
    """35 units are 13,700 px on a phone."""
    text = client.get("/lien-he/").text
    led = re.findall(r'<a href="#(don-vi-\d+)">([^<]+)</a>', text)
    rows = re.findall(r'<tr id="(don-vi-\d+)">\s*<th scope="row"><a [^>]*>([^<]+)</a>', text)
    assert led == rows and len(led) == text.count('<th scope="row">') > 1


def test_a_pasted_table_fills_the_cells_and_saves_nothing_yet(client: Client, content: Path) -> None:
    before = (content / UNIT).read_bytes()
    text = "Đơn vị\tThư điện tử\tĐiện thoại\r\nXã An Thanh\tanthanh@example.vn\t0220 1\r\nXã Không Có\tx\ty\r\n"
    answer = client.post("/lien-he/", [*table(client, "lien_he"), ("bang", text), ("viec", "dan")]).text
    assert "“Xã Không Có” không rõ đơn vị" in answer
    assert 'value="anthanh@example.vn"' in answer and 'value="0220 1"' in answer
    assert (content / UNIT).read_bytes() == before


def test_a_paste_without_a_header_follows_the_columns() -> None:
    lines = [ContactLine("units/a.yml", "Xã An Thanh", ""), ContactLine("units/b.yml", "Thị trấn Tứ Kỳ", "")]
    assert pasted("an thanh\tThôn 1\t0220\nTT Tứ Kỳ\tPhố 2", lines, columns("lien_he")) == [
        "“TT Tứ Kỳ” không rõ đơn vị"
    ]
    assert lines[0].cells == {"dia_chi": "Thôn 1", "dien_thoai": "0220"}


def test_what_a_pasted_table_has_too_much_is_told() -> None:
    lines = [ContactLine("units/a.yml", "Xã An Thanh", "")]
    text = 'Đơn vị\tĐịa chỉ\tFax\nAn Thanh\t"Thôn 1\nsố ""2"""\t0220 9\nXã An Thanh\tThôn 3\n'
    left = pasted(text, lines, columns("lien_he"))
    assert lines[0].cells == {"dia_chi": 'Thôn 1 số "2"'}
    assert left == ["“0220 9” (Xã An Thanh) không rõ cột", "“Xã An Thanh” đã có ở dòng trên"]
    assert pasted('An Thanh\tThôn "Đông\nXã X\tY', lines, columns("lien_he")) == ["“Xã X” không rõ đơn vị"]


def test_a_table_opened_before_another_saved_undoes_nothing(client: Client, content: Path) -> None:
    form, phone, place = table(client, "lien_he"), f"{UNIT}#dien_thoai", f"{UNIT}#dia_chi"
    theirs = [(name, "0220 3747 111" if name == phone else value) for name, value in form]
    client.post("/lien-he/", [*theirs, ("viec", "luu")])
    mine = [(name, "Thôn Đông, xã An Thanh" if name == place else value) for name, value in form]
    assert "Đã lưu 1 đơn vị" in client.post("/lien-he/", [*mine, ("viec", "luu")]).text
    text = (content / UNIT).read_text("utf-8")
    assert "  dien_thoai: 0220 3747 111\n" in text and "  dia_chi: Thôn Đông, xã An Thanh\n" in text
    both = [(name, "0220 3747 222" if name == phone else value) for name, value in form]
    answer = client.post("/lien-he/", [*both, ("viec", "luu")])
    assert answer.status == 422 and "người khác vừa ghi “0220 3747 111”" in answer.text
    assert (content / UNIT).read_text("utf-8") == text
    again = pairs(answer.text.replace("data-table", "data-form"))
    assert "Đã lưu 1 đơn vị" in client.post("/lien-he/", [*again, ("viec", "luu")]).text
    assert "  dien_thoai: 0220 3747 222\n" in (content / UNIT).read_text("utf-8")


def test_a_commune_fills_in_its_own_on_one_screen(client: Client, content: Path) -> None:
    before = (content / UNIT).read_text("utf-8")
    form = pairs(client.get(f"/sua/{UNIT}?xa=1").text)
    shown = [name for name, _ in form if not name.startswith("_")]
    assert 8 <= len(shown) <= 12 and "lien_he.dien_thoai" in shown
    answer = client.post(f"/luu/{UNIT}?xa=1", changed(form, lien_he__dien_thoai="0220 3747 999"))
    assert answer.status == 303
    after = (content / UNIT).read_text("utf-8")
    assert [row for row in after.split("\n") if row not in before.split("\n")] == ["  dien_thoai: 0220 3747 999"]


@pytest.mark.parametrize("slip", ["read-only", "disk", "meanwhile"])
def test_all_units_are_saved_or_none(slip: str, client: Client, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = "units/tu-ky.yml"
    wanted = {f"{UNIT}#dien_thoai": "0220 3747 000", f"{other}#dien_thoai": "0220 3747 001"}
    form = [(name, wanted.get(name, value)) for name, value in table(client, "lien_he")]
    before = {file: file.read_bytes() for file in (content / "units").glob("*.yml")}
    assert [name for name, _ in form if name in wanted] == list(wanted)
    if slip == "read-only":
        (content / other).chmod(0o444)
    elif slip == "disk":
        move, moved = transaction._move, list[str]()

        def full(part: str, file: str) -> None:
            moved.append(file)
            if len(moved) == 2:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            move(part, file)

        monkeypatch.setattr(transaction, "_move", full)
    else:
        theirs = before[content / other] + b"# ghi sau\n"
        unchanged = Workspace._unchanged

        def late(self: Workspace, path: str, expected: str) -> bytes:
            if path == other:
                (content / other).write_bytes(theirs)
            return unchanged(self, path, expected)

        monkeypatch.setattr(Workspace, "_unchanged", late)
        before[content / other] = theirs
    answer = client.post("/lien-he/", [*form, ("viec", "luu")])
    assert answer.status in (409, 507) and "Đã lưu" not in answer.text
    assert 'value="0220 3747 000"' in answer.text and 'value="0220 3747 001"' in answer.text, "what was typed stays"
    assert {file: file.read_bytes() for file in before} == before
    assert not list(content.glob(".*")), "nothing is left behind"
