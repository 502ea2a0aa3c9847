"""/may-tra-cuu/: where an official starts kiosk mode on a screen at the desk."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import wording
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, which no other page links to."""
    yield Page(
        url=urls.KIOSK,
        template="kiosk.html",
        title="Máy tra cứu tại quầy",
        description=f"Bật chế độ máy tra cứu cho màn hình đặt tại {wording(catalogue).desk}.",
        indexed=False,
        has_feedback_form=False,
        inputs=(),  # the communes are in the frame, too
    )
