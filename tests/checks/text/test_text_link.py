"""TT-184: links and pictures of texts, at the line of the source."""

from __future__ import annotations

import copy
import datetime as dt
from functools import cache

import pytest

from generator.checks._engine.context import RecordContext
from generator.checks._engine.runner import check, check_record
from generator.loading.folder import read_folder, read_text
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from tests.conftest import SMALL
from tests.support.rule_samples import LAW, NOTICE, PLACES, PROCEDURE, fails, passes, problems

DAY = dt.date(2023, 12, 31)


@cache
def small() -> Store:
    """The small site's content, each record checked alone once, as a build remembers it. Nobody may change it."""
    store = read_folder(SMALL)
    for entry in store.all():
        findings, matched, facts = check_record(entry, RecordContext(DAY))
        if not findings:  # else they are wanted each time
            entry.matched, entry.facts = matched, facts
    return store


def found(text: str, kind: str = "notice", name: str = "notices/tin.md") -> list[Problem]:
    """What the rule says of `text` below the front matter, in the small site; two lines stand above it."""
    store = copy.copy(small())
    store.entries = {name: list(map(copy.copy, entries)) for name, entries in store.entries.items()}
    store.problems = [*store.problems]
    above = "Dòng một.\n\n"
    text = text.replace("SITE/", store.of("site")[0].record.url)
    sample = NOTICE if kind == "notice" else "---\nten: Chương\nmo_ta: Một chương.\nthu_tu: 1\n---\nNội dung tin.\n"
    read_text(sample.replace("Nội dung tin.", above + text), f"content/{name}", BY_NAME[kind], store)
    return [problem for problem in check(store, DAY) if problem.id == "TT-184" and problem.path == f"content/{name}"]


DEAD = [
    "[x](../../don-vi/an-than/)",
    "[x](../../thu-tuc/9-999999/)",
    "[x](../../khong-co/)",
    "[x](mau.docx)",
    "[x](../mau/to-khai.pdf)",
    "[x](../../../../etc/passwd)",
    "[x](../procedures/ho-tich/1.001193.yml)",
    "[x](1.001193)",
    "[x](#khong-co)",
    "[x](../../huong-dan/sinh-con/#khong-co)",
    "[x](../../thu-tuc/1-001193/#giay-to-gi)",
    "[x](SITE/khong-co/)",
    "[x](C:\\Users\\an\\mau.docx)",
    "[x](C:/Users/an/mau.docx)",
    "[x](D:\\mau.docx)",
    "[x](file:///C:/mau.docx)",
    "[x](<\\\\may-chu\\mau don\\a.docx>)",
    "[x](\\\\192.168.1.5\\mau\\a.docx)",
    "[x](http://192.168.1.5/mau.docx)",
    "[x](http://localhost:8000/)",
    "[x](http://may-chu/mau)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "[x](ftp://example.vn/a)",
    "[x](www.dichvucong.gov.vn)",
    "[x](dichvucong.gov.vn/thu-tuc)",
    "[x](//dichvucong.gov.vn/)",
    "[x](https:/dichvucong.gov.vn)",
    "[x](https://)",
    "[x](mailto:abc)",
    "[x](an@tuky.gov.vn)",
    "[x](tel:không có)",
    "[x]()",
    "[x][m]\n\n[m]: ../../khong-co/",
    "<https://localhost/a>",
    "![ảnh](anh.jpg)",
    "![ảnh](https://example.vn/anh.jpg)",
    "![](../forms/anh.png)",
    "![ảnh][a]\n\n[a]: anh.png",
]


@pytest.mark.parametrize("text", DEAD)
def test_what_leads_nowhere(text: str) -> None:
    problems = found(text)
    assert len(problems) == 1, problems
    assert problems[0].severity == "error" and problems[0].hint
    first = 8 if "\n\n[" not in text or text.startswith("![") else (8, 10)
    assert problems[0].line in (first if isinstance(first, tuple) else (first, 10))


@pytest.mark.parametrize(
    "text",
    [
        "[x](../../don-vi/)",
        "[x](../../don-vi/an-thanh/)",
        "[x](../../don-vi/an-thanh)",
        "[x](../../don-vi/an-thanh/index.html)",
        "[x](../../thu-tuc/1-001193/)",
        "[x](../../thu-tuc/1-001193/#ho-so)",
        "[x](../../thu-tuc/1-001193/?xa=an-thanh#phi)",
        "[x](../../)",
        "[x](../)",
        "[x](../chao-ba-con/)",
        "[x](../../huong-dan/sinh-con/#dang-ky-som)",
        "[x](../../huong-dan/sinh-con/#buoc-1)",
        "## Mục của tôi\n\n[x](#muc-cua-toi)",
        "[x](#noi-dung)",
        "[x](../../ke-hoach/2023/nhiem-vu/1/)",
        "[x](../../atom.xml)",
        "[x](https://dichvucong.gov.vn/a?b=c#d)",
        "[x](HTTPS://dichvucong.gov.vn)",
        "[x](mailto:an@tuky.gov.vn?subject=a)",
        "[x](tel:18001096)",
        "`[x](C:\\a)` là cách viết sai",
        "Lưu vào ổ D:\\ của cơ quan.",
        "```\n![ảnh](a.jpg)\n```",
    ],
)
def test_what_leads_somewhere(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[x](1.001193)", "../../thu-tuc/1-001193/"),
        ("[x](../../procedures/ho-tich/1.001193.yml)", "../../thu-tuc/1-001193/"),
        ("[x](../guides/sinh-con.md)", "../../huong-dan/sinh-con/"),
        ("[x](/don-vi/)", "../../don-vi/"),
        ("[x](../../don-vi/an-than/)", "../../don-vi/an-thanh/"),
        ("[x](www.dichvucong.gov.vn)", "https://www.dichvucong.gov.vn"),
        ("[x](an@tuky.gov.vn)", "mailto:an@tuky.gov.vn"),
    ],
)
def test_the_hint_gives_the_address(text: str, hint: str) -> None:
    [problem] = found(text)
    assert hint in problem.hint


