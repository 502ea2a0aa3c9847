"""TT-209: the folders of the editions."""

import pytest

from tests.support.rule_samples import SITE
from tests.support.versions import EDITIONS, fails, passes


@pytest.mark.parametrize(
    ("folder", "words"),
    [("Hiện nay", "hien-nay"), ("thu-tuc", "các trang khác"), ("../x", "không dùng"), ("ban-2023", "đã dùng")],
)
def test_a_folder_that_cannot_be(folder: str, words: str) -> None:
    text = SITE + EDITIONS.replace("hien-nay", f"▶{folder}")
    assert words in fails("TT-209", {"site.yml": text}, "site.yml")


def test_no_folder() -> None:
    text = SITE + EDITIONS.replace("    thu_muc: hien-nay\n", "").replace("  - ngay: 2026", "  - ▶ngay: 2026")
    assert "chưa có thư mục" in fails("TT-209", {"site.yml": text}, "site.yml")


def test_the_root_cannot_be_frozen() -> None:
    text = SITE + EDITIONS.replace("    ten: Bản năm 2023", "    ten: Bản năm 2023\n    dong_bang: ▶true")
    assert "không đóng băng được" in fails("TT-209", {"site.yml": text}, "site.yml")


def test_a_frozen_edition_needs_no_folder() -> None:
    passes("TT-209", {"site.yml": SITE + EDITIONS.replace("    thu_muc: hien-nay", "    dong_bang: true")})


def test_a_folder_of_its_own() -> None:
    passes("TT-209", {"site.yml": SITE + EDITIONS})
