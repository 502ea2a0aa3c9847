"""TT-260: the version of the tool is a version."""

from tests.support.rule_samples import SITE, fails, passes


def test_words_are_no_version() -> None:
    fails("TT-260", SITE, {"don_vi:": "phien_ban_cong_cu: ▶mới nhất\ndon_vi:"}, severity="error")


def test_two_or_three_numbers() -> None:
    for version in ("0.2", "0.2.7"):
        passes("TT-260", SITE, {"don_vi:": f'phien_ban_cong_cu: "{version}"\ndon_vi:'})
