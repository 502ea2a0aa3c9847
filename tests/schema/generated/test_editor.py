"""The committed files for editors' programs are the generated ones, and a language server makes use of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest

from generator.schema.generated.editor import files
from tests.conftest import PROJECT
from tests.support.language_server import LanguageServer
from tests.support.rule_samples import PROCEDURE

NODE = PROJECT / "tests" / "node"
SERVER = NODE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


def test_the_committed_files_are_the_generated_ones() -> None:
    """After a change of the model: tthc schema --write ."""
    for name, text in files().items():
        assert (PROJECT / name).read_text("utf-8") == text, f"{name} is stale: run tthc schema --write ."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    """yaml-language-server on a copy of the settings and schemas, as VS Code would start it."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not SERVER.is_file():
        if shutil.which("npm") is None or os.environ.get("TTHC_NO_NPM"):
            pytest.skip("yaml-language-server is not installed: run npm ci in tests/node")
        done = subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund"], cwd=NODE, capture_output=True, text=True, timeout=300
        )
        if done.returncode:
            pytest.skip(f"npm ci failed in tests/node: {done.stderr[-300:]}")
    folder = tmp_path_factory.mktemp("project")
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    with LanguageServer(SERVER, folder, settings) as found:
        yield found


PLACE = "content/procedures/ho-tich/1.001193.yml"


def test_a_whole_record_has_no_diagnostics(server: LanguageServer) -> None:
    assert server.diagnostics(PLACE, PROCEDURE) == []


def test_a_mistyped_word_is_marked(server: LanguageServer) -> None:
    [found] = server.diagnostics(PLACE, PROCEDURE.replace("toàn trình", "toàn trinh"))
    assert found["range"]["start"]["line"] == PROCEDURE[: PROCEDURE.index("toàn trình")].count("\n")
    assert "toàn trình" in found["message"]


def test_a_code_without_quotes_is_marked(server: LanguageServer) -> None:
    [found] = server.diagnostics(PLACE, PROCEDURE.replace('"1.001193"', "1.001193"))
    assert found["range"]["start"]["line"] == 0


def test_words_are_offered(server: LanguageServer) -> None:
    text = PROCEDURE.replace("muc_do_truc_tuyen: toàn trình", "muc_do_truc_tuyen: ")
    line = text[: text.index("muc_do_truc_tuyen")].count("\n")
    offered = server.completion(PLACE, text, line, len("muc_do_truc_tuyen: "))
    assert {"toàn trình", "một phần", "chưa trực tuyến"} <= set(offered)


def test_keys_are_offered(server: LanguageServer) -> None:
    assert "ngay_ban_hanh" in server.completion("content/laws/1.yml", "so_ky_hieu: a\nng\n", 1, 2)


def test_a_hover_explains_in_vietnamese_with_the_article(server: LanguageServer) -> None:
    line = PROCEDURE[: PROCEDURE.index("ten_thu_tuc")].count("\n")
    shown = server.hover(PLACE, PROCEDURE, line, 3)
    assert "Tên chính thức" in shown and "NĐ 63/2010 Đ8 k2 a" in shown
