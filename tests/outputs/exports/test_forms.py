"""A form that lies in content/forms/ can be downloaded from the procedure's page."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from generator import urls
from tests.conftest import tthc


@pytest.mark.slow
def test_a_form_is_published_under_an_address_that_every_system_has(content: Path, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # the audit opens what people download
        archive.writestr("word/document.xml", "<document/>")
    name, data = "Hộ tịch/Mẫu tờ khai (số 1).DOCX", packed.getvalue()
    file = content / "forms" / unicodedata.normalize("NFD", name)
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    (content / "forms" / "a.html").write_text("<script>", "utf-8")
    record = content / "procedures/ho-tich/1.001193.yml"
    text = record.read_text("utf-8")
    forms = f"bieu_mau:\n  - ten: Tờ khai đăng ký khai sinh\n    tep: {name}\n"
    text = re.sub(r"(?m)^bieu_mau:.*\n(?:[ -].*\n)*", forms, text)
    record.write_text(text, "utf-8")
    done = tthc("build", "--no-strict", "--content", content, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    address = urls.form(name)
    assert address == "mau-don/ho-tich/mau-to-khai-so-1.docx"
    assert (tmp_path / "site" / address).read_bytes() == data
    page = (tmp_path / "site/thu-tuc/1-001193/index.html").read_text("utf-8")
    assert f'href="../../{address}"' in page
    assert [file.name for file in (tmp_path / "site/mau-don").rglob("*.*")] == ["mau-to-khai-so-1.docx"]
    audit = tthc("audit", tmp_path / "site").stdout
    assert "mau-don" not in audit, audit
