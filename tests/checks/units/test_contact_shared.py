"""TT-268: contacts that were left when the file was copied from the neighbour's."""

from tests.support.rule_samples import UNIT, fails, passes

OWN = UNIT.replace("0220 3747", "0220 3748").replace("anthanh", "tanan").replace("@tuky", ".ta@tuky")
BESIDE = {"units/a-tan-an.yml": OWN.replace("11125", "11126").replace("An Thanh", "Tân An")}


def test_a_number_a_mailbox_and_a_site_of_the_neighbour() -> None:
    changes = {
        "dien_thoai: 0220 3747 111": "dien_thoai: ▶(0220) 3748.111",
        "thu_dien_tu: motcua@tuky": "thu_dien_tu: ▶Motcua.ta@tuky",
        "https://anthanh": "▶https://tanan",
    }
    assert "content/units/a-tan-an.yml" in fails("TT-268", UNIT, changes, others=BESIDE, severity="warning")


def test_numbers_of_its_own_and_hotlines() -> None:
    passes("TT-268", UNIT, others=BESIDE)
    hotline = {path: text.replace("0220 3748 113", "1900 6192") for path, text in BESIDE.items()}
    passes("TT-268", UNIT, {"0220 3747 113": "1900 6192"}, others=hotline)


def test_the_number_of_the_unit_that_it_took_over() -> None:
    ended = "ke_tuc:\n  - don_vi: an-thanh\n    phan: toàn bộ\n    ngay: 2023-01-01\n"
    before = {path: text + ended for path, text in BESIDE.items()}
    passes("TT-268", UNIT, {"0220 3747 111": "0220 3748 111"}, others=before)
