"""“Có lỗi phải sửa” counts what the whole check finds, and shows the files that no form can show."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import pytest

from generator.editor.errors_on_disk import ErrorsOnDisk, by_command
from generator.loading.store import Store
from generator.problem import ERROR, Problem
from tests.editor.conftest import RECORD, Client


def settled(client: Client) -> str:
    """The list of errors once the check has ended."""
    text = client.get("/sua/?viec=loi").text
    for _ in range(600):
        if "data-counting" not in text:
            return text
        time.sleep(0.1)
        text = client.get("/sua/?viec=loi").text
    raise AssertionError("it never ends")


@pytest.mark.slow
def test_an_error_that_only_a_rule_sees_is_listed_with_its_reason(client: Client, content: Path) -> None:
    client.editor.errors.run = by_command(content, None)
    file = content / RECORD
    assert "1.001193" not in settled(client)
    file.write_text(file.read_text("utf-8").replace("linh_vuc: Hộ tịch", "linh_vuc: Không có"), "utf-8")
    page = settled(client)
    assert f'href="/sua/{RECORD}"' in page and "Không có" in page and "linh_vuc" not in page


def test_a_copy_that_a_synchronising_program_left_is_listed(client: Client, content: Path) -> None:
    shutil.copy(content / RECORD, (content / RECORD).with_name("1.001193-DESKTOP-1.yml"))
    page = client.get("/sua/?viec=loi").text
    assert "1.001193-DESKTOP-1.yml" in page and "OneDrive" in page and "xóa bản này" in page
    assert "1.001193-DESKTOP-1.yml" not in client.get("/sua/").text


def test_one_check_at_a_time_and_one_for_each_state() -> None:
    go, ran = threading.Event(), list[int]()

    def run() -> list[Problem]:
        ran.append(1)
        go.wait(10)
        return [Problem("content/a.yml", 1, 1, "TT-001", ERROR, "sai")]

    errors, one, two = ErrorsOnDisk(run), Store({}), Store({})
    for store in (one, one, two):
        errors.look(store)
    assert errors.look(one) == ([], True)
    go.set()
    while errors.running:
        time.sleep(0.01)
    assert len(ran) == 1 and errors.errors
    errors.look(one)
    assert not errors.running
    assert errors.look(two) == (errors.errors, True)  # also if it ends before the page is made
    while errors.running:
        time.sleep(0.01)
    assert len(ran) == 2


def test_a_command_that_cannot_run_finds_nothing(tmp_path: Path) -> None:
    assert by_command(tmp_path / "none", None)() == []
