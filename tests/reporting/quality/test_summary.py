"""The four reports and the two shares, on a small content."""

import datetime as dt
import json

from generator.checks._engine.runner import check
from generator.reporting.quality.completeness import Completeness
from generator.reporting.quality.facts import Facts, NationalComparison
from generator.reporting.quality.summary import Quality, as_data, quality
from generator.schema.procedure_summary import missing_parts
from tests.support.rule_samples import GUIDE, LAW, OFFICIAL, PROCEDURE, WHOLE, change, read

DAY = dt.date(2023, 12, 31)
PLACE = "procedures/ho-tich/1.001193.yml"


def found(files: dict[str, str], national: NationalComparison | None = None) -> Quality:
    store = read(WHOLE | files)
    return quality(Facts(store, DAY, check(store, DAY), national))


def codes(made: Quality, key: str) -> list[str]:
    [report] = [report for report in made.reports if report.key == key]
    assert report.law.startswith("TT 19/2014/TT-BTP Đ10 k3")
    return [line.code for line in report.lines]


def test_a_whole_procedure_is_in_no_report() -> None:
    made = found({})
    assert [len(report.lines) for report in made.reports] == [0, 0, 0, 0]
    assert made.overall == Completeness("", 1, 1, 1)


def test_not_posted_because_the_file_cannot_be_read_or_is_not_there() -> None:
    made = found(
        {"procedures/ho-tich/2.000001.yml": "a: [", "guides/sinh-con.md": GUIDE.replace("1.001193", "2.000002")}
    )
    assert codes(made, "chua-dang") == ["2.000001", "2.000002"]


def test_not_posted_although_the_national_database_has_it() -> None:
    made = found(
        {},
        NationalComparison(
            "bản quốc gia", missing_here=[("3.000001", "Việc khác", "Hộ tịch"), ("1.001193", "Đăng ký khai sinh", "")]
        ),
    )
    assert codes(made, "chua-dang") == ["3.000001"]


def test_the_official_catalogue_counts_what_is_not_posted() -> None:
    made = found({"catalogue/quoc-gia.yml": OFFICIAL})
    assert codes(made, "chua-dang") == ["1.000894"]
    note = made.reports[0].note
    assert note == "Danh mục thử, ngày 01/12/2023: 2 thủ tục, đã đăng 1. Chưa có thủ tục của công an."


def test_without_a_catalogue_nothing_is_claimed() -> None:
    assert found({}).reports[0].note.startswith("Chưa đo được: chưa có danh mục chính thức.")


def test_a_procedure_of_both_lists_is_counted_once() -> None:
    national = NationalComparison("bản quốc gia", missing_here=[("1.000894", "Đăng ký kết hôn", "Hộ tịch")])
    assert codes(found({"catalogue/quoc-gia.yml": OFFICIAL}, national), "chua-dang") == ["1.000894"]


def test_incomplete() -> None:
    made = found({PLACE: change(PROCEDURE, {"mau_ket_qua: không": "mau_ket_qua: chưa rõ"})})
    assert codes(made, "chua-du") == ["1.001193"]
    assert made.overall == Completeness("", 1, 1, 0), "the national measure does not count templates, ours does"


def test_expired_by_the_national_database_or_by_all_its_bases() -> None:
    assert codes(
        found({}, NationalComparison("bản quốc gia", abolished_there=[("1.001193", "", "")])), "het-hieu-luc"
    ) == [  # noqa: E501
        "1.001193"
    ]
    ended = change(LAW, {"ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: 2016-01-01\nngay_het_hieu_luc: 2020-01-01"})
    assert codes(found({"laws/123-2015-nd-cp.yml": ended}), "het-hieu-luc") == ["1.001193"]


def test_different_from_the_national_database_or_not_compared() -> None:
    assert codes(
        found({}, NationalComparison("bản quốc gia", different=[("1.001193", "", "thời hạn")])), "khac-nhau"
    ) == [  # noqa: E501
        "1.001193"
    ]
    waiting = change(PROCEDURE, {"trang_thai: đã đối chiếu": "trang_thai: chờ đối chiếu"})
    assert codes(found({PLACE: waiting}), "khac-nhau") == ["1.001193"]
    assert codes(found({PLACE: waiting}, NationalComparison("bản quốc gia")), "khac-nhau") == []


def test_what_has_ended_is_not_counted() -> None:
    ended = change(PROCEDURE, {"  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: 2020-01-01\n"})
    assert found({PLACE: ended}).overall == Completeness("", 0, 0, 0)


def test_parts_a_to_g() -> None:
    store = read({PLACE: 'ma_thu_tuc: "1.001193"\nten_thu_tuc: a\nthoi_han_giai_quyet: chưa rõ\n'})
    assert missing_parts(store.of("procedure")[0].record) == ["b", "c", "d", "đ", "e", "g"]


def test_shares_by_field_and_as_plain_data() -> None:
    data = as_data(found({PLACE: change(PROCEDURE, {"mau_ket_qua: không": "mau_ket_qua: chưa rõ"})}))
    assert json.loads(json.dumps(data)) == data
    assert [row["name"] for row in data["completeness"]] == ["", "Hộ tịch"]
    assert data["completeness"][1]["national_percent"] == 100.0 and data["completeness"][1]["ours_percent"] == 0.0
    assert [report["count"] for report in data["reports"]] == [0, 1, 0, 0]
    assert data["lacking"]["d) hồ sơ"] == 0