def test_texts_of_the_handbook_too() -> None:
    assert [problem.line for problem in found("[x](../../khong-co/)", "handbook", "handbook/moi.md")] == [8]
    assert found("[x](../../nhung/) [y](../kiem-tra/)", "handbook", "handbook/moi.md") == []


def test_an_address_of_ones_own_machine_in_yaml() -> None:
    fails("TT-184", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Lấy mẫu ở ▶C:\\mau\\a.docx"})
    fails("TT-184", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Lấy mẫu ở ▶\\\\may-chu\\mau\\a.docx"})
    fails("TT-184", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Lấy mẫu ở ▶file:///srv/a.docx"})
    passes("TT-184", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Nộp theo mẫu A:B, hồ sơ: file gốc"})


@pytest.mark.parametrize(
    "host",
    ["localhost:3000", "127.0.0.1", "10.0.0.5", "192.168.1.10:8080", "172.16.4.2", "mot-cua.local", "0.0.0.0:8000"],
)
def test_a_source_that_only_ones_own_network_knows(host: str) -> None:
    fails("TT-184", PROCEDURE, {"  nguon: https://dichvucong.gov.vn": f"  nguon: ▶http://{host}"})


@pytest.mark.parametrize(
    "host", ["10.vn", "1022.gov.vn", "local.gov.vn", "dichvucong.gov.vn/local", "103.1.210.9", "lan.vn/x.local/y"]
)
def test_a_source_on_the_web(host: str) -> None:
    passes("TT-184", PROCEDURE, {"  nguon: https://dichvucong.gov.vn": f"  nguon: https://{host}"})


@pytest.mark.parametrize("address", ["van-ban/123.pdf", "vanban.chinhphu.vn/123", "http://10.0.0.1/123.pdf"])
def test_a_full_text_that_no_page_can_link(address: str) -> None:
    fails("TT-184", LAW, {"tep: https://vanban.chinhphu.vn/123": f"tep: ▶{address}"})


def test_a_full_text_on_the_web() -> None:
    passes("TT-184", LAW)


def test_what_is_no_address_at_all_is_reported_once() -> None:
    wrong = LAW.replace("tep: https://vanban.chinhphu.vn/123", "tep: javascript:alert(1)")
    assert wrong != LAW
    found = [one for one in problems({PLACES["law"]: wrong}) if one.id in ("TT-180", "TT-184")]
    assert [one.id for one in found] == ["TT-180"]
