"""Whoever calls a command wrongly, or asks for help, reads Vietnamese: nothing of argparse's own English."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from generator.cli import FOLDER, main, stated

ENGLISH = re.compile(
    r"\b(usage|error|arguments?|expected|invalid|required|unrecognized|options?|choose|choice|show|exit|message|not|the)\b"
)
NAMES = [stated(file, "NAME") for file in sorted(FOLDER.glob("cmd_*.py"))]
CALLS = {
    "chek": "không có “chek”. Ý bạn là “check”?",
    "kiểm-tra": "không có “kiểm-tra”; chọn một trong: amend, audit, build, check",
    "check --formt text": "không có tùy chọn “--formt”. Ý bạn là “--format”?",
    "check --format=xml": "“--format”: không có “xml”; chọn một trong: text, summary, json",
    "check --format jsn": "“--format”: không có “jsn”. Ý bạn là “json”?",
    "check --format": "“--format”: thiếu giá trị đi sau",
    "check --all=yes": "“--all”: tùy chọn này không nhận giá trị; bỏ phần “yes”",
    "check --since HEAD --baseline a.json": "“--baseline”: không đi cùng “--since”; chọn một trong hai",
    "check --as-of 31/02/2023": "“--as-of”: “31/02/2023” không phải ngày",
    "import national-flat --to": "“--to”: thiếu giá trị đi sau",
    "import national-flt a.json --to content": "“LOẠI”: không có “national-flt”. Ý bạn là “national-flat”?",
    "import national-flat a.json --to content --take": "“--take”: thiếu giá trị đi sau, cần ít nhất một",
    "import national-flat a.json --to content --da 1": "“--date”: “1” không phải ngày",
    "publish --kee 1 ./public -v": "không có tùy chọn “-v”",
    "publish --k 1 ./public": "“--k” chưa rõ là tùy chọn nào: --keep, --key",
    "publish --keep 0 ./public": "“--keep”: “0” phải là số nguyên từ 1 trở lên",
    "explain-search --most 1,5 khai": "“--most”: “1,5” phải là số nguyên từ 1 trở lên",
    "diff 2023-12-31": "còn thiếu: MỚI",
    "diff a b c": "thừa tham số: c",
    "pack": "cần một trong các tùy chọn: --unit --site",
    "report luat": "thừa tham số: luat",
    "amend --all --note \udcff": "“--note”: không phải văn bản UTF-8",
    "serve --port 8000": "không có tùy chọn “--port”",
}


def _output(call: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    try:
        code = main(call.split())
    except SystemExit as end:
        code = int(str(end.code))
    done = capsys.readouterr()
    return code, done.out + done.err


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_call_is_explained_in_vietnamese(
    call: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, text = _output(call, capsys)
    assert code == 2 and CALLS[call] in text, text
    assert text.startswith("cách gọi: tthc ") and not ENGLISH.search(re.sub(r"\S*--\S+|\[.*?\]", "", text)), text
    assert call.split()[0] not in NAMES or text.splitlines()[-1].startswith(f"tthc {call.split()[0]}: ")


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_is_vietnamese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = _output(f"{name} --help", capsys)
    head = "\n".join(line for line in text.splitlines() if not line.startswith(" ") or "--help" in line)
    assert code == 0 and text.startswith("cách gọi: tthc") and "in cách dùng rồi dừng" in text
    assert not ENGLISH.search(re.sub(r"\[.*?\]|\S*--\S+", "", head)), head


def test_words_typed_on_a_mac_are_composed(capsys: pytest.CaptureFixture[str]) -> None:
    call = unicodedata.normalize("NFD", "không-có-lệnh-sửa")
    assert "không có “không-có-lệnh-sửa”" in _output(call, capsys)[1]
