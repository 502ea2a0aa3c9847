"""TT-185: every word of a text is on its page, or the rule says which is not."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from generator.checks._engine.runner import check
from generator.loading.folder import read_text
from generator.loading.markdown import to_html
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import BY_NAME
from tests.support.rule_samples import NOTICE


def found(text: str) -> list[Problem]:
    store = Store({"notice": []})
    read_text(NOTICE.replace("Nội dung tin.", text), "content/notices/tin.md", BY_NAME["notice"], store)
    return [problem for problem in check(store, dt.date(2023, 12, 31)) if problem.id == "TT-185"]


@pytest.mark.parametrize(
    ("text", "word", "line", "severity"),
    [
        ("Một <!-- bí mật --> hai.", "bí mật", 6, "warning"),
        ("<!--\nhai dòng\nbí mật\n-->\n\nMột.", "hai dòng", 7, "warning"),
        ("Một <!-- bí `mật` --> hai.", "bí", 6, "warning"),
        ("Một\n\n<!-- đầu\n\n- cuối --> hai.", "đầu", 8, "warning"),
        ("| a | b |\n|---|---|\n| 1 | 2 | ba bốn |", "ba bốn", 8, "error"),
        ('[một]: hai "Tên mẫu"\n\nchữ', "Tên mẫu", 6, "error"),
        ("[^1]: hai\n\nchữ", "hai", 6, "error"),
        ('[x](https://a.vn "chú thích")', "chú thích", 6, "error"),
    ],
)
def test_words_that_are_dropped(text: str, word: str, line: int, severity: str) -> None:
    problems = found(text)
    assert problems and word in problems[0].message, problems
    assert (problems[0].line, problems[0].severity) == (line, severity)


@pytest.mark.parametrize(
    "text",
    [
        "# Một\n\n## Hai\n\n###### Sáu\n\nchữ **đậm** _nghiêng_ ***cả hai*** `mã` chữ_giữa_chữ",
        "1. một\n2. hai\n\n- ba\n    - bốn\n\n> năm\n> sáu",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |",
        "[x](https://a.vn/b_(c)) <https://a.vn/x> [y][m] [m]\n\n[m]: https://a.vn/z",
        "H<sub>2</sub>O &nbsp; &eacute;t &lt;b&gt; &amp; &#225; <br> <b>đậm</b> <div>khối</div>",
        "chữ <50 triệu, >3 người, a < b và c > d",
        "```yaml\nma: 1\n\n# ghi chú\n<script>\n```\n\n    mã thụt <x>",
        "Thuật ngữ\n:   Nghĩa của nó\n\n* * *\n\na\\_b \\* c \\[d\\]",
        "text\n- một\n- [ ] hai\n[^1] {: .a} ~~ba~~ [x](y",
        "[TOC]\n\n2023. Năm ấy",
        "Ghi rõ <họ tên> ở <huyện Tứ Kỳ>.\n\n<script>chữ",
        "`<!-- ví dụ -->` và\n\n    <!-- ví dụ nữa -->",
        "chữ <!-- không đóng",
        "chữ tổ hợp e\u0302\u0301 và ế",
    ],
)
def test_words_that_are_shown(text: str) -> None:
    assert found(text) == []


def test_a_note_to_oneself_is_on_no_page() -> None:
    for text in (
        "a <!-- bí mật --> b",
        "<!--\nbí mật\n-->",
        "a\n\n<!-- x\n\nbí mật\n\n- y --> b",
        "a <!-- `b` bí mật --> `c`",
    ):
        assert "bí mật" not in to_html(text), text


PIECES = (
    "chữ {w}", "**{w}**", "_{w}_", "`{w}`", "[{w}](../../don-vi/)", "<{w}>", "<!-- {w} -->", "<b>{w}</b>", "<i title='{w}'>x</i>",  # noqa: E501
    "| {w} | b |", "|---|---|", "# {w}", "## {w}", "- {w}", "1. {w}", "> {w}", "    {w}", "[{w}]: https://a.vn", "[x]: y '{w}'",  # noqa: E501
    "[^{w}]: chữ", "```{w}", "```", "<div>{w}", "</div>", "<table><tr><td>{w}", "<textarea>{w}", "&{w};", "{{: .{w}}}", "\\{w}", "{w}  ",  # noqa: E501
    "<!-- {w}", "-->", "<{w}", "{w}>", "<a href='{w}'>", "<p {w}", "![{w}](a.png)", "![{w}][x]", "Từ\n:   {w}", "<style>{w}</style>",  # noqa: E501
    "<script>{w}</script>", "<xmp>{w}", "<svg>{w}</svg>", "<math>{w}</math>", "<template>{w}</template>", "<select><option>{w}", "<title>{w}",  # noqa: E501
)  # fmt: skip


def test_whatever_stands_together_no_word_is_lost_in_silence() -> None:
    """Random texts of everything that Markdown and HTML have: each word is seen, or its line or one near it is
    named."""
    for seed in range(150):
        _no_word_is_lost(seed)


def _no_word_is_lost(seed: int) -> None:
    dice = random.Random(seed)
    rows, words = [], []
    for number in range(dice.randint(2, 9)):
        word = f"zq{seed}w{number}z"
        piece = dice.choice(PIECES)
        if "{w}" in piece:
            words.append((word, len(rows) + sum(row.count("\n") for row in rows)))
        rows.append(piece.format(w=word) + dice.choice(("", "", "\n")))
    text = "\n".join(rows)
    store = Store({"notice": []})
    read_text(NOTICE.replace("Nội dung tin.", text), "content/notices/tin.md", BY_NAME["notice"], store)
    problems = check(store, dt.date(2023, 12, 31))
    shown = _visible(str(to_html(text)))
    said = {problem.line for problem in problems}
    for word, line in words:
        attribute = any(f"{sign}{word}" in text for sign in ("<i title='", "<a href='", "<p ", "```", "\n<p ", "&"))
        assert word in shown or attribute or said, (word, line, text)


def _visible(html: str) -> str:
    import re

    return re.sub(r"<[^>]*>", "", html)
