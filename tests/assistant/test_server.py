"""`tthc mcp`: a real client over stdio searches, reads, compares and lists on a finished site."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT, tthc

pytestmark = pytest.mark.skipif(  # imported only where they run: every worker collects every file
    not (find_spec("mcp") and find_spec("py_mini_racer")), reason="the optional extra [mcp] is not installed"
)


def call(site: Path, *calls: tuple[str, dict[str, Any]]) -> tuple[list[str], list[dict[str, Any]]]:
    """(names of the tools, what each call answers) of a server over `site`."""
    from mcp.client.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    async def talk() -> tuple[list[str], list[dict[str, Any]]]:
        start = StdioServerParameters(command=sys.executable, args=["-m", "generator", "mcp", str(site)], cwd=PROJECT)
        async with Client(stdio_client(start)) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            answers = []
            for name, arguments in calls:
                result = await client.call_tool(name, arguments)
                answers.append(json.loads(result.content[0].text))  # type: ignore[union-attr]
            return tools, answers

    with ThreadPoolExecutor(1) as pool:  # a browser of other tests may hold this thread's event loop
        return pool.submit(asyncio.run, talk()).result()


def test_a_client_finds_reads_and_lists(real_site: Path) -> None:
    tools, (found, record, listed, nothing) = call(
        real_site,
        ("tim_thu_tuc", {"cau_hoi": "lam giay khai sinh cho con"}),
        ("xem_thu_tuc", {"ma": "1.001193"}),
        ("thu_tuc_cua_don_vi", {"don_vi": "Xã An Thanh"}),
        ("xem_thu_tuc", {"ma": "9.999999"}),
    )
    assert set(tools) == {"tim_thu_tuc", "xem_thu_tuc", "so_sanh_hai_ban", "thu_tuc_cua_don_vi"}
    first = found["ket_qua"][0]
    assert first["ma"] == "1.001193" and first["trang"].endswith("/thu-tuc/1-001193/")
    assert first["tinh_den_ngay"] == "2023-12-31" and isinstance(first["cho_xac_nhan"], list)
    assert record["ban_ghi"]["ma_thu_tuc"] == "1.001193" and "chưa chắc" in record["luu_y"]
    assert listed["so_thu_tuc"] == len(listed["thu_tuc"]) > 50
    assert "loi" in nothing


def test_two_editions_are_compared_part_by_part(real_site: Path, tmp_path: Path) -> None:
    """The other edition is a folder of the same site."""
    from generator.assistant.answers import Answers
    from generator.assistant.published_site import PublishedSite

    for name in ("tim-kiem", "du-lieu"):
        shutil.copytree(real_site / name, tmp_path / name, copy_function=os.link)
    lines = (real_site / "du-lieu/v1/thu-tuc.jsonl").read_text("utf-8").splitlines()
    later = [json.loads(line) for line in lines]
    for made in later:
        made["tinh_den_ngay"] = "2026-11-29"
        if made["ma"] == "1.001193":
            made["ban_ghi"]["co_quan_thuc_hien"] = "UBND cấp xã (mới)"
    other = tmp_path / "sau/du-lieu/v1"
    other.mkdir(parents=True)
    (other / "thu-tuc.jsonl").write_text("\n".join(json.dumps(made) for made in later))
    made = Answers(PublishedSite(str(tmp_path))).compare("1.001193", "sau")
    assert [part["phan"] for part in made["khac_nhau"]] == ["Cơ quan thực hiện"]
    assert made["ban_kia"]["tinh_den_ngay"] == "2026-11-29"
    assert "loi" in Answers(PublishedSite(str(tmp_path))).compare("1.001193", "../..")


@pytest.mark.slow
def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    done = tthc("mcp", tmp_path)
    assert done.returncode == 2 and "tim-kiem/muc-luc.json" in done.stderr and "Traceback" not in done.stderr


def test_a_site_of_another_release_is_refused(real_site: Path, tmp_path: Path) -> None:
    """Its index may have another format, of which our scripts would make wrong titles."""
    shutil.copytree(real_site / "tim-kiem", tmp_path / "tim-kiem", copy_function=os.link)
    index = tmp_path / "tim-kiem" / "muc-luc.json"
    other = json.loads(index.read_text("utf-8")) | {"format": 0}
    index.unlink()
    index.write_text(json.dumps(other), "utf-8")
    done = tthc("mcp", tmp_path)
    assert done.returncode == 2 and "bản tthc khác" in done.stderr and "Traceback" not in done.stderr


def test_the_page_for_people_has_ten_lines_that_work(real_site: Path) -> None:
    """The Python of /du-lieu/, run against the built site served here."""
    import html
    import re

    from tests.support.http_server import serving

    page = (real_site / "du-lieu/index.html").read_text("utf-8")
    code = html.unescape(re.search(r"<code>(import json.*?)</code>", page, re.DOTALL)[1])  # type: ignore[index]
    assert len(code.splitlines()) <= 10
    with serving(real_site) as base:
        code = code.replace("https://tthc.tuky.haiduong.gov.vn/", base)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Đăng ký khai sinh |" in done.stdout and "hỏi lại:" in done.stdout
