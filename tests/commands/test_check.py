"""`tthc check`: formats and exit codes."""

import json
from pathlib import Path

from tests.conftest import tthc
from tests.support.rule_samples import LAW, PLACES, WHOLE


def folder(tmp_path: Path, text: str) -> Path:
    laws = tmp_path / "content" / "laws"
    laws.mkdir(parents=True)
    (laws / "1.yml").write_text(text, "utf-8")
    return tmp_path / "content"


def test_errors_are_exit_code_1_with_the_line_and_a_caret(tmp_path: Path) -> None:
    done = tthc("check", "--content", folder(tmp_path, LAW.replace("loai:", "laoi:")), "--format", "text")
    assert done.returncode == 1
    assert "content/laws/1.yml:2:1: TT-011 lỗi" in done.stdout and "Ý bạn là “loai”?" in done.stdout
    assert "     2 | laoi: Nghị định\n       | ^" in done.stdout


def test_reminders_alone_are_exit_code_0(tmp_path: Path) -> None:
    for path, text in (WHOLE | {PLACES["law"]: LAW.replace("Luật Hộ", "Luật  Hộ")}).items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, "utf-8")
    done = tthc("check", "--content", tmp_path / "content", "--format", "json")
    assert done.returncode == 0, done.stdout
    [found] = [item for item in json.loads(done.stdout) if item["id"] == "TT-088"]
    assert (found["severity"], found["line"], found["column"]) == ("warning", 3, 34)


def test_content_without_site_yml_is_exit_code_1(tmp_path: Path) -> None:
    done = tthc("check", "--content", folder(tmp_path, LAW), "--format", "text")
    assert (
        done.returncode == 1 and done.stdout.count("TT-170") == 1 and "content/site.yml:1:1: TT-170 lỗi" in done.stdout
    )


def test_every_format_runs(tmp_path: Path) -> None:
    content = folder(tmp_path, LAW.replace("loai:", "laoi:"))
    for name in ("text", "json", "github", "sarif"):
        assert tthc("check", "--content", content, "--format", name).returncode == 1


def test_a_wrong_call_is_exit_code_2(tmp_path: Path) -> None:
    assert tthc("check", "--content", tmp_path / "nowhere").returncode == 2
    assert tthc("check", "--format", "xml").returncode == 2


def test_bytes_that_are_no_text_end_without_a_traceback(tmp_path: Path) -> None:
    content = folder(tmp_path, LAW)
    (content / "laws" / "2.yml").write_bytes(b"\xff\xfe\x00\x01" * 100)
    (content / "laws" / "3.yml").write_bytes(b"a: \xc3\x28")
    done = tthc("check", "--content", content, "--format", "text")
    assert done.returncode == 1 and "Traceback" not in done.stderr and done.stdout.count("TT-002") == 2
