"""Tables that only arrange a page: the list inside them is read, and what they hold beside it is accounted for."""

from pathlib import Path

import pytest

from generator.importing.draft_record import ImportRefused
from tests.importing.office import TITLES, imported

HEAD = "<tr>" + "".join(f"<th>{title}</th>" for title in TITLES) + "</tr>"
ROWS = (
    "<tr><td>1<td>1.001193<td>Đăng ký khai sinh<td>Hộ tịch<td>01 ngày làm việc<td>Không</tr>"
    "<tr><td>2<td>1.000656<td>Đăng ký khai tử<td>Hộ tịch<td>02 ngày làm việc<td>Không</tr>"
)
LIST = f"<table>{HEAD}{ROWS}</table>"
DECISION = "<p>Quyết định số 12/QĐ-UBND ngày 5/1/2024</p>"
MENU = "<tr><td><ul><li>Trang chủ</ul></td><td>"


def page(tmp_path: Path, body: str) -> tuple[list, str]:
    file = tmp_path / "trang.html"
    file.write_text(f"<html><meta charset=utf-8><body>{body}</body></html>", "utf-8")
    return imported(file)


@pytest.mark.parametrize(
    "body",
    [
        f"<table>{MENU}{DECISION}{LIST}</td></tr><tr><td colspan=2>Bản quyền</td></tr></table>",
        f"<table><tr><td>{DECISION}</td></tr><tr><td><table>{MENU}{LIST}</table><p>Bản quyền</table>",
        f"<table>{MENU}{DECISION}<div>{LIST}</div><td>Bản quyền",  # nothing is closed
    ],
    ids=["menu beside it", "two frames", "not closed"],
)
def test_a_list_in_a_frame(tmp_path: Path, body: str) -> None:
    records, warnings = page(tmp_path, body)
    assert [record.code for record in records] == ["1.001193", "1.000656"]
    assert {record.data["quyet_dinh_cong_bo"]["so"] for record in records} == {"12/QĐ-UBND"}
    assert "Trang chủ" in warnings or "ngoài bảng" in warnings
    assert "Bản quyền" in warnings


def test_a_table_in_a_cell_of_a_list_is_text_of_the_cell(tmp_path: Path) -> None:
    inner = "<table><tr><td>Trực tiếp</td><td>Bưu chính</td></tr></table>"
    rows = HEAD + ROWS.replace("<td>Không</tr>", f"<td>Không{inner}</tr>", 1)
    for body in (f"<table>{rows}</table>", f"<table>{MENU}<table>{rows}</table></table>"):
        records, _ = page(tmp_path, body)
        assert [record.code for record in records] == ["1.001193", "1.000656"]
        assert "Bưu chính" in str(records[0].data)


def test_labels_and_values_in_a_frame(tmp_path: Path) -> None:
    values = {
        "Mã thủ tục": "1.001193",
        "Tên thủ tục": "Đăng ký khai sinh",
        "Lĩnh vực": "Hộ tịch",
        "Lệ phí": "8.000 đồng",
    }
    rows = "".join(f"<tr><th>{label}:</th><td>{value}</td></tr>" for label, value in values.items())
    [record] = page(tmp_path, f"<table>{MENU}<table>{rows}</table></td></tr></table>")[0]
    assert (record.code, record.data["phi_le_phi"]) == ("1.001193", [{"muc_thu": 8000}])


def test_frames_without_a_list_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="không tìm thấy dòng tiêu đề"):
        page(tmp_path, "<table><tr><td>" * 50 + "Trang chủ")
