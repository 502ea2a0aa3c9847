"""TT-122: matters of other bodies point to what exists."""

from tests.support.rule_samples import PROCEDURE, problems

MATTER = '- ten: Ly hôn\n  cach_noi: [ly hôn]\n  co_quan: Tòa án\n  tra_loi: Nộp đơn tại Tòa án.\n  dia_chi: https://toaan.gov.vn\n  thu_tuc: ["1.001193"]\n'  # noqa: E501
ASKED = (
    "- noi_khac: Ly hôn\n  cau_hoi: [bỏ nhau thì nộp đơn ở đâu]\n- ly_do: Thời tiết\n  cau_hoi: [mai có mưa không]\n"
)


def found(text: str, outside: str = "") -> list[int]:
    files = {
        "search/elsewhere.yml": text,
        "search/outside.yml": outside or ASKED,
        "procedures/ho-tich/1.001193.yml": PROCEDURE,
    }
    return [item.line for item in problems(files) if item.id == "TT-122"]


def test_a_code_without_a_record() -> None:
    assert found(MATTER.replace("1.001193", "9.999999")) == [6]


def test_an_address_that_is_not_https() -> None:
    assert found(MATTER.replace("https:", "http:")) == [5]


def test_samples_of_a_matter_that_is_not_listed() -> None:
    assert found(MATTER, ASKED.replace("Ly hôn", "Ly dị")) == [1]


CHANGES = """  sua_doi:
    - ap_dung_tu: 2025-03-01
      tra_loi: Nộp ở Công an.
      nguon: 12/2025/TT-BCA
      ngay: 2026-11-30
    - ap_dung_tu: 2025-07-01
      tra_loi: Nộp ở Tòa án khu vực.
      dia_chi: https://toaan.gov.vn
      nguon: 81/2025/QH15
      ngay: 2026-11-30
"""


def test_changes_out_of_order() -> None:
    assert found(MATTER + CHANGES.replace("2025-07-01", "2025-02-01")) == [12]
    assert found(MATTER + CHANGES.replace("2025-07-01", "2025-03-01")) == [12]
    assert found(MATTER + CHANGES) == []


def test_an_address_of_a_change_that_is_not_https() -> None:
    assert found(MATTER + CHANGES.replace("https:", "http:")) == [14]


def test_good() -> None:
    assert found(MATTER) == []


def test_an_address_that_only_begins_like_one() -> None:
    for address, wrong in (("https://toaan,gov.vn/a b", 1), ("https://toaan.gov.vn/a", 0)):
        files = {"search/elsewhere.yml": MATTER.replace("https://toaan.gov.vn", address)}
        assert len([one for one in problems(files) if one.id == "TT-122"]) == wrong
