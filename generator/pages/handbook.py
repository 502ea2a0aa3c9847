"""/so-tay/…: the editors' handbook: chapters, every check, every field of every kind of record (the last two generated)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.model.kinds import KINDS
from generator.model.record import FieldSpec, Record, specs
from generator.pages.page import Page
from generator.rules.documentation import documentation
from generator.rules.legal_checks import table

CHECKS = f"{addresses.HANDBOOK}kiem-tra/"
FIELDS = f"{addresses.HANDBOOK}cac-truong/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The handbook; nothing where the content has no chapters (a commune's own site)."""
    if not catalogue.handbook:
        return
    crumbs = [("Trang chủ", addresses.HOME)]
    inside = crumbs + [("Sổ tay biên tập", addresses.HANDBOOK)]
    yield Page(
        url=addresses.HANDBOOK,
        template="handbook.html",
        title="Sổ tay biên tập",
        description="Dành cho người nhập và sửa nội dung trang.",
        context={"checks": CHECKS, "fields": FIELDS},
        section=addresses.HANDBOOK,
        crumbs=crumbs,
    )
    for slug, chapter in catalogue.handbook:
        yield Page(
            url=f"{addresses.HANDBOOK}{addresses.part(slug)}/",
            template="handbook-chapter.html",
            title=chapter.title or slug,
            description=chapter.summary or "",
            context={"chapter": chapter},
            section=addresses.HANDBOOK,
            crumbs=inside,
        )
    yield Page(
        url=CHECKS,
        template="handbook-checks.html",
        title="Các kiểm tra",
        description="Mỗi mã kiểm tra: sai gì, vì sao theo luật, sửa thế nào.",
        context={"rules": documentation(), "legal": table()},
        section=addresses.HANDBOOK,
        crumbs=inside,
    )
    yield Page(
        url=FIELDS,
        template="handbook-fields.html",
        title="Các trường của hồ sơ",
        description="Mọi khóa YAML của từng loại hồ sơ, với nhãn, hướng dẫn và điều luật.",
        context={"kinds": [(kind, rows(kind.model)) for kind in KINDS]},
        section=addresses.HANDBOOK,
        crumbs=inside,
    )


def rows(model: type[Record], depth: int = 0) -> list[tuple[int, FieldSpec]]:
    """(depth, field) of every field of `model` and of the parts inside it, in the order an editor writes them."""
    found: list[tuple[int, FieldSpec]] = []
    for spec in specs(model):
        found.append((depth, spec))
        if spec.part:
            found += rows(spec.part, depth + 1)
    return found
