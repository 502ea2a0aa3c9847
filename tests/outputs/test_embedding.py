"""Lists in other people's pages: small, escaped, resized, and harmless under a strict policy."""

from __future__ import annotations

import re
from collections import Counter

from generator import urls
from tests.outputs.embedded import catalogue, hostile, made


def test_every_unit_and_every_field_of_it_has_a_frame_and_a_snippet() -> None:
    c = catalogue()
    for unit in [c.home_unit, *c.communes]:
        for field in ["", *{view.field.slug for view in unit.procedures}]:
            base = urls.embedded(unit.slug, field)
            assert f"{base}index.html" in made() and f"{base}doan-ma.txt" in made()


def test_snippets_are_small_have_no_script_and_only_full_addresses() -> None:
    for name, data in made().items():
        if name.endswith(".txt"):
            text = data.decode()
            assert len(data) <= 3000, name
            assert not re.search(r"<script|<style|<iframe|\sstyle=|\son\w+=|javascript:", text, re.IGNORECASE)
            assert all(address.startswith("https://") for address in re.findall(r'href="([^"]*)"', text))
            assert text.count("<li>") > 0


def test_what_does_not_fit_is_one_link_away() -> None:
    text = made()["nhung/tu-ky/doan-ma.txt"].decode()
    assert text.count("<li>") < len(catalogue().units["tu-ky"].procedures)
    assert re.search(r"Xem tất cả \d+ thủ tục</a>", text)


def test_a_frame_that_was_put_somewhere_goes_on_answering_after_its_unit_has_ended() -> None:
    after = made("2025-07-02")
    assert {name for name in made() if name.endswith("index.html")} <= set(after)
    text = after["nhung/hung-dao/ho-tich/index.html"].decode()
    assert "địa bàn chia về hai đơn vị" in text and text.count("/don-vi/dai-son-2025/") == 1


def test_hostile_text_stays_text() -> None:
    for name, data in hostile().items():
        if name.endswith(("html", "txt")):
            text = data.decode()
            assert "<script>window" not in text and "<img" not in text and "</textarea>" not in text, name
            assert "&lt;script&gt;" in text
            assert text.count("<h1>") <= 1 and text.count("<h3>") <= 1


def test_every_list_says_of_which_day_it_is() -> None:
    of = catalogue().as_of
    lists = {name: data.decode() for name, data in made().items() if name.endswith(("html", "txt"))}
    assert [
        name for name, text in lists.items() if f'data-edition="{of}"' not in text or f"{of:%d/%m/%Y}" not in text
    ] == []


def test_a_frame_of_several_fields_folds_each_and_counts_it() -> None:
    views = catalogue().units["an-thanh"].procedures
    counts = Counter(view.field.name for view in views)
    text = made()["nhung/an-thanh/index.html"].decode()
    assert dict(re.findall(r"<summary>([^<]+) \((\d+)\)</summary>", text)) == {k: str(n) for k, n in counts.items()}
    assert len(counts) > 5 and text.count("<li data-code=") == len(views)
    assert "<details" not in made()["nhung/an-thanh/ho-tich/index.html"].decode(), "one field is one list"
