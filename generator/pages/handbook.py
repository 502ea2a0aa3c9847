"""/so-tay/…: the editors' handbook: chapters, and generated references of all checks and of all record fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import wording
from generator.pages import formatting
from generator.pages.inputs import plain
from generator.pages.interface import URL as INTERFACE
from generator.pages.page import Page, SearchRecord, Values
from generator.problem import SEVERITY_WORDS
from generator.resources import handbook_pictures, picture_size
from generator.schema.handbook import Chapter
from generator.schema.kinds import KINDS
from generator.schema.record import FieldSpec, Record, specs

if TYPE_CHECKING:
    from generator.checks._engine.documentation import RuleDoc

CHECKS = f"{urls.HANDBOOK}kiem-tra/"
FIELDS = f"{urls.HANDBOOK}cac-truong/"
WRITTEN = "xã"  # the kind of commune for which the chapters are written
# as one's own unit; not in `xã hội`, `hợp tác xã`, `thị xã`, `cấp xã`, nor where several kinds are listed
KIND_WORD = re.compile(r"(?<!tác )(?<!thị )(?<!cấp )(?<!làng )\b[Xx]ã\b(?! hội|,? (?:phường|thị trấn|đặc khu))")


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The handbook; nothing where the content has no chapters (a commune's own site)."""
    if not catalogue.handbook:
        return
    crumbs = [("Trang chủ", urls.HOME)]
    inside = crumbs + [("Sổ tay biên tập", urls.HANDBOOK)]
    yield Page(
        url=urls.HANDBOOK,
        template="handbook.html",
        title="Sổ tay biên tập",
        description="Dành cho người nhập và sửa nội dung trang.",
        context={"checks": CHECKS, "fields": FIELDS, "interface": INTERFACE},
        inputs=lambda: [(slug, chapter.title, chapter.summary) for slug, chapter in catalogue.handbook],
        section=urls.HANDBOOK,
        crumbs=crumbs,
        search=SearchRecord("page", "Sổ tay biên tập", keywords=["nhập nội dung", "sửa nội dung trang"]),
    )
    words = wording(catalogue)
    for slug, chapter in catalogue.handbook:
        shown = chapter if words.commune == WRITTEN else _in_words_of(words.commune, chapter)
        yield Page(
            url=urls.chapter(slug, words.part),
            template="handbook-chapter.html",
            title=shown.title or slug,
            description=shown.summary or "",
            context=partial(_chapter, shown, chapter),
            inputs=partial(plain, shown),  # a changed picture is a change of the theme
            section=urls.HANDBOOK,
            crumbs=inside,
        )
    yield Page(
        url=CHECKS,
        template="handbook-checks.html",
        title="Các kiểm tra",
        description="Mỗi mã kiểm tra: sai gì, vì sao theo luật, sửa thế nào.",
        context=_checks,
        inputs=(),  # its content is code
        section=urls.HANDBOOK,
        crumbs=inside,
    )
    yield Page(
        url=FIELDS,
        template="handbook-fields.html",
        title="Các trường của hồ sơ",
        description="Mọi khóa YAML của từng loại hồ sơ, với nhãn, hướng dẫn và điều luật.",
        context=lambda: {"kinds": [(kind, rows(kind.model)) for kind in KINDS]},
        inputs=(),
        section=urls.HANDBOOK,
        crumbs=inside,
    )


def _checks() -> Values:
    """The context of the page of checks. All rules are imported for it, which other builds do without."""
    from generator.checks._engine.documentation import documentation
    from generator.checks._engine.legal_checks import table

    return {"rules": documentation(), "legal": table(), "error": SEVERITY_WORDS["error"], "examples": examples}


def _chapter(reworded: Chapter, chapter: Chapter) -> Values:
    """The context of a chapter's page. reworded: the chapter in the words of this site."""
    return {"chapter": reworded, "pictures": _pictures(chapter)}


def _in_words_of(commune: str, chapter: Chapter) -> Chapter:
    """The chapter, reworded for another kind of commune than the one for which it is written."""

    def spoken(text: str | None) -> str:
        return KIND_WORD.sub(lambda found: commune if found[0][0] == "x" else formatting.sentence(commune), text or "")

    changes = {"title": spoken(chapter.title), "summary": spoken(chapter.summary), "body": spoken(chapter.body)}
    return chapter.model_copy(update=changes)


def _pictures(chapter: Chapter) -> list[tuple[str, str, int, int]]:
    """Address, caption, width and height of each picture that exists."""
    files = handbook_pictures()
    return [
        (urls.handbook_picture(picture.name), picture.caption or "", *picture_size(files[picture.name]))
        for picture in chapter.pictures
        if picture.name in files
    ]


def rows(model: type[Record], depth: int = 0) -> list[tuple[int, FieldSpec]]:
    """(depth, field) of every field of `model` and of its nested models, in the order an editor writes them."""
    result: list[tuple[int, FieldSpec]] = []
    for spec in specs(model):
        result.append((depth, spec))
        if spec.part:
            result += rows(spec.part, depth + 1)
    return result


def examples(rule: RuleDoc) -> list[tuple[str, str, bool]]:
    """(description, example, True if it has several lines)."""
    return [(word, text, "\n" in text) for word, text in (("Sai", rule.wrong), ("Đúng", rule.right)) if text]
