"""A mistake that was saved is taken back, with and without git; who works without git is told what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.editor.conftest import RECORD, Client, changed

JSON = {"Accept": "application/json"}


def save(client: Client, text: str) -> None:
    assert client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta=text), **JSON).status == 200


def test_what_was_saved_is_taken_back_to_any_earlier_state(client: Client, content: Path) -> None:
    file = content / RECORD
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    save(client, "Sai một.")
    middle = file.read_bytes()
    save(client, "Sai hai.")
    page = client.get(f"/lich-su/{RECORD}").text
    assert page.index("Sai hai.") < page.index('value="may:1"') < page.index('value="may:0"')
    for state, wanted in (("may:1", middle), ("may:0", before)):
        assert f'value="{state}"' in page
        answer = client.post(f"/lich-su/{RECORD}", {"ban": state})
        assert answer.status == 303 and answer.headers["Location"] == f"/sua/{RECORD}"
        assert file.read_bytes() != wanted  # a draft, until it is saved
        assert client.post(f"/luu/{RECORD}", client.form(), **JSON).status == 200
        assert file.read_bytes() == wanted


def test_a_draft_is_not_lost_to_it(client: Client, content: Path) -> None:
    save(client, "Sai.")
    client.post(f"/kiem/{RECORD}", changed(client.form(), mo_ta="Đang gõ."), **JSON)
    answer = client.post(f"/lich-su/{RECORD}", {"ban": "may:0"})
    assert answer.status == 409 and "bản nháp chưa lưu" in answer.text
    assert ("mo_ta", "Đang gõ.") in client.form()


@pytest.mark.parametrize("state", ["", "may:7", "may:x", "git:../../x", "git:abc", "x:1"])
def test_an_unknown_state_changes_nothing(client: Client, content: Path, state: str) -> None:
    before = (content / RECORD).read_bytes()
    assert client.post(f"/lich-su/{RECORD}", {"ban": state}).status == 404
    assert (content / RECORD).read_bytes() == before and client.editor.drafts.all() == []


def test_only_so_many_states_are_kept(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.editor.earlier.MAX_STATES", 2)
    for number in range(4):
        client.editor.earlier.keep(RECORD, b"%d" % number)
    assert [one.raw for one in client.editor.earlier.of(RECORD)] == [b"2", b"3"]


@pytest.mark.parametrize("page", ["/gui/", "/duyet/"])
def test_without_git_the_page_says_where_things_are(client: Client, content: Path, page: str) -> None:
    answer = client.get(page)
    assert answer.status == 200 and "chưa nối với kho chung" in answer.text and str(content) in answer.text
    assert re.search(r"báo người phụ trách kỹ thuật dựng và đăng", answer.text)
