"""Two states of a source with one kind of change per record, and what must become of each."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import Options
from generator.importing.plan import apply, plan_import
from generator.importing.sources.national_api import source
from generator.importing.sync.sync_plan import RecordSync, SyncPlan
from tests.importing.sync.kinds import SOURCE, channels, fees, put
from tests.importing.sync.two_weeks import Change, base, names, paper, papers, read, synced
from tests.support.folders import file_bytes
from tests.support.import_samples import load, write_lines


def edit(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, text
        return text.replace(old, new)

    return change


MORE_WORDS = edit("ten_giay_to: Giấy chứng sinh", "ten_giay_to: Giấy chứng sinh do bệnh viện cấp")
# name: (the editor's change, change at the source, what the record must hold, first part of each conflict)
EDITED: dict[str, tuple[Callable[[str], str], Change, Callable[[dict[str, Any]], bool], list[str]]] = {
    "editor words, paper added": (MORE_WORDS, lambda d: papers(d).append(paper("Ảnh 4x6")),
                                  lambda r: {"Giấy chứng sinh do bệnh viện cấp", "Ảnh 4x6"} <= set(names(r)), []),
    "editor words, other count": (MORE_WORDS, lambda d: papers(d)[2].update(originalQty=3),
                                  lambda r: names(r)[1].endswith("bệnh viện cấp")
                                  and r["thanh_phan_ho_so"]["giay_to_chung"][2]["ban_chinh"] == "3", []),
    "editor words, own count": (MORE_WORDS, lambda d: papers(d)[1].update(originalQty=3),
                                lambda r: r["thanh_phan_ho_so"]["giay_to_chung"][1]["ban_chinh"] == "3"
                                and names(r)[1].endswith("bệnh viện cấp"), []),
    "editor words, source words": (MORE_WORDS, lambda d: papers(d)[1].update(name="Giấy chứng sinh bản điện tử"),
                                   lambda r: names(r)[1].endswith("bệnh viện cấp"), ["thanh_phan_ho_so"]),
    "editor words, source removes": (MORE_WORDS, lambda d: papers(d).pop(1) and None,
                                     lambda r: names(r)[1].endswith("bệnh viện cấp"), ["thanh_phan_ho_so"]),
    "editor limit, source limit": (edit("so: 3", "so: 1"), channels(processingTime=5),
                                   lambda r: r["thoi_han_giai_quyet"]["so"] == "1", ["cach_thuc_thuc_hien", "cach_thuc_thuc_hien"]),  # noqa: E501
    "editor limit, source fee": (edit("so: 3", "so: 1"), fees(value=9000),
                                 lambda r: r["thoi_han_giai_quyet"]["so"] == "1" and r["phi_le_phi"][0]["muc_thu"] == "9000", []),  # noqa: E501
    "editor step 1, source step 2": (edit("Người yêu cầu nộp hồ sơ.", "Bà con nộp hồ sơ."),
                                     lambda d: d["executionSteps"][1].update(description="Công chức thẩm tra hồ sơ."),
                                     lambda r: [s["noi_dung"] for s in r["trinh_tu_thuc_hien"]]
                                     == ["Bà con nộp hồ sơ.", "Công chức thẩm tra hồ sơ."], []),
    "editor comment, source name": (lambda text: "# việc của xã\n" + text, lambda d: d.update(name="Tên mới của thủ tục"),  # noqa: E501
                                    lambda r: r["ten_thu_tuc"] == "Tên mới của thủ tục", []),
    "editor local note, source law": (lambda text: text + "ghi_chu_dia_phuong: Trực thứ Bảy.\n",
                                      put("legalBasisesDetails", [{"code": "61/2024/QH15", "name": "Luật"}]),
                                      lambda r: r["ghi_chu_dia_phuong"] == "Trực thứ Bảy."
                                      and r["can_cu_phap_ly"][0]["so_ky_hieu"] == "61/2024/QH15", []),
}  # fmt: skip


def codes(kinds: dict[str, Any], start: int) -> dict[str, str]:
    return {name: f"9.{start + number:06}" for number, name in enumerate(kinds)}


PLAIN, MIXED = codes(SOURCE, 100), codes(EDITED, 500)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SyncPlan, list[Any]]:
    """(content, the plan of the second week, the records of that week)."""
    tmp_path = tmp_path_factory.mktemp("sync")
    content = tmp_path / "content"
    first = [base(code) for code in [*PLAIN.values(), *MIXED.values(), "9.000900"]]
    apply(plan_import(source, write_lines(tmp_path / "a.json", first), content, Options()))  # type: ignore[arg-type]
    assert not synced(content, read(tmp_path, first, "a.json")).moved()
    for name, code in MIXED.items():
        file = content / f"procedures/ho-tich/{code}.yml"
        file.write_text(EDITED[name][0](file.read_text("utf-8")), "utf-8")
    second = copy.deepcopy(first)
    for number, name in enumerate(SOURCE):
        SOURCE[name][0](second[number]["data"])
    for number, name in enumerate(EDITED, start=len(SOURCE)):
        EDITED[name][1](second[number]["data"])
    second[-1]["data"].update(updatedAt=1786230000000, id="019d2bfd-0000-70ac-b9d6-5e9e20d6eef7")
    records = read(tmp_path, second, "b.json")
    return content, synced(content, records), records


def found(plan: SyncPlan, code: str) -> RecordSync:
    return next(record for record in plan.records if record.code == code)


@pytest.mark.parametrize("name", SOURCE)
def test_what_nobody_edited_follows_the_source(done, name: str) -> None:
    content, plan, _ = done
    record = found(plan, PLAIN[name])
    assert (record.conflicts, record.refused) == ([], "")
    data = load(content / f"procedures/ho-tich/{PLAIN[name]}.yml")
    assert SOURCE[name][1](data), data
    assert data["doi_chieu"]["trang_thai"] == "chờ đối chiếu"


@pytest.mark.parametrize("name", EDITED)
def test_what_editors_wrote_stays_and_the_rest_follows(done, name: str) -> None:
    content, plan, _ = done
    data = load(content / f"procedures/ho-tich/{MIXED[name]}.yml")
    assert EDITED[name][2](data), data
    assert [conflict.path[0] for conflict in found(plan, MIXED[name]).conflicts] == EDITED[name][3]


def test_technical_changes_are_silent_and_a_second_run_finds_nothing(done) -> None:
    content, plan, records = done
    assert all(record.code != "9.000900" for record in plan.records)
    before = file_bytes(content)
    again = synced(content, records)
    assert not again.moved()
    assert file_bytes(content) == before


def test_citizens_words_name_the_change(done) -> None:
    _, plan, _ = done
    assert any("5 ngày làm việc" in sentence for sentence in found(plan, PLAIN["limit number"]).sentences)
    assert any("15.000" in sentence for sentence in found(plan, PLAIN["fee amount"]).sentences)


def test_editors_text_survives_ten_weeks_with_changed_neighbours(tmp_path: Path) -> None:
    content = tmp_path / "content"
    item = base("9.000001")
    apply(plan_import(source, write_lines(tmp_path / "a.json", [item]), content, Options()))  # type: ignore[arg-type]
    file = content / "procedures/ho-tich/9.000001.yml"
    file.write_text("# của xã\n" + MORE_WORDS(file.read_text("utf-8")), "utf-8")
    for week in range(10):
        papers(item["data"])[2]["originalQty"] = week + 2
        papers(item["data"]).append(paper(f"Giấy tờ thêm tuần thứ {week} {'abcdefghij'[week] * 9}"))
        for channel in item["data"]["executionMethods"]:
            channel["processingTime"] = week + 4
        plan = synced(content, read(tmp_path, [copy.deepcopy(item)], "b.json"))
        assert [record.conflicts for record in plan.records] == [[]]
        data = load(file)
        assert names(data)[1] == "Giấy chứng sinh do bệnh viện cấp"
        assert data["thoi_han_giai_quyet"]["so"] == str(week + 4)
        assert len(names(data)) == 5 + week
    assert file.read_text("utf-8").startswith("# của xã\n")
