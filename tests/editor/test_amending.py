"""A change of the law becomes a dated version; a correction stays in the file; new records."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.editor.conftest import RECORD, Client, changed

JSON = {"Accept": "application/json"}
LAW = "104/2022/NĐ-CP"
VERSION = "procedures/ho-tich/1.001193@2026-03-01.yml"


@pytest.fixture(autouse=True)
def law(content: Path) -> None:
    """A document that the register knows."""
    rows = "so_ky_hieu: 104/2022/NĐ-CP\nloai: Nghị định\ntrich_yeu: Về sổ hộ khẩu\nco_quan_ban_hanh: Chính phủ\n"
    (content / "laws" / "104-2022-nd-cp.yml").write_text(
        f"{rows}ngay_ban_hanh: 2022-12-21\nngay_hieu_luc: 2023-01-01\n", "utf-8"
    )


def form(client: Client, **reason: str) -> list[tuple[str, str]]:
    pairs = [
        (name, value) for name, value in changed(client.form(), mo_ta="Quy định mới.") if not name.startswith("_vi")
    ]
    known = {"_so_van_ban": "", "_tu_ngay": "", "_ghi_chu": ""} | {f"_{key}": value for key, value in reason.items()}
    return [(name, value) for name, value in pairs if name not in known] + list(known.items())


def read(content: Path, path: str) -> dict:
    return yaml.load((content / path).read_text("utf-8"), yaml.CBaseLoader)


def test_a_change_of_the_law_goes_into_a_version_of_its_day(client: Client, content: Path) -> None:
    before = (content / RECORD).read_bytes()
    answer = client.post(f"/luu/{RECORD}", form(client, vi_sao="luat", so_van_ban=LAW, tu_ngay="1/3/2026"), **JSON)
    assert (answer.status, json.loads(answer.text)["to"]) == (
        200,
        "/sua/procedures/ho-tich/1.001193%402026-03-01.yml?da-luu=1",
    )
    assert (content / RECORD).read_bytes() == before
    version = read(content, VERSION)
    assert version.pop("noi_dung_sua_doi").startswith("Mô tả")
    assert version == {
        "ma_thu_tuc": "1.001193",
        "ap_dung_tu": "2026-03-01",
        "can_cu_sua_doi": LAW,
        "mo_ta": "Quy định mới.",
    }
    assert "từ 01/03/2026" in client.get(f"/sua/{RECORD}").text
    assert client.editor.drafts.all() == []


def test_a_second_change_of_that_day_joins_the_version(client: Client, content: Path) -> None:
    client.post(f"/luu/{RECORD}", form(client, vi_sao="luat", so_van_ban=LAW, tu_ngay="01/03/2026"), **JSON)
    second = changed(client.form(), phan_biet="Khác hẳn.") + [
        ("_vi_sao", "luat"),
        ("_so_van_ban", LAW),
        ("_tu_ngay", "01/03/2026"),
        ("_ghi_chu", "Hai chỗ."),
    ]  # noqa: E501
    assert client.post(f"/luu/{RECORD}", second, **JSON).status == 200
    version = read(content, VERSION)
    assert version["mo_ta"] == "Quy định mới." and version["phan_biet"] == "Khác hẳn."


def test_a_part_that_a_later_version_replaced_is_changed_there(client: Client, content: Path) -> None:
    client.post(f"/luu/{RECORD}", form(client, vi_sao="luat", so_van_ban=LAW, tu_ngay="01/03/2026"), **JSON)
    answer = client.post(f"/luu/{RECORD}", form(client, vi_sao="luat", so_van_ban=LAW, tu_ngay="01/05/2026"), **JSON)
    assert answer.status == 422 and "đã đổi từ 01/03/2026" in json.loads(answer.text)["reason"]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ({"tu_ngay": "01/03/2026"}, "theo văn bản nào"),
        ({"so_van_ban": "9/9999/XX", "tu_ngay": "01/03/2026"}, "Chưa có văn bản “9/9999/XX”"),
        ({"so_van_ban": LAW}, "từ ngày nào"),
        ({"so_van_ban": LAW, "tu_ngay": "31/02/2026"}, "từ ngày nào"),
    ],
)
def test_document_and_day_are_asked_for(client: Client, content: Path, reason: dict[str, str], said: str) -> None:
    before = sorted(content.rglob("*"))
    answer = client.post(f"/luu/{RECORD}", form(client, vi_sao="luat", **reason), **JSON)
    assert answer.status == 422 and said in json.loads(answer.text)["reason"]
    assert sorted(content.rglob("*")) == before


def test_a_correction_stays_in_the_file_with_its_reason(client: Client, content: Path) -> None:
    assert client.post(f"/luu/{RECORD}", form(client, vi_sao="sua-loi", ghi_chu="Ghi nhầm."), **JSON).status == 200
    assert "mo_ta: Quy định mới." in (content / RECORD).read_text("utf-8")
    kept = client.editor.reasons.of(RECORD)
    assert (kept.cause, kept.note) == ("sua-loi", "Ghi nhầm.")


NEW = [
    ("notice", {"ten": "Nghỉ làm việc sáng thứ Bảy", "ngay": "5/7/2023"}, "notices/nghi-lam-viec-sang-thu-bay.md"),
    ("law", {"ten": "120/2025/NĐ-CP"}, "laws/120-2025-nd-cp.yml"),
    ("guide", {"ten": "Sinh con"}, "guides/sinh-con.md"),
    ("guide", {"ten": "Con"}, "guides/con-1.md"),
    ("procedure", {"ten": "1.009999", "linh_vuc": "ho-tich"}, "procedures/ho-tich/1.009999.yml"),
    ("result", {"ten": "Quý III năm 2023"}, "plan/2023/results/quy-iii-nam-2023.yml"),
    ("plan_event", {"ten": "Tập huấn cán bộ một cửa"}, "plan/2023/events/tap-huan-can-bo-mot-cua.yml"),
    ("plan_document", {"ten": "Báo cáo 6 tháng"}, "plan/2023/documents/bao-cao-6-thang.yml"),
    ("review", {"ten": "Đăng ký khai sinh"}, "plan/2023/reviews/dang-ky-khai-sinh.yml"),
    ("feedback_period", {"ten": "Quý III"}, "plan/2023/feedback/quy-iii.yml"),
    ("answer", {"ten": "Hỏi về giờ nhận"}, "plan/2023/answers/hoi-ve-gio-nhan.yml"),
]


@pytest.mark.parametrize(("kind", "given", "path"), NEW)
def test_a_new_record_is_a_draft_until_it_is_saved(
    client: Client, content: Path, kind: str, given: dict, path: str
) -> None:
    if (content / path).exists():
        (content / path).unlink()
    answer = client.post(f"/moi/{kind}", given)
    assert (answer.status, answer.headers.get("Location")) == (303, f"/sua/{path}")
    assert not (content / path).exists()
    assert "bắt buộc" in client.get(f"/sua/{path}").text


def test_registers_of_a_plan_are_offered_where_there_is_a_plan(client: Client, content: Path) -> None:
    assert "/moi/result" in client.get("/sua/").text
    shutil.rmtree(content / "plan")
    assert "/moi/result" not in client.get("/sua/").text
    answer = client.post("/moi/result", {"ten": "Quý III"})
    assert answer.status == 422 and "Chưa có kế hoạch nào" in answer.text


def test_a_new_notice_from_title_to_file(client: Client, content: Path) -> None:
    client.post("/moi/notice", {"ten": "Nghỉ làm việc", "ngay": "5/7/2023"})
    path = "notices/nghi-lam-viec.md"
    filled = changed(client.form(path), mo_ta="Chỉ tuần này.", noi_dung="Bộ phận Một cửa nghỉ.\r\n\r\nThứ Hai làm lại.")
    assert client.post(f"/luu/{path}", filled, **JSON).status == 200
    assert (content / path).read_text("utf-8") == (
        "---\nten: Nghỉ làm việc\nngay: 2023-07-05\nmo_ta: Chỉ tuần này.\n---\n"
        "\nBộ phận Một cửa nghỉ.\n\nThứ Hai làm lại.\n"
    )


@pytest.mark.parametrize(
    ("kind", "given"), [("procedure", {"ten": "1.23"}), ("law", {"ten": "luật nào đó"}), ("notice", {"ten": " "})]
)
def test_a_wrong_name_is_asked_for_again(client: Client, kind: str, given: dict[str, str]) -> None:
    assert client.post(f"/moi/{kind}", given).status == 422


def test_the_preview_shows_the_draft(client: Client, content: Path) -> None:
    page = client.post(f"/xem/{RECORD}", form(client))
    assert page.status == 200 and "Quy định mới." in page.text
    assert (
        "sandbox" in page.headers["Content-Security-Policy"]
        and "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    )
    script = page.text.partition('src="/trang/')[2].partition('"')[0]
    asset = client.get(f"/trang/{script}", Cookie=None)
    assert asset.status == 200 and asset.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/trang/../content/site.yml", Cookie=None).status == 404


def test_the_printed_sheet(client: Client) -> None:
    answer = client.post(f"/xem/{RECORD}", [*form(client), ("cach", "to-in")])
    assert answer.headers["Content-Type"] == "application/pdf" and answer.text.startswith("%PDF-")
    notice = "notices/ke-hoach-2023.md"
    if (client.editor.content / notice).exists():
        assert "không có tờ in" in client.post(f"/xem/{notice}", [*client.form(notice), ("cach", "to-in")]).text


def test_a_record_is_found_by_its_code_as_a_spreadsheet_shows_it(client: Client) -> None:
    for code in ("1.001193", "1001193", "1,001193", "1.001.193", "1%20001%20193"):
        found = client.get(f"/sua/?tim={code}").text
        assert "/1.001193.yml" in found and found.count('.yml"') < client.get("/sua/").text.count('.yml"'), code
