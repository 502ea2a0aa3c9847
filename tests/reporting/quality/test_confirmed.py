"""What is confirmed is counted apart from what is complete, and the figures of each day are kept."""

import datetime as dt
from pathlib import Path

from generator.checks._engine.runner import check
from generator.reporting.quality.confirmed import confirmed
from generator.reporting.quality.facts import Facts
from generator.reporting.quality.history import figures, recorded, written
from generator.reporting.quality.register_count import LevelCount, count_levels
from generator.reporting.quality.summary import quality
from tests.conftest import tthc
from tests.support.rule_samples import OFFICIAL, PROCEDURE, WHOLE, change, read

DAY = dt.date(2023, 12, 31)
PLACE = "procedures/ho-tich/1.001193.yml"
LIST = "catalogue/quoc-gia.yml"
WAITING = change(
    PROCEDURE,
    {
        "trang_thai: đã đối chiếu": "trang_thai: chờ đối chiếu\n"
        "  phan_cho_doi_chieu: [phi_le_phi, quyet_dinh_cong_bo]\n  ghi_chu: Nghị quyết của tỉnh chưa tìm được."
    },
)


def facts(files: dict[str, str], text_day: dt.date | None = None) -> Facts:
    store = read(WHOLE | files)
    return Facts(store, DAY, check(store, DAY), text_day=text_day)


def test_a_complete_procedure_need_not_be_confirmed() -> None:
    whole, field = confirmed(facts({PLACE: WAITING}))
    assert (whole.name, whole.total, whole.sure, whole.old) == ("", 1, 0, 0)
    assert whole.awaiting["fee"] == 1 and whole.awaiting["time"] == 0 and field.name == "Hộ tịch"
    assert quality(facts({PLACE: WAITING})).overall.ours == 1, "no part is missing all the same"


def test_the_number_of_the_decision_alone_is_no_doubt() -> None:
    formal = change(WAITING, {"[phi_le_phi, quyet_dinh_cong_bo]": "[quyet_dinh_cong_bo]"})
    assert confirmed(facts({PLACE: formal}))[0].sure == 1
    [row] = quality(facts({PLACE: formal})).reports[3].lines
    assert row.reason == "chờ đối chiếu: quyết định công bố" and row.note == "Nghị quyết của tỉnh chưa tìm được."


def test_texts_older_than_the_edition_are_counted() -> None:
    [whole, _] = confirmed(facts({}, DAY))
    assert (whole.old, whole.sure) == (1, 0) and set(whole.awaiting.values()) == {1}, "no value of it is confirmed"


def test_what_was_replaced_is_not_counted() -> None:
    fate = '- {ma_thu_tuc: "1.001193", hien_nay: được thay, nguon: Danh mục, ngay: %s}\n'
    assert confirmed(facts({"fates.yml": fate % "2023-12-31"}))[0].total == 0
    assert confirmed(facts({"fates.yml": fate % "2024-01-01"}))[0].total == 1, "not yet on this day"


def test_a_level_without_a_register_is_not_measured() -> None:
    district = change(PROCEDURE, {"  - cấp xã\n": "  - cấp xã\n  - cấp huyện\n"})
    only_communes = OFFICIAL + "du_cap: [cấp xã]\n"
    assert count_levels(facts({LIST: only_communes, PLACE: district})) == [
        LevelCount("cấp xã", 2, 1, 0),
        LevelCount("cấp huyện", None, 1, 0),
    ]
    assert count_levels(facts({})) == [LevelCount("cấp xã", None, 1, 1)]


def test_the_file_of_days_is_read_as_it_was_written() -> None:
    made = quality(facts({LIST: OFFICIAL, PLACE: WAITING}))
    first, again = figures(made, dt.date(2023, 11, 1)), figures(made, dt.date(2023, 10, 1))
    assert (first.total, first.sure, first.fee, first.official, first.posted) == (1, 0, 1, 2, 1)
    text = written([first, again, first])
    days = recorded(read(WHOLE | {"quality.yml": text}))
    assert [one.day for one in days] == [dt.date(2023, 10, 1), dt.date(2023, 11, 1)]
    assert written(days) == text and days[1].official == 2 and days[1].content_day == DAY


def test_the_command_keeps_one_row_a_day(content: Path) -> None:
    for _ in range(2):
        done = tthc("report", "--content", content, "--record", "2023-12-01")
        assert done.returncode == 0, done.stderr
    assert (content / "quality.yml").read_text("utf-8").count("- ngay: 2023-12-01") == 1
    assert tthc("check", "--content", content).returncode == 0
    assert tthc("report", "--content", content, "--record", "hôm nay").returncode == 2
