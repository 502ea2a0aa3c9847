"""What an officer typed is on the disk, in a draft, or the page says that it is in neither: full and read-only disks,
files that others changed, made, moved away, parts that no field can show."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from generator.editor import private_files, workspace
from generator.editor.app import Editor
from generator.io import transaction
from tests.editor.conftest import RECORD, Client, changed

JSON = {"Accept": "application/json"}
Refuse = pytest.MonkeyPatch


def full(*args: object, **options: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_named_and_the_draft_stays(client: Client, content: Path, monkeypatch: Refuse) -> None:
    before, form = (content / RECORD).read_bytes(), changed(client.form(), mo_ta="Lời khác.")
    monkeypatch.setattr(workspace, "replace_file", full)
    answer = client.post(f"/luu/{RECORD}", form, **JSON)
    assert answer.status == 507 and "ổ đĩa đã đầy" in answer.text and "Bản nháp vẫn còn" in answer.text
    assert (content / RECORD).read_bytes() == before and ("mo_ta", "Lời khác.") in client.form()
    monkeypatch.setattr(private_files, "replace_file", full)
    answer = client.post(f"/luu/{RECORD}", form, **JSON)
    assert answer.status == 507 and "đừng đóng trang" in answer.text
    assert json.loads(client.post(f"/kiem/{RECORD}", form, **JSON).text)["kept"] is False


def test_a_file_marked_read_only_is_named_and_the_draft_stays(client: Client, content: Path) -> None:
    file, form = content / RECORD, changed(client.form(), mo_ta="Lời khác.")
    before = file.read_bytes()
    file.chmod(0o444)
    answer = client.post(f"/luu/{RECORD}", form, **JSON)
    assert answer.status == 507 and "Read-only" in answer.text and "Bản nháp vẫn còn" in answer.text
    assert file.read_bytes() == before and ("mo_ta", "Lời khác.") in client.form()
    file.chmod(0o644)
    assert client.post(f"/luu/{RECORD}", form, **JSON).status == 200


def test_a_file_that_another_program_has_open_is_checked_and_kept(
    client: Client, content: Path, monkeypatch: Refuse
) -> None:
    form, read = changed(client.form(), mo_ta="Lời khác."), workspace.read_regular

    def locked(*given: object, **options: object) -> object:
        error = PermissionError(errno.EACCES, "The process cannot access the file", "1.001193.yml")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(workspace, "read_regular", locked)
        assert json.loads(client.post(f"/kiem/{RECORD}", form, **JSON).text)["kept"] is True
        answer = client.post(f"/luu/{RECORD}", form, **JSON)
        assert answer.status == 507 and "đang mở ở chương trình khác" in answer.text
        assert "đang mở ở chương trình khác" in client.get(f"/sua/{RECORD}").text
    assert workspace.read_regular is read and ("mo_ta", "Lời khác.") in client.form()


def test_what_is_saved_is_saved_although_the_rest_cannot_be_noted(
    client: Client, content: Path, monkeypatch: Refuse
) -> None:
    form = [*changed(client.form(), mo_ta="Lời khác."), ("_vi_sao", "sua-loi")]
    monkeypatch.setattr(private_files, "replace_file", full)
    answer = json.loads(client.post(f"/luu/{RECORD}", form, **JSON).text)
    assert answer["saved"] and "lý do" in answer["but"]
    assert "\nmo_ta: Lời khác.\n" in (content / RECORD).read_text("utf-8")


@pytest.mark.parametrize("path", ["/moi/notice", "/lien-he/"])
def test_other_pages_tell_of_a_full_disk(
    client: Client, monkeypatch: Refuse, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    for writer in (workspace, transaction, private_files):
        monkeypatch.setattr(writer, "replace_file", full)
    cell = "units/an-thanh.yml#dien_thoai"
    answer = client.post(path, {"ten": "Thông báo", "ngay": "1/7/2023", "phan": "lien_he", cell: "0220 3747 999"})
    assert answer.status in (422, 507) and "ổ đĩa" in answer.text
    assert "Traceback" not in capsys.readouterr().err


def test_what_cannot_be_saved_without_a_script_is_in_the_draft(client: Client, content: Path) -> None:
    form, file = changed(client.form(), mo_ta="Chưa mất."), content / RECORD
    file.write_text(file.read_text("utf-8").replace("mo_ta: >-", "mo_ta: |-"), "utf-8")
    assert client.post(f"/luu/{RECORD}", form).status == 409
    assert "Chưa mất." in client.get(f"/sua/{RECORD}").text
    law = [*changed(client.form(), phan_biet="Theo luật mới."), ("_vi_sao", "luat")]
    assert client.post(f"/luu/{RECORD}", law).status == 422  # no document named
    assert "Theo luật mới." in client.get(f"/sua/{RECORD}").text


def test_where_both_wrote_the_own_words_stay_until_they_are_saved(client: Client, content: Path) -> None:
    first, second = client.form(), client.form()
    client.post(f"/luu/{RECORD}", changed(first, mo_ta="Của người kia."), **JSON)
    client.post(f"/luu/{RECORD}", changed(second, mo_ta="Của tôi.", phan_biet="Chỉ tôi sửa."), **JSON)
    page = client.get(f"/sua/{RECORD}").text
    assert "Của tôi." in page.partition("data-clashes")[2].partition("</table>")[0]
    client.post(f"/kiem/{RECORD}", changed(client.form(), phan_biet="Sửa tiếp."), **JSON)  # another draft
    client.post(f"/kiem/{RECORD}", client.form(), **JSON)
    assert "Của tôi." in client.get(f"/sua/{RECORD}").text
    client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Của cả hai."), **JSON)
    assert "data-clashes" not in client.get(f"/sua/{RECORD}").text
    assert "\nmo_ta: Của cả hai.\n" in (content / RECORD).read_text("utf-8")


def test_two_tabs_that_add_to_the_same_list_are_joined(client: Client, content: Path) -> None:
    first, second = client.form(), client.form()
    for form, word in ((first, "cháu bé"), (second, "con mới đẻ")):
        client.post(f"/luu/{RECORD}", [*form, ("tu_khoa#", "+1"), ("tu_khoa.+1", word)], **JSON)
    assert client.post(f"/luu/{RECORD}", client.form(), **JSON).status == 200
    assert "  - em bé\n  - cháu bé\n  - con mới đẻ\n" in (content / RECORD).read_text("utf-8")


def test_a_file_that_is_gone_is_made_again_only_when_saved_again(client: Client, content: Path) -> None:
    form, file = changed(client.form(), mo_ta="Đang soạn."), content / RECORD
    file.unlink()
    answer = client.post(f"/luu/{RECORD}", form, **JSON)
    assert (answer.status, json.loads(answer.text)["gone"]) == (409, True) and not file.exists()
    assert client.post(f"/luu/{RECORD}", client.form(), **JSON).status == 200
    assert "\nmo_ta: Đang soạn.\n" in file.read_text("utf-8") and "trinh_tu_thuc_hien" in file.read_text("utf-8")


def test_a_new_record_that_another_made_meanwhile_is_joined_with_it(client: Client, content: Path) -> None:
    client.post("/moi/notice", {"ten": "Nghỉ lễ", "ngay": "1/9/2023"})
    path, file = "notices/nghi-le.md", content / "notices/nghi-le.md"
    form = changed(client.form(path), mo_ta="Nghỉ hai ngày.", noi_dung="Xã nghỉ.")
    file.write_text("---\nten: Nghỉ lễ Quốc khánh\nngay: 2023-09-01\n---\n\nXã nghỉ.\n", "utf-8")
    answer = client.post(f"/luu/{path}", form, **JSON)
    assert answer.status == 409 and [one["mine"] for one in json.loads(answer.text)["conflict"]] == ["Nghỉ lễ"]
    assert client.post(f"/luu/{path}", client.form(path), **JSON).status == 200
    assert "ten: Nghỉ lễ Quốc khánh\n" in file.read_text("utf-8")
    assert "mo_ta: Nghỉ hai ngày.\n" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("was", "odd"),
    [
        ("muc_do_truc_tuyen: toàn trình\n", "muc_do_truc_tuyen:\n  - toàn trình\n  - một phần\n"),
        ("  so: 1\n", "  so:\n    tu: 1\n    den: 2\n"),
        ("yeu_cau_dieu_kien: không\n", "yeu_cau_dieu_kien:\n  - a: b\n"),
        ("loai_thu_tuc: TTHC", "la_hoac: x\nloai_thu_tuc: TTHC"),
    ],
)
def test_a_part_of_another_type_than_its_field_is_not_rewritten(
    client: Client, content: Path, was: str, odd: str
) -> None:
    file = content / RECORD
    text = file.read_text("utf-8").replace(was, odd, 1)
    file.write_text(text, "utf-8")
    assert odd in text
    form = client.form()
    if "_van_ban" in dict(form):
        form = changed(form, _van_ban=dict(form)["_van_ban"].replace("Giờ hành chính", "Giờ làm việc"))
    else:
        form = changed(form, thoi_gian_tiep_nhan="Giờ làm việc các ngày làm việc, trừ ngày nghỉ lễ, Tết")
    assert client.post(f"/luu/{RECORD}", form, **JSON).status == 200
    assert file.read_text("utf-8") == text.replace("Giờ hành chính", "Giờ làm việc")


def test_the_script_is_told_in_words_whatever_happens(client: Client, monkeypatch: Refuse) -> None:
    form = client.form()

    def told(answer: object) -> str:
        return json.loads(answer.text)["refused"]  # type: ignore[attr-defined]

    assert "địa chỉ" in told(client.post(f"/kiem/{RECORD}", form, Cookie="tthc-1=x", **JSON))
    assert "quá lớn" in told(client.post(f"/kiem/{RECORD}", changed(form, mo_ta="a" * 2_100_000), **JSON))
    assert "Không có hồ sơ" in told(client.post("/kiem/../../etc/passwd", form, **JSON))
    monkeypatch.setattr(Editor, "page", None)
    monkeypatch.setattr(workspace.Workspace, "open", lambda *args, **options: 1 / 0)
    assert "lỗi của chính nó" in told(client.post(f"/kiem/{RECORD}", form, **JSON))
