"""Two states of content with versions: every record is compared, in each edition that is published."""

from __future__ import annotations

import datetime as dt

from generator.loading.diff.compare import compare
from generator.loading.diff.on_day import snapshot_on
from generator.loading.diff.snapshot import LEFT_OUT, Snapshot, snapshot
from generator.loading.versions import has_versions
from tests.support.real_content import real_store
from tests.support.rule_samples import SITE
from tests.support.versions import BASE, CHANGED, EDITIONS, VERSION, content, store_of

PLACE = "Địa chỉ tiếp nhận hồ sơ"


def state(files: dict[str, str], as_of: dt.date | None = None) -> Snapshot:
    return snapshot(store_of(content({"site.yml": SITE + EDITIONS, **files})), as_of)


def said(old: Snapshot, new: Snapshot) -> dict[str, list[str]]:
    return {change.title: change.sentences for change in compare(old, new)}


def test_content_with_versions_is_there_with_every_record() -> None:
    store = real_store()
    assert has_versions(store)
    wanted = {kind: len(store.of(kind)) for kind in store.kinds() if kind not in LEFT_OUT and store.of(kind)}
    for found in (snapshot(store), snapshot_on(store, dt.date(2026, 11, 26))):
        kinds = [key.partition("/")[0] for key in found if "@" not in key]
        present = {kind: kinds.count(kind) for kind in wanted}
        ended = {"unit": present["unit"], "procedure": present["procedure"], "notice": present["notice"]}
        assert present == wanted | ended and min(ended.values()) > 0


def test_a_value_that_a_version_changes_is_said_of_its_edition() -> None:
    old, new = state({VERSION: CHANGED}), state({VERSION: CHANGED.replace("công xã", "công phường")})
    assert said(old, new) == {
        "1.001193 Đăng ký khai sinh (Bản hiện nay)": [
            f"{PLACE}: Trung tâm Phục vụ hành chính công xã → Trung tâm Phục vụ hành chính công phường"
        ]
    }


def test_the_first_version_of_a_record_is_a_change_of_the_present_edition() -> None:
    (title, sentences), *more = said(state({}), state({VERSION: CHANGED})).items()
    assert title == "1.001193 Đăng ký khai sinh (Bản hiện nay)" and not more
    assert any(one.startswith(PLACE) and one.endswith("Trung tâm Phục vụ hành chính công xã") for one in sentences)


def test_what_changes_in_all_editions_is_said_once() -> None:
    base = content()[BASE]
    renamed = {BASE: base.replace("ten_thu_tuc: Đăng ký khai sinh", "ten_thu_tuc: Đăng ký khai sinh lại")}
    assert renamed[BASE] != base
    found = said(state({VERSION: CHANGED}), state({VERSION: CHANGED, **renamed}))
    assert found == {"1.001193 Đăng ký khai sinh lại": ["Tên thủ tục: Đăng ký khai sinh → Đăng ký khai sinh lại"]}


def test_a_new_record_with_versions_is_new_once() -> None:
    new = state({VERSION: CHANGED})
    old = {key: record for key, record in new.items() if not key.startswith("procedure/")}
    assert [(change.what, change.key) for change in compare(old, new)] == [("mới", "1.001193")]


def test_the_present_edition_of_another_day_is_the_same_edition() -> None:
    later = SITE + EDITIONS.replace("2026-11-29", "2026-12-31")
    titles = [change.key for change in compare(state({VERSION: CHANGED}), state({VERSION: CHANGED, "site.yml": later}))]
    assert titles == ["site"]


def test_one_chosen_day_is_that_day() -> None:
    on = state({VERSION: CHANGED}, dt.date(2025, 7, 1))
    assert on["procedure/1.001193"]["dia_chi_tiep_nhan_ho_so"] == "Trung tâm Phục vụ hành chính công xã"
    assert not [key for key in on if "@" in key]
