"""A form to download: the officer copies the file and names it, the editor suggests it and notes its hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.editor.form_files import fill_hashes
from tests.editor.conftest import RECORD, Client, changed

JSON = {"Accept": "application/json"}


def test_the_hash_is_noted_and_follows_the_file(tmp_path: Path) -> None:
    (tmp_path / "forms/a").mkdir(parents=True)
    one, two = (hashlib.sha256(text).hexdigest() for text in (b"1", b"2"))
    (tmp_path / "forms/a/mot.docx").write_bytes(b"1")
    (tmp_path / "forms/hai.docx").write_bytes(b"2")
    data = {"bieu_mau": [{"ten": "A", "tep": "a/mot.docx"}, {"ten": "B"}, {"ten": "C", "tep": "khong-co.docx"}]}
    fill_hashes(tmp_path, data, None)
    assert [row.get("sha256") for row in data["bieu_mau"]] == [one, None, None]
    other = {"bieu_mau": [{"ten": "A", "tep": "hai.docx", "sha256": one}]}
    fill_hashes(tmp_path, other, data)
    assert other["bieu_mau"][0]["sha256"] == two
    typed = {"bieu_mau": [{"ten": "A", "tep": "hai.docx", "sha256": "f" * 64}]}
    fill_hashes(tmp_path, typed, typed)
    assert typed["bieu_mau"][0]["sha256"] == "f" * 64  # the check says that it differs
    for nothing in (None, [], {}, {"bieu_mau": "không"}, {"bieu_mau": ["x"]}):
        fill_hashes(tmp_path, nothing, nothing)


def test_in_the_form(client: Client, content: Path) -> None:
    (content / "forms").mkdir()
    (content / "forms/to-khai.docx").write_bytes(b"x")
    page = client.get(f"/sua/{RECORD}").text
    assert '<datalist id="ds-forms"><option value="to-khai.docx">' in page.replace("\n", "")
    assert 'name="bieu_mau.0.tep"' in page and 'list="ds-forms"' in page
    form = changed(client.form(), bieu_mau__0__tep="to-khai.docx", bieu_mau__0__ma_nguon="CT01",
                   bieu_mau__0__ngay_lay="1/11/2023", bieu_mau__0__sha256="")  # fmt: skip
    answer = json.loads(client.post(f"/luu/{RECORD}", form, **JSON).text)
    assert answer.get("saved"), answer
    assert f"sha256: {hashlib.sha256(b'x').hexdigest()}" in (content / RECORD).read_text("utf-8")
