"""`tthc drift` without a file: our codes and those of the official register."""

import datetime as dt
from pathlib import Path

from generator.importing.drift.register import compare_with_register
from tests.conftest import tthc
from tests.support.rule_samples import OFFICIAL, PROCEDURE, WHOLE, change, read

DAY = dt.date(2023, 12, 31)
OURS = "procedures/ho-tich/2.000635.yml"


def test_both_ways_by_code() -> None:
    other = change(PROCEDURE, {'"1.001193"': '"2.000635"'})
    store = read(WHOLE | {"catalogue/quoc-gia.yml": OFFICIAL, OURS: other})
    lists = [entry.record for entry in store.of("official_list")]
    drift = compare_with_register(store.of("procedure"), lists, DAY)
    assert [item.code for item in drift.missing_here] == ["1.000894"]
    assert [(item.code, item.path) for item in drift.missing_there] == [("2.000635", f"content/{OURS}")]
    assert [item.code for item in drift.compared] == ["1.001193"] and drift.anything()
    district = compare_with_register(store.of("procedure"), lists, DAY, frozenset({"cấp huyện"}))
    assert district.missing_here == district.missing_there == []


def test_what_has_ended_is_not_looked_for() -> None:
    ended = change(
        PROCEDURE, {'"1.001193"': '"2.000635"', "  tu: 2016-01-01\n": "  tu: 2016-01-01\n  den: 2020-01-01\n"}
    )
    store = read(WHOLE | {OURS: ended})
    assert [item.code for item in compare_with_register(store.of("procedure"), [], DAY).missing_there] == ["1.001193"]


def test_the_command_says_that_only_codes_were_compared(content: Path) -> None:
    refused = tthc("drift", "--content", content)
    assert refused.returncode == 2 and "chưa có danh mục chính thức" in refused.stderr
    (content / "catalogue").mkdir()
    (content / "catalogue" / "quoc-gia.yml").write_text(OFFICIAL + "du_cap: [cấp xã]\n", "utf-8")
    done = tthc("drift", "--content", content)
    assert done.returncode == 1 and "Lưu ý: danh mục chỉ ghi đủ cấp xã" in done.stdout
    assert "chỉ so mã; 1 chưa có ở đây" in done.stdout and "giống nhau" not in done.stdout
    wrong = tthc("drift", "--content", content, "--accept", "1.001193", "--reason", "x")
    assert wrong.returncode == 2 and "--against" in wrong.stderr
