"""TT-027: addresses of plain letters."""

from tests.support.rule_samples import FIELDS, PROCEDURE, fails, passes


def test_marks_and_spaces() -> None:
    assert "Ý bạn là “ho-tich”?" in fails("TT-027", FIELDS, {"slug: ho-tich": "slug: ▶Hộ tịch"})


def test_a_file_named_otherwise_than_its_code() -> None:
    fails(
        "TT-027", PROCEDURE, {'"1.001193"': '▶"1.001190"'}, severity="warning", path="procedures/ho-tich/khai-sinh.yml"
    )
    passes("TT-027", PROCEDURE, {'"1.001193"': '"1.001194"'})  # the name of another procedure: TT-191


def test_plain_slugs() -> None:
    passes("TT-027", FIELDS)
    passes("TT-027", PROCEDURE)


def test_an_overlong_slug() -> None:
    assert "tối đa 100" in fails("TT-027", FIELDS, {"slug: ho-tich": f"slug: ▶{'a' * 101}"})
    passes("TT-027", FIELDS, {"slug: ho-tich": f"slug: {'a' * 100}"})
