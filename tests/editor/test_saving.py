"""From the form to the disk without a script: one field changed is one line changed; two tabs; errors; drafts."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from generator.loading.file_names import record_kind
from tests.conftest import PROJECT
from tests.editor.conftest import RECORD, Client, changed, running

pytestmark = pytest.mark.slow
JSON = {"Accept": "application/json"}


def lines(before: str, after: str) -> list[str]:
    import difflib

    return [row for row in difflib.ndiff(before.split("\n"), after.split("\n")) if row[:2] in ("- ", "+ ")]


def test_one_field_is_one_line(client: Client, content: Path) -> None:
    before = (content / RECORD).read_text("utf-8")
    answer = client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Lời khác hẳn."))
    assert (answer.status, answer.headers["Location"]) == (303, f"/sua/{RECORD}?da-luu=1")
    assert [row for row in lines(before, (content / RECORD).read_text("utf-8")) if row[0] == "+"] == [
        "+ mo_ta: Lời khác hẳn."
    ]
    assert "data-state>Đã lưu<" in client.get(answer.headers["Location"]).text


@pytest.mark.slow
def test_a_form_sent_back_as_it_is_changes_nothing(client: Client, content: Path) -> None:
    files = [
        path
        for path in sorted(content.rglob("*"))
        if path.is_file() and record_kind(path.relative_to(content).as_posix())
    ]
    for file in files:
        path, before = file.relative_to(content).as_posix(), file.read_bytes()
        verdict = json.loads(client.post(f"/kiem/{path}", client.form(path), **JSON).text)
        assert verdict["changed"] is False, path
        assert client.post(f"/luu/{path}", client.form(path), **JSON).status == 200
        assert file.read_bytes() == before


@pytest.mark.slow
def test_every_real_record_comes_back_from_its_form_as_it_was() -> None:
    content = PROJECT / "content"
    paths = sorted(path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file())
    with running(content) as client:
        for path in [path for path in paths if record_kind(path)][:: 12 if "TTHC_ALL" in os.environ else 48]:
            answer = json.loads(client.post(f"/kiem/{path}", client.form(path), **JSON).text)
            assert (answer["changed"], answer["errors"]) == (False, 0), path


def test_an_error_is_said_under_its_field_and_nothing_is_written(client: Client, content: Path) -> None:
    before = (content / RECORD).read_bytes()
    form = changed(client.form(), hieu_luc__tu="hôm qua")
    verdict = json.loads(client.post(f"/kiem/{RECORD}", form, **JSON).text)
    assert ("hieu_luc.tu", "TT-013") in [(one["key"], one["id"]) for one in verdict["problems"]]
    page = client.post(f"/luu/{RECORD}", form)
    assert page.status == 422
    field = page.text.partition('data-key="hieu_luc.tu"')[2].partition("data-key")[0]
    assert 'data-problem="TT-013"' in field
    assert (content / RECORD).read_bytes() == before


def test_an_error_that_was_there_before_does_not_block(client: Client, content: Path) -> None:
    file = content / RECORD
    file.write_text(file.read_text("utf-8").replace("muc_do_truc_tuyen: ", "muc_do_truc_tuyen: hơi ", 1), "utf-8")
    assert client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Lời khác."), **JSON).status == 200
    assert "mo_ta: Lời khác." in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("copied", "value"),
    {
        unicodedata.normalize("NFD", "Chép từ máy Mac."): "Chép từ máy Mac.",
        "Hộ\u200b tịch\u00ad": "Hộ tịch",
        "Phần\u00a01\u2003của Word": "Phần 1 của Word",
        "Dòng một\u2028dòng hai\x0bdòng ba": "Dòng một dòng hai dòng ba",
        "\ufeffĐầu tệp\x00": "Đầu tệp",
        "Ô một\tô hai": "Ô một ô hai",
    }.items(),
)
def test_what_is_pasted_is_what_was_read(client: Client, content: Path, copied: str, value: str) -> None:
    assert client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta=copied), **JSON).status == 200
    assert f"\nmo_ta: {value}\n" in (content / RECORD).read_text("utf-8")


def test_a_field_that_nobody_touched_keeps_its_letters(client: Client, content: Path) -> None:
    file = content / RECORD
    loose = unicodedata.normalize("NFD", "tên cũ rời dấu")
    file.write_text(file.read_text("utf-8").replace("- trẻ mới sinh", f"- {loose}", 1), "utf-8")
    assert client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Lời khác."), **JSON).status == 200
    assert f"- {loose}\n" in file.read_text("utf-8")


def test_two_tabs_on_two_fields_are_joined(client: Client, content: Path) -> None:
    first, second = client.form(), client.form()
    assert client.post(f"/luu/{RECORD}", changed(first, mo_ta="Của tab một."), **JSON).status == 200
    answer = client.post(f"/luu/{RECORD}", changed(second, phan_biet="Của tab hai."), **JSON)
    assert answer.status == 409 and json.loads(answer.text) == {"conflict": [], "joined": True, "gone": False}
    assert "Của tab hai" not in (content / RECORD).read_text("utf-8")
    assert client.post(f"/luu/{RECORD}", client.form(), **JSON).status == 200
    text = (content / RECORD).read_text("utf-8")
    assert "Của tab một." in text and "Của tab hai." in text


def test_two_tabs_on_the_same_field_show_both_values(client: Client, content: Path) -> None:
    first, second = client.form(), client.form()
    client.post(f"/luu/{RECORD}", changed(first, mo_ta="Của tab một."), **JSON)
    answer = client.post(f"/luu/{RECORD}", changed(second, mo_ta="Của tab hai."), **JSON)
    assert answer.status == 409
    assert json.loads(answer.text)["conflict"] == [{"label": "Mô tả", "mine": "Của tab hai.", "theirs": "Của tab một."}]
    page = client.post(f"/luu/{RECORD}", changed(second, mo_ta="Của tab hai."))
    assert page.status == 409 and "Của tab một." in page.text and "Của tab hai." in page.text
    assert "Của tab một." in (content / RECORD).read_text("utf-8")


def test_a_change_by_another_program_is_not_overwritten(client: Client, content: Path) -> None:
    form, file = client.form(), content / RECORD
    file.write_text(file.read_text("utf-8") + "# ghi tay\n", "utf-8")
    assert client.post(f"/luu/{RECORD}", changed(form, mo_ta="Lời khác."), **JSON).status == 409
    assert file.read_text("utf-8").endswith("# ghi tay\n") and "Lời khác" not in file.read_text("utf-8")


def test_drafts_are_kept_outside_the_content_and_come_back(client: Client, content: Path) -> None:
    before = sorted(path for path in content.rglob("*"))
    client.post(f"/kiem/{RECORD}", changed(client.form(), mo_ta="Đang viết dở"), **JSON)
    assert sorted(path for path in content.rglob("*")) == before
    assert ("mo_ta", "Đang viết dở") in client.form()
    assert "Bản nháp chưa lưu" in client.get("/sua/?viec=nhap").text
    client.post(f"/bo-nhap/{RECORD}", {})
    assert ("mo_ta", "Đang viết dở") not in client.form()


@pytest.mark.parametrize("broken", ["mo_ta: [\n", "<<<<<<< a\n=======\n>>>>>>> b\n"])
def test_a_file_that_cannot_be_read_is_shown_whole_and_can_be_mended(
    client: Client, content: Path, broken: str
) -> None:
    file = content / RECORD
    good = file.read_text("utf-8")
    file.write_text(good + broken, "utf-8")
    form = client.form()
    assert dict(form)["_van_ban"].startswith("ma_thu_tuc")
    assert (
        client.post(
            f"/luu/{RECORD}", [("_goc", dict(form)["_goc"]), ("_van_ban", good.replace("\n", "\r\n"))], **JSON
        ).status
        == 200
    )
    assert file.read_text("utf-8") == good


def test_windows_line_ends_stay(client: Client, content: Path) -> None:
    file = content / RECORD
    raw = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(raw)
    client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Lời khác."), **JSON)
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf") and after.count(b"\n") == after.count(b"\r\n")


@pytest.mark.parametrize("meanwhile", [b"\xff\xfea", b"", b"ten: [a\n", b"ten: a\n\x00"])
def test_a_file_that_became_unreadable_meanwhile_is_left_alone(
    client: Client, content: Path, meanwhile: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    form = changed(client.form(), mo_ta="Lời khác.")
    (content / RECORD).write_bytes(meanwhile)
    assert client.post(f"/luu/{RECORD}", form).status == 409
    assert (content / RECORD).read_bytes() == meanwhile and "Traceback" not in capsys.readouterr().err
