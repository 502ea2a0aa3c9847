"""A part that the source leaves empty, or that cannot be read there, keeps its value and is reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.importing.sync import proposal
from generator.importing.sync.sync_plan import SyncPlan
from tests.importing.office import xlsx
from tests.importing.sync.kinds import channels, put
from tests.importing.sync.two_weeks import Change, base, papers, read, synced
from tests.support.folders import file_bytes
from tests.support.import_samples import flat, load, write_lines

CODE = "9.000001"
WHERE = "ho-tich/9.000001.yml"


def first_week(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    write_lines(tmp_path / "a.json", [base(CODE)])
    call = ["import", "national-api", str(tmp_path / "a.json"), "--to", str(content), "--no-check"]
    assert main(call) == 0
    synced(content, read(tmp_path, [base(CODE)], "b.json"))
    return content


def week(tmp_path: Path, content: Path, change: Change) -> SyncPlan:
    item = base(CODE)
    change(item["data"])
    return synced(content, read(tmp_path, [item], "c.json"))


EMPTY: dict[str, tuple[Change, str]] = {
    "limit": (channels(processingTime=None), "Thời hạn giải quyết"),
    "limit with an error": (channels(processingTime="#REF!"), "Thời hạn giải quyết"),
    "unit of the limit": (channels(processingTimeUnit=None), "Đơn vị"),
    "limit of one channel": (lambda d: d["executionMethods"][1].update(processingTime=None),
                             "trực tuyến › Thời hạn giải quyết"),
    "fee": (channels(fees=[]), "Phí, lệ phí"),
    "channels": (put("executionMethods", []), "Cách thức thực hiện"),
    "channel note": (lambda d: d["executionMethods"][0].update(description=""), "trực tiếp › Mô tả"),
    "papers": (put("executionCases", []), "Thành phần hồ sơ"),
    "count of a paper": (lambda d: papers(d)[1].update(originalQty=None), "Giấy chứng sinh"),
    "forms": (lambda d: papers(d)[0].update(attachments=[]), "Mẫu đơn, tờ khai"),
    "steps": (put("executionSteps", []), "Trình tự thực hiện"),
    "laws": (put("legalBasisesDetails", []), "Căn cứ pháp lý"),
    "results": (put("resultsDetails", []), "Kết quả thực hiện"),
    "audience": (put("subjectTypesDetails", []), "Đối tượng thực hiện"),
    "agency": (put("unitGroupsExecuting", []), "Cơ quan thực hiện"),
    "conditions": (put("requirementsAndConditions", ""), "Yêu cầu, điều kiện"),
    "decision": (put("procedureProposal", {}), "Quyết định công bố"),
    "day of the decision": (lambda d: d["procedureProposal"].update(decisionDate=None), "Quyết định công bố"),
    "name": (put("name", ""), "Tên thủ tục"),
    "field": (put("category", None), "Lĩnh vực"),
    "level": (put("isWard", None), "Cấp thực hiện"),
}  # fmt: skip


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return first_week(tmp_path_factory.mktemp("taken"))


@pytest.mark.parametrize("name", EMPTY)
def test_a_part_left_empty_stays_and_is_reported(taken: Path, tmp_path: Path, name: str) -> None:
    change, said = EMPTY[name]
    item = base(CODE)
    change(item["data"])
    before = file_bytes(taken)
    plan = synced(taken, read(tmp_path, [item], "c.json"), write=False)
    text = proposal.as_text(plan)
    assert [record.changed for record in plan.records] == [], text
    assert plan.moved() and "không đọc được hoặc để trống" in text
    assert any(said in line and "mục 1" in line for line in text.splitlines() if CODE in line), text
    assert file_bytes(taken) == before
    assert json.loads(proposal.as_json(plan))["unread"][0]["code"] == CODE


@pytest.mark.parametrize(
    "spoil",
    [lambda text: text.encode().decode("latin-1"), lambda text: text.encode("ascii", "replace").decode()],
    ids=["read as Latin-1", "written as ASCII"],
)
def test_nothing_of_a_record_with_spoilt_letters_is_followed(tmp_path: Path, spoil: Callable[[str], str]) -> None:
    content = first_week(tmp_path)
    before = load(content / "procedures" / WHERE)
    plan = week(
        tmp_path, content, lambda data: data.update(name=spoil("Đăng ký khai tử"), requirementsAndConditions="a")
    )
    assert load(content / "procedures" / WHERE) == before
    assert [part.path for part in plan.unread] == [("ten_thu_tuc",)] and plan.moved()
    right = week(tmp_path, content, put("name", "Đăng ký khai tử"))
    assert right.unread == [] and load(content / "procedures" / WHERE)["ten_thu_tuc"] == "Đăng ký khai tử"


def test_it_is_reported_once_and_what_comes_back_is_followed(tmp_path: Path) -> None:
    content = first_week(tmp_path)
    assert week(tmp_path, content, channels(processingTime=None)).moved()
    again = week(tmp_path, content, channels(processingTime=None))
    assert (again.moved(), again.texts) == (False, {})
    followed = week(tmp_path, content, channels(processingTime=5))
    assert followed.records[0].conflicts == []
    assert load(content / "procedures" / WHERE)["thoi_han_giai_quyet"]["so"] == "5"


@pytest.mark.parametrize(
    ("change", "right"),
    [
        (channels(fees=[{"type": "FEE", "value": 0, "description": "Không"}]), lambda r: r["phi_le_phi"] == "không"),
        (channels(fees=[{"type": "FEE", "value": 0, "description": ""}]), lambda r: r["phi_le_phi"] == "chưa rõ"),
        (put("requirementsAndConditions", "Không"), lambda r: r["yeu_cau_dieu_kien"] == "không"),
        (lambda d: d["executionMethods"].pop() and None, lambda r: len(r["cach_thuc_thuc_hien"]) == 1),
        (lambda d: papers(d)[1].update(originalQty=0),
         lambda r: r["thanh_phan_ho_so"]["giay_to_chung"][1]["ban_chinh"] == "0"),
    ],
)  # fmt: skip
def test_what_the_source_states_as_none_is_followed(
    tmp_path: Path, change: Change, right: Callable[[dict[str, Any]], bool]
) -> None:
    content = tmp_path / "content"
    item = base(CODE)
    item["data"]["requirementsAndConditions"] = "Từ đủ 18 tuổi."
    file = write_lines(tmp_path / "a.json", [item])
    assert main(["import", "national-api", str(file), "--to", str(content), "--no-check"]) == 0
    change(item["data"])
    synced(content, read(tmp_path, [item], "c.json"))
    assert right(load(content / "procedures" / WHERE))


@pytest.mark.parametrize("value", [None, "#N/A", "#REF!"])
@pytest.mark.parametrize(("column", "said"), [("E", "Thời hạn giải quyết"), ("D", "Lĩnh vực")])
def test_a_list_with_an_empty_or_broken_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], column: str, said: str, value: Any
) -> None:
    content = tmp_path / "content"
    assert main(["import", "decision-list", str(xlsx(tmp_path)), "--to", str(content), "--no-check"]) == 0
    (content / "site.yml").write_text("ten: Thử\n", "utf-8")
    before = load(content / "procedures/ho-tich/9.100002.yml")
    week = tmp_path / "week"
    week.mkdir()
    file = xlsx(week, lambda sheet: sheet.__setitem__(f"{column}3", value))
    capsys.readouterr()
    assert main(["sync", "--content", str(content), "--from", str(file), "--kind", "decision-list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("9.100002" in line and said in line and "dòng 3" in line for line in lines)
    assert load(content / "procedures/ho-tich/9.100002.yml") == before
    assert main(["import", "decision-list", str(file), "--to", str(content), "--no-check"]) == 0  # likewise
    assert said in capsys.readouterr().out
    assert load(content / "procedures/ho-tich/9.100002.yml") == before


def test_an_error_in_a_text_of_the_portal_is_no_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    one, two = flat(thoi_han_giai_quyet="#N/A", co_quan_thuc_hien="#REF!"), flat(ma_thu_tuc="1.002694")
    file = write_lines(tmp_path / "a.json", [one, two])
    assert main(["import", "national-flat", str(file), "--to", str(content), "--no-check"]) == 0
    assert "#N/A" in capsys.readouterr().out
    texts = [made.read_text("utf-8") for made in content.rglob("*.yml")]
    assert texts and not any("#REF!" in text or "#N/A" in text for text in texts)
