"""Documents as rows for spreadsheets and data frames: a main table for each data set and tables of what repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.plain_data import Fields
from generator.schema.data_sets import DataSet
from generator.schema.kinds import BY_NAME
from generator.schema.record import Record, specs

Row = list[str | int | bool | None]
ColumnType = Literal["string", "integer", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """key: heading in CSV and name in the data package; label: heading in the workbook."""

    key: str
    label: str
    type: ColumnType = "string"


@dataclass(frozen=True, slots=True)
class DataTable:
    """rows: one list of values in the order of the columns for each row, made of the data set's documents."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Sequence[Fields]], Iterator[Row]]
    key: tuple[str, ...] = ()  # columns that identify a row; empty where rows have no identity of their own


CODE = Column("ma_thu_tuc", "Mã thủ tục")
NAME = Column("ten_thu_tuc", "Tên thủ tục")
PROCEDURE_COLUMNS = (
    CODE,
    NAME,
    Column("ten_thuong_goi", "Tên thường gọi"),
    Column("linh_vuc", "Lĩnh vực"),
    Column("cap_thuc_hien", "Cấp thực hiện"),
    Column("trang_thai", "Trạng thái"),
    Column("tinh_den_ngay", "Tính đến ngày", "date"),
    Column("mo_ta", "Mô tả"),
    Column("doi_tuong_thuc_hien", "Đối tượng thực hiện"),
    Column("co_quan_thuc_hien", "Cơ quan thực hiện"),
    Column("co_quan_co_tham_quyen", "Cơ quan có thẩm quyền"),
    Column("dia_chi_tiep_nhan_ho_so", "Địa chỉ tiếp nhận hồ sơ"),
    Column("thoi_han", "Thời hạn giải quyết"),
    Column("phi_le_phi", "Phí, lệ phí"),
    Column("muc_do_truc_tuyen", "Mức độ trực tuyến"),
    Column("so_bo", "Số bộ hồ sơ", "integer"),
    Column("hoi_lai", "Hỏi lại trước khi đi"),
    Column("cho_xac_nhan", "Phần chờ xác nhận"),
    Column("nguon", "Nguồn"),
    Column("ngay_kiem_tra", "Ngày kiểm tra", "date"),
    Column("trang", "Trang"),
)


def tables_of(dataset: DataSet) -> tuple[DataTable, ...]:
    """The tables of a data set. Procedures have tables of papers, fees, steps and legal bases; sets that mix several
    kinds of record have one row a record with its fields as text."""
    if dataset.name == "thu-tuc":
        return _procedure_tables()
    if not dataset.kind:
        columns = (Column("id", "Tên bền"), Column("loai", "Loại"), Column("ma", "Mã"), Column("ten", "Tên"))
        return (
            DataTable(dataset.name, dataset.title, (*columns, Column("noi_dung", "Nội dung")), _mixed_rows, ("id",)),
        )
    return (_simple_table(dataset, BY_NAME[dataset.kind].model),)


def text(value: Any) -> str | int | bool | None:
    """A value as one cell: a list joined by semicolons, an object as `label: value` pairs; None when it is empty."""
    if isinstance(value, list):
        return "; ".join(str(text(item)) for item in value) or None
    if isinstance(value, dict):
        return ", ".join(f"{key}: {text(item)}" for key, item in value.items()) or None
    cell: str | int | bool | None = value
    return cell


def _simple_table(dataset: DataSet, model: type[Record]) -> DataTable:
    fields = [spec for spec in specs(model) if spec.key not in ("bo_qua_kiem_tra", "noi_dung", "buoc")]
    columns = (
        Column("id", "Tên bền"),
        *(Column(spec.key, spec.label) for spec in fields),
        Column("trang", "Trang"),
    )

    def rows(documents: Sequence[Fields]) -> Iterator[Row]:
        for made in documents:
            record = made["ban_ghi"]
            yield [made["id"], *(_as_text(record.get(spec.key)) for spec in fields), made.get("trang")]

    return DataTable(dataset.name, dataset.title, columns, rows, ("id",))


