"""Official terms become links to plain words, once a page."""

from __future__ import annotations

from generator.rendering.glossary import Glossary
from generator.schema.term import GlossaryTerm

GLOSSARY = Glossary(
    [
        GlossaryTerm.model_validate({"thuat_ngu": "chứng thực", "noi_de_hieu": "đóng dấu xác nhận"}),
        GlossaryTerm.model_validate(
            {
                "thuat_ngu": "bản sao có chứng thực",
                "noi_de_hieu": "bản “sao y”",
                "cach_viet_khac": ["bản sao chứng thực"],
            }
        ),
    ]
)


def test_a_link_that_works_without_a_script() -> None:
    html = GLOSSARY.on_page("../../")("Nộp văn bản có chứng thực.")
    assert (
        html
        == 'Nộp văn bản có <a class="tthc-term" href="../../giai-thich/#chung-thuc" data-plain="đóng dấu xác nhận">chứng thực</a>.'  # noqa: E501
    )


def test_the_longer_term_wins_and_keeps_the_words_as_written() -> None:
    html = GLOSSARY.on_page("")("Bản sao chứng thực của sổ đỏ")
    assert (
        html.startswith('<a class="tthc-term" href="giai-thich/#ban-sao-co-chung-thuc"')
        and ">Bản sao chứng thực</a> của" in html
    )
    assert html.count("<a") == 1


def test_only_the_first_time_on_a_page() -> None:
    terms = GLOSSARY.on_page("")
    assert (
        "<a" in terms("chứng thực") and "<a" not in terms("chứng thực") and "<a" in GLOSSARY.on_page("")("chứng thực")
    )


def test_text_is_escaped_and_words_are_whole() -> None:
    assert GLOSSARY.on_page("")("<b>chứng thựcs</b>") == "&lt;b&gt;chứng thựcs&lt;/b&gt;"
    assert GLOSSARY.on_page("")(None) == ""
