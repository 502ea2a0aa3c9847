"""The content as of a day: whole parts by their days, never two days in one part."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from generator.loading.versions import applied, resolve, states, versions_of
from generator.schema.record import specs
from tests.support.rule_samples import GUIDE, PROCEDURE
from tests.support.versions import BASE, CHANGED, NEW_LAW, VERSION, content, problems_of, store_of

FEES = "phi_le_phi:\n  - loai: phí\n    muc_thu: {}\n    don_vi_tinh: bản\n"
LATER = VERSION.replace("2025-07-01", "2026-01-16")
LATER_TEXT = CHANGED.replace("2025-07-01", "2026-01-16").replace(
    "dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã\n", FEES.format(10000)
)
FILES = content({VERSION: CHANGED, LATER: LATER_TEXT})


def on(day: str, files: dict[str, str] | None = None):
    store = resolve(store_of(files or FILES), dt.date.fromisoformat(day), amendments=True)
    return store.of("procedure")[0]


def test_a_version_holds_from_its_day_until_the_next() -> None:
    places = [on(day).record.receiving_place for day in ("2025-06-30", "2025-07-01", "2026-01-16")]
    assert places == ["Bộ phận Một cửa UBND xã, thị trấn", *["Trung tâm Phục vụ hành chính công xã"] * 2]
    assert [on(day).record.fees[0].amount for day in ("2026-01-15", "2026-01-16")] == [8000, 10000]


def test_without_versions_nothing_is_touched() -> None:
    store = store_of(content())
    assert resolve(store, dt.date(2026, 1, 1)) is store


def test_before_the_first_version_everything_is_that_of_the_first_file() -> None:
    with_versions = resolve(store_of(FILES), dt.date(2023, 12, 31)).of("procedure")[0]
    alone = store_of(content()).of("procedure")[0]
    assert with_versions.record == alone.record and with_versions.since is None


def test_the_amendments_are_derived_newest_first() -> None:
    said = [(one.part, str(one.date), one.document) for one in on("2026-02-01").record.amendments]
    assert said == [
        ("phi_le_phi", "2026-01-16", "120/2025/NĐ-CP"),
        ("dia_chi_tiep_nhan_ho_so", "2025-07-01", "120/2025/NĐ-CP"),
    ]
    assert resolve(store_of(FILES), dt.date(2026, 2, 1)).of("procedure")[0].record.amendments == []


def test_a_removed_part_is_gone() -> None:
    files = FILES | {VERSION: CHANGED + "bo_phan: [phan_biet]\n"}
    assert [on(day, files).record.distinction for day in ("2025-06-30", "2025-07-01")] == [
        "Dùng cho trẻ sinh tại Việt Nam.",
        None,
    ]


def test_a_value_that_cannot_be_read_is_missing_not_that_of_the_day_before() -> None:
    files = content({VERSION: CHANGED + "thoi_han_giai_quyet: mai\n"})
    assert on("2025-06-30", files).record.time_limit is not None
    assert on("2025-07-01", files).record.time_limit is None


def test_a_message_points_into_the_file_of_the_part() -> None:
    entry = on("2026-02-01")
    assert entry.problem("TT-000", "error", ("phi_le_phi", 0, "muc_thu"), "").path == f"content/{LATER}"
    assert entry.problem("TT-000", "error", ("dia_chi_tiep_nhan_ho_so",), "").path == f"content/{VERSION}"
    kept = entry.problem("TT-000", "error", ("thoi_han_giai_quyet", "so"), "")
    assert (kept.path, kept.line) == (f"content/{BASE}", PROCEDURE[: PROCEDURE.index("  so: 1\n")].count("\n") + 1)


def test_a_guide_has_versions_too() -> None:
    head = CHANGED.partition("\n")[2].replace("dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã\n", "")
    files = content(
        {"guides/sinh-con.md": GUIDE, "guides/sinh-con@2025-07-01.md": f"---\n{head}---\nĐến Trung tâm của xã.\n"}
    )
    bodies = [
        resolve(store_of(files), dt.date.fromisoformat(day)).of("guide")[0].record.body.strip()
        for day in ("2025-06-30", "2025-07-01")
    ]
    assert bodies == ["Mang theo giấy chứng sinh.", "Đến Trung tâm của xã."]


def test_each_version_is_checked_as_of_its_own_day() -> None:
    """The document that a kept part rests on ended the day before the version begins: reported at the version."""
    ended = NEW_LAW.replace("120/2025/NĐ-CP", "123/2015/NĐ-CP").replace("2025-06-11", "2015-11-15")
    ended = ended.replace("ngay_hieu_luc: 2025-07-01", "ngay_hieu_luc: 2016-01-01\nngay_het_hieu_luc: 2025-07-01")
    found = [problem for problem in problems_of({"laws/123.yml": ended, VERSION: CHANGED}) if problem.id == "TT-080"]
    assert [(problem.path, problem.line, problem.severity) for problem in found] == [(f"content/{VERSION}", 2, "error")]
    assert f"content/{BASE}:" in found[0].message
    assert not [problem for problem in problems_of({"laws/123.yml": ended}) if problem.id == "TT-080"]


def test_a_fault_in_a_version_is_reported_once_at_its_line() -> None:
    wrong = CHANGED + FEES.format(0)
    found = [problem for problem in problems_of({VERSION: wrong, LATER: LATER_TEXT}) if problem.id == "TT-042"]
    assert [(problem.path, problem.line) for problem in found] == [(f"content/{VERSION}", 8)]


def test_a_fault_that_was_there_before_is_reported_only_there() -> None:
    files = {BASE: PROCEDURE.replace("    ly_do: Khi đăng ký quá hạn.\n", "").replace("8000", "0"), VERSION: CHANGED}
    found = [problem for problem in problems_of(files, others=(dt.date(2026, 1, 1),)) if problem.id == "TT-042"]
    assert [problem.path for problem in found] == [f"content/{BASE}"]


@pytest.mark.parametrize("seed", range(20))
def test_every_part_is_that_of_the_last_version_that_states_it(seed: int) -> None:
    """Random versions and random days against the definition: for each part, the latest file that states or removes
    it."""
    chance = random.Random(seed)
    parts = {
        "dia_chi_tiep_nhan_ho_so": lambda n: f"dia_chi_tiep_nhan_ho_so: Nơi {n}\n",
        "phi_le_phi": lambda n: FEES.format(1000 + n),
        "phan_biet": lambda n: f"phan_biet: Khác {n}\n",
        "mo_ta": lambda n: f"mo_ta: Mô tả {n}\n",
    }
    days = sorted(chance.sample([dt.date(2016, 1, 2) + dt.timedelta(days=n) for n in range(4000)], 5))
    files, stated = content(), {}
    head = "".join(f"{line}\n" for line in CHANGED.splitlines()[:4])
    for number, day in enumerate(days):
        chosen = chance.sample(sorted(parts), chance.randint(1, 3))
        text = head.replace("2025-07-01", str(day)) + "".join(parts[key](number) for key in chosen)
        stated[day] = dict.fromkeys(chosen, number)
        if "phan_biet" not in chosen and chance.random() < 0.5:
            text, stated[day]["phan_biet"] = text + "bo_phan: [phan_biet]\n", None
        files[f"procedures/ho-tich/1.001193@{day}.yml"] = text
    store = store_of(files)
    base = store.of("procedure")[0].record.model_dump()
    for _ in range(40):
        day = dt.date(2015, 6, 1) + dt.timedelta(days=chance.randrange(4600))
        record = resolve(store, day).of("procedure")[0].record.model_dump()
        for key, value in record.items():
            said = [stated[when][key] for when in days if when <= day and key in stated[when]]
            if not said:
                assert value == base[key], (day, key)
            elif said[-1] is None:
                assert value is None
            else:
                assert str(said[-1]) in str(value), (day, key)


def test_the_states_are_the_records_on_the_days_of_the_versions() -> None:
    store = store_of(FILES)
    versions = versions_of(store, "procedure")["1.001193"]
    found = list(states(store.of("procedure")[0], versions))
    assert [state.since for state in found] == [None, dt.date(2025, 7, 1), dt.date(2026, 1, 16)]
    for state in found[1:]:
        assert state.record == resolve(store, state.since, amendments=True).of("procedure")[0].record
    names = [spec.name for spec in specs(type(found[0].record)) if spec.name != "amendments"]
    twice = applied(applied(found[0], versions[0]), versions[1])
    assert all(getattr(twice.record, name) == getattr(found[2].record, name) for name in names)
