"""“Nhập từ tệp”: a decision's list comes in through the browser, seen first, all or nothing."""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

import pytest

from generator.editor.importing import safe_name
from generator.editor.multipart import NotMultipart, read_multipart
from generator.editor.security import MAX_UPLOAD
from generator.io import transaction
from tests.editor.conftest import Answer, Client
from tests.support.decision_lists import list_docx, list_xlsx
from tests.support.folders import file_bytes

PLACE = "/nhap-tep/"
BORDER = "procedures/ho-tich/1.000110.yml"
TYPE = "multipart/form-data; boundary=----x"


def body(name: str, data: bytes, **fields: str) -> bytes:
    parts = [f'form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields.items()]
    parts += [f'form-data; name="tep"; filename="{name}"\r\nContent-Type: a/b\r\n\r\n'.encode() + data + b"\r\n"]
    return b"".join(b"------x\r\nContent-Disposition: " + part for part in parts) + b"------x--\r\n"


def sent(client: Client, name: str, data: bytes, **fields: str) -> Answer:
    answer = client.send("POST", PLACE, body(name, data, **fields), Content_Type=TYPE)
    return client.get(answer.headers["Location"]) if answer.status == 303 else answer


def key_of(page: Answer) -> str:
    found = re.search(r'name="khoa" value="([\w-]+)"', page.text)
    assert page.status == 200 and found, page.text
    return found[1]


def agreed(client: Client, page: Answer) -> Answer:
    return client.post(PLACE, {"viec": "ghi", "khoa": key_of(page)})


@pytest.mark.parametrize("make", [list_xlsx, list_docx])
def test_a_list_is_shown_first_and_written_when_agreed(client: Client, content: Path, tmp_path: Path, make) -> None:
    before = file_bytes(content)
    page = sent(client, f"Quyết định 1234{make(tmp_path).suffix}", make(tmp_path).read_bytes(), ngay="05/04/2023")
    assert file_bytes(content) == before
    assert "Đăng ký khai sinh ở biên giới" in page.text and BORDER in page.text and "Quyết định 1234" in page.text
    assert "không có mã và không khớp chắc chắn" in page.text and "dòng ẩn" in page.text  # left out, and why
    assert "Mã thủ tục: không có mã" in page.text and "ma_thu_tuc" not in page.text
    answer = agreed(client, page)
    assert answer.status == 303
    done = client.get(answer.headers["Location"])
    assert f'href="/sua/{BORDER}"' in done.text and "123/2015/NĐ-CP" in done.text
    assert "ngay: 2023-04-05" in (content / BORDER).read_text("utf-8")
    assert (content / "laws/123-2015-nd-cp.yml").is_file() and (content / ".nhap/decision-list/1.000110.yml").is_file()
    assert all(file_bytes(content)[name] == raw for name, raw in before.items())
    assert client.get(f"/sua/{BORDER}").status == 200
    assert agreed(client, page).status == 303  # pressed twice: nothing more happens
    assert "không có gì để nhập" in sent(client, "a", make(tmp_path).read_bytes(), ngay="05/04/2023").text


def test_the_same_as_the_command_writes(client: Client, content: Path, tmp_path: Path) -> None:
    from generator.cli import main

    other, file = tmp_path / "other" / "content", list_docx(tmp_path)
    for name, raw in file_bytes(content).items():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_bytes(raw)
    assert main(["import", "decision-list", str(file), "--to", str(other), "--no-check"]) == 0
    assert agreed(client, sent(client, file.name, file.read_bytes())).status == 303
    assert file_bytes(other) == file_bytes(content)


def test_a_second_list_says_which_value_it_changes_and_keeps_what_editors_wrote(
    client: Client, content: Path, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    file = list_xlsx(tmp_path)
    agreed(client, sent(client, file.name, file.read_bytes()))
    record = content / BORDER
    record.write_bytes(
        record.read_bytes().replace("Đăng ký khai sinh ở".encode(), "Ghi khai sinh ở".encode()) + b"# x\n"
    )
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    was = record.read_bytes()
    book = load_workbook(file)
    book.active["E6"] = "04 ngày làm việc"
    book.save(file)
    page = sent(client, file.name, file.read_bytes())
    assert "3 → 4 ngày làm việc" in page.text and "do người viết nên giữ nguyên" in page.text
    assert agreed(client, page).status == 303
    assert record.read_bytes() == was.replace(b"so: 3", b"so: 4")
    assert client.editor.earlier.of(BORDER)[-1].raw == was


def test_what_changed_meanwhile_stops_everything(client: Client, content: Path, tmp_path: Path) -> None:
    page = sent(client, "a.docx", list_docx(tmp_path).read_bytes())
    (content / BORDER).write_text("ma_thu_tuc: '1.000110'\n", "utf-8")
    before = file_bytes(content)
    answer = agreed(client, page)
    assert answer.status == 409 and BORDER in answer.text and file_bytes(content) == before


def test_a_disk_that_refuses_leaves_all_as_it_was(
    client: Client, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = sent(client, "a.docx", list_docx(tmp_path).read_bytes()), file_bytes(content)

    def full(part: str, file: str) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as now:
        now.setattr(transaction, "_move_new", full)
        answer = agreed(client, page)
    assert answer.status == 507 and "ổ đĩa đã đầy" in answer.text and file_bytes(content) == before
    assert agreed(client, page).status == 303  # once there is room


def test_an_unknown_plan_writes_nothing(client: Client, content: Path) -> None:
    before = file_bytes(content)
    assert client.post(PLACE, {"viec": "ghi", "khoa": "abc"}).status == 409
    assert file_bytes(content) == before


def _bomb(folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "bomb", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", b" " * 60_000_000)
    return (folder / "bomb").read_bytes()


def _plain_zip(folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "zip", "w") as made:
        made.writestr("../../evil.yml", "a: 1")
    return (folder / "zip").read_bytes()


def _encrypted(folder: Path) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


HOSTILE = [
    ("a.docx", _bomb, "bung ra quá lớn"), ("a.xlsx", _plain_zip, "tệp zip thường"), ("a.docx", _encrypted, "mật khẩu"),
    ("a.docx", lambda _: b"\x89PNG\r\n\x1a\n" + b"x" * 99, "đây là ảnh"), ("a.docx", lambda _: b"", "trống"),
    ("a.png", lambda _: b"\x89PNG\r\n\x1a\n" + b"x" * 99, "ảnh"), ("a", lambda _: b"MZ\x90\0" * 50, "không"),
    ("a.json", lambda _: b'{"a": 1}', "không nhận ra"), ("a.json", lambda _: b"[" * 99_999, "lồng quá sâu"),
    ("a.docx", lambda _: b"PK\x03\x04" + b"\xff" * 500, "nguyên vẹn"), ("", lambda _: b"", "Chọn tệp"),
]  # fmt: skip


def test_hostile_files_get_a_sentence_and_leave_nothing(
    client: Client, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    before = file_bytes(tmp_path)
    for name, make, says in HOSTILE:
        data = make(tmp_path)
        for made in ("bomb", "zip"):
            (tmp_path / made).unlink(missing_ok=True)
        answer = sent(client, name, data)
        message = re.search(r'role="alert">([^<]+)<', answer.text)
        assert answer.status == 422 and message and says in message[1], (name, says, answer.text)
        assert "/tam/" not in answer.text and "--" not in message[1], message[1]
    assert file_bytes(tmp_path) == before and not list((tmp_path / "tam").iterdir())
    assert capsys.readouterr().err == ""


def test_a_wrong_ending_is_read_by_what_the_file_is(client: Client, tmp_path: Path) -> None:
    data = list_docx(tmp_path).read_bytes()
    for name in ("a.xlsx", "a.json", "a", "con.docx"):
        assert BORDER in sent(client, name, data).text, name


def test_fifty_megabytes_are_refused_in_words(client: Client, content: Path) -> None:
    answer = client.send("POST", PLACE, body("a.docx", b"x" * 50_000_000), Content_Type=TYPE)
    assert answer.status == 413 and f"{MAX_UPLOAD // 1_000_000} MB" in answer.text


def test_only_our_own_page_may_send_a_file(client: Client, content: Path, tmp_path: Path) -> None:
    before, data = file_bytes(content), body("a.docx", list_docx(tmp_path).read_bytes())
    for origin in (None, "null", "https://evil.example"):
        assert client.send("POST", PLACE, data, Content_Type=TYPE, Origin=origin).status == 403
    assert client.send("POST", PLACE, data, Content_Type=TYPE, Cookie=None).status == 403
    assert client.send("POST", "/sua/", data, Content_Type=TYPE).status == 415
    assert client.send("POST", PLACE, data[:-30], Content_Type=TYPE).status == 400
    assert client.send("POST", PLACE, data, Content_Type="multipart/form-data").status == 400
    assert file_bytes(content) == before


def test_only_what_the_unit_receives(client: Client, tmp_path: Path) -> None:
    page = sent(client, "a.docx", list_docx(tmp_path).read_bytes(), don_vi="hai-duong")
    assert page.status == 422 and "không nhận thủ tục nào" in page.text
    assert BORDER in sent(client, "a.docx", list_docx(tmp_path).read_bytes(), don_vi="an-thanh").text
    assert sent(client, "a.docx", list_docx(tmp_path).read_bytes(), don_vi="khong-co").status == 422


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Quyết định 1.docx", "Quyết định 1.docx"), ("C:\\Users\\a\\b.docx", "b.docx"), ("../../etc/x.docx", "x.docx"),
        ("a\x00\x1b[31m\u202e.docx", "a [31m.docx"), ("con.docx", "con-1.docx"), ("...", "tep"), ("", "tep"),
        (".docx", "docx"), ("x" * 300 + ".docx", "x" * 80 + ".docx"), ("a:b*?.xlsx", "a b.xlsx"),
    ],
)  # fmt: skip
def test_names_from_the_browser(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_form_with_a_file_is_read_as_it_was_sent() -> None:
    data = bytes(range(256)) * 3 + b"\r\n--x\r\n\r\n"
    pairs, files = read_multipart(TYPE, body("Quyết định.docx", data, ten="Nguyễn\r\nVăn"))
    assert pairs == [("ten", "Nguyễn\r\nVăn")] and files["tep"] == ("Quyết định.docx", data)
    for wrong in (b"", b"------x", b"------x\r\n\r\n\r\n------x--", b"------x\r\nA: b\r\n\r\nc\r\n------x--"):
        with pytest.raises(NotMultipart):
            read_multipart(TYPE, wrong)
    with pytest.raises(NotMultipart):
        read_multipart(TYPE, body("a", b"b", **{f"n{at}": "" for at in range(60)}))