def _as_text(value: object) -> str | None:
    value = text(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    return None if value is None else str(value)


def _mixed_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    for made in documents:
        yield [made["id"], made.get("loai"), made["ma"], made["ten"], _as_text(made["ban_ghi"])]


def _procedure_tables() -> tuple[DataTable, ...]:
    return (
        DataTable("thu-tuc", "Thủ tục", PROCEDURE_COLUMNS, _procedure_rows, ("ma_thu_tuc",)),
        DataTable(
            "thu-tuc-giay-to",
            "Giấy tờ",
            (
                CODE,
                Column("truong_hop", "Trường hợp"),
                Column("ten_giay_to", "Tên giấy tờ"),
                Column("nop_hay_xuat_trinh", "Nộp hay xuất trình"),
                Column("ban_chinh", "Số bản chính", "integer"),
                Column("ban_sao", "Số bản sao", "integer"),
                Column("bieu_mau", "Theo mẫu"),
                Column("ghi_chu", "Ghi chú"),
            ),
            _paper_rows,
        ),
        DataTable(
            "thu-tuc-phi",
            "Phí, lệ phí",
            (
                CODE,
                Column("ap_dung_cho", "Áp dụng cho"),
                Column("loai", "Loại"),
                Column("muc_thu", "Mức thu"),
                Column("don_vi_tinh", "Đơn vị tính"),
                Column("ly_do", "Áp dụng khi, căn cứ"),
            ),
            _fee_rows,
        ),
        DataTable(
            "thu-tuc-buoc",
            "Trình tự",
            (
                CODE,
                Column("buoc", "Bước", "integer"),
                Column("nguoi_thuc_hien", "Người thực hiện"),
                Column("noi_dung", "Nội dung bước"),
            ),
            _step_rows,
        ),
        DataTable(
            "thu-tuc-can-cu",
            "Căn cứ pháp lý",
            (CODE, Column("so_ky_hieu", "Số ký hiệu"), Column("dieu_khoan", "Điều khoản")),
            _basis_rows,
        ),
    )


def _procedure_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    for made in documents:
        record, checked = made["ban_ghi"], made["doi_chieu"]
        own = {
            "ma_thu_tuc": made["ma"],
            "ten_thu_tuc": made["ten"],
            "trang_thai": made["trang_thai"],
            "tinh_den_ngay": made["tinh_den_ngay"],
            "thoi_han": made["tom_tat"]["thoi_han"],
            "phi_le_phi": made["tom_tat"]["phi_le_phi"],
            "so_bo": record.get("thanh_phan_ho_so", {}).get("so_bo"),
            "hoi_lai": "; ".join(part["ten"] for part in made["cho_xac_nhan"] if part["hoi_lai_truoc_khi_di"]) or None,
            "cho_xac_nhan": "; ".join(part["ten"] for part in made["cho_xac_nhan"]) or None,
            "nguon": checked["nguon"],
            "ngay_kiem_tra": checked["ngay"],
            "trang": made["trang"],
        }
        yield [own[column.key] if column.key in own else text(record.get(column.key)) for column in PROCEDURE_COLUMNS]


def _paper_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    keys = ("ten_giay_to", "nop_hay_xuat_trinh", "ban_chinh", "ban_sao", "bieu_mau", "ghi_chu")
    for made in documents:
        dossier = made["ban_ghi"].get("thanh_phan_ho_so", {})
        groups = [("mọi trường hợp", dossier.get("giay_to_chung", []))]
        groups += [(case.get("ten"), case.get("giay_to", [])) for case in dossier.get("truong_hop", [])]
        for case_name, papers in groups:
            for paper in papers:
                yield [made["ma"], case_name, *(paper.get(key) for key in keys)]


def _fee_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    for made in documents:
        record = made["ban_ghi"]
        sources = [("chung", record.get("phi_le_phi"))]
        sources += [
            (f"nộp {channel.get('hinh_thuc_nop')}", channel.get("phi_le_phi"))
            for channel in record.get("cach_thuc_thuc_hien", [])
        ]
        sources += [
            (f"trường hợp: {case.get('ten')}", case.get("phi_le_phi"))
            for case in record.get("thanh_phan_ho_so", {}).get("truong_hop", [])
        ]
        for where, fees in sources:
            if isinstance(fees, str):
                yield [made["ma"], where, None, fees, None, None]
            for fee in fees if isinstance(fees, list) else ():
                amount = fee.get("muc_thu", fee.get("nguyen_van"))
                shown = None if amount is None else str(amount)
                yield [made["ma"], where, fee.get("loai"), shown, fee.get("don_vi_tinh"), fee.get("ly_do")]


def _step_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    for made in documents:
        for number, step in enumerate(made["ban_ghi"].get("trinh_tu_thuc_hien", []), 1):
            yield [made["ma"], number, step.get("nguoi_thuc_hien"), step.get("noi_dung")]


def _basis_rows(documents: Sequence[Fields]) -> Iterator[Row]:
    for made in documents:
        for basis in made["ban_ghi"].get("can_cu_phap_ly", []):
            yield [made["ma"], basis.get("so_ky_hieu"), basis.get("dieu_khoan")]
