"""Names sort as `Intl.Collator("vi")` sorts them, and A–Z has the letters of the alphabet."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess

import pytest
import yaml

from generator.text.alphabet import LETTERS, SIGNS, heading, sort_key
from tests.conftest import PROJECT

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
NAMES = re.compile(r"^\s*-?\s*(?:ten|ten_thu_tuc|trich_yeu|tu|tieu_de|ten_giay_to): *(.+)$", re.MULTILINE)


def test_d_with_a_stroke_comes_after_d() -> None:
    names = ["Đại Hợp", "Dân Chủ", "Đại Sơn", "Dân An", "Hà Kỳ", "An Thanh", "Ân Thi", "Ăn uống", "Cộng Lạc"]
    assert sorted(names, key=sort_key) == [
        "An Thanh", "Ăn uống", "Ân Thi", "Cộng Lạc", "Dân An", "Dân Chủ", "Đại Hợp", "Đại Sơn", "Hà Kỳ",
    ]  # fmt: skip


def test_tones_count_only_between_words_of_the_same_letters() -> None:
    assert sorted(["bạ", "bá b", "Bà", "ba c", "ba", "bã", "bả", "bà", "bá"], key=sort_key) == [
        "ba", "bà", "Bà", "bả", "bã", "bá", "bạ", "bá b", "ba c",
    ]  # fmt: skip


def test_decomposed_letters_and_none_sort_too() -> None:
    assert sort_key("Đo\u031b\u0323i") == sort_key("Đợi") and sort_key("a\u0302\u0323") == sort_key("ậ")
    assert sort_key(None) == sort_key("") < sort_key("a")


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Đăng ký", "Đ"), ("đất đai", "Đ"), ("Ấn phẩm", "Â"), ("Ở trọ", "Ơ"), ("“Một cửa”", "M"), ("2 giấy", "0–9"), ("Ñandú", "N"), ("…", "#"), ("", "#"), ("E\u0302\u0323", "Ê")],  # noqa: E501
)  # fmt: skip
def test_the_letter_of_a_name(name: str, letter: str) -> None:
    assert heading(name) == letter


def words(chance: random.Random) -> list[str]:
    """Made-up words of all letters, tones, both cases, usual signs and digits."""
    found = []
    for _ in range(3000):
        length = chance.randint(1, 4)
        text = "".join(
            chance.choice(LETTERS if chance.random() < 0.8 else "adđâăoơôuưeê")
            + chance.choice(TONES) * (chance.random() < 0.5)
            for _ in range(length)
        )
        text = chance.choice([str.lower, str.upper, str.capitalize])(text)
        found.append(text + (chance.choice(SIGNS) + chance.choice("aAđ1") if chance.random() < 0.3 else ""))
    return found


def content_names() -> list[str]:
    found: set[str] = set()
    for file in (PROJECT / "content").rglob("*.yml"):
        found.update(match.strip("\"' ") for match in NAMES.findall(file.read_text("utf-8")))
    site = yaml.safe_load((PROJECT / "content/fields.yml").read_text("utf-8"))
    return sorted(found | {field["ten"] for field in site})


@pytest.mark.skipif(not shutil.which("node"), reason="the reference is Node's Intl.Collator")
def test_the_order_is_that_of_browsers() -> None:
    names = [*content_names(), *words(random.Random(16))]
    assert len(names) > 3500
    script = (
        'const names = JSON.parse(require("fs").readFileSync(0, "utf8"));'
        'console.log(JSON.stringify(names.sort(new Intl.Collator("vi").compare)))'
    )
    done = subprocess.run(["node", "-e", script], input=json.dumps(names), capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)
    ours = sorted(names, key=sort_key)  # both sorts are stable: what the collator holds for equal stays as it was
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []
