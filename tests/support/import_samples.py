"""Small files in the shapes of the real ones, with their real faults; and words to look at what came out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.importing.draft_record import DraftRecord, Options, SourceFile
from generator.loading.yaml.parse import parse

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


def answer(**changes: Any) -> dict[str, Any]:
    """One answer of the national database; `changes` replace parts of its data."""
    data = {
        "id": "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
        "code": "1.001193",
        "codeNotation": "1.001193",
        "name": "Thủ tục đăng ký khai sinh",
        "executionSteps": [
            {"name": "Bước 1:", "description": "Người yêu cầu nộp hồ sơ."},
            {"name": "Bước 2:", "description": "Công chức kiểm tra hồ sơ."},
        ],
        "executionMethods": [
            {"submissionMethod": "DIRECT", "processingTime": 3, "processingTimeUnit": "WORKING_DAY", "description": "Nộp tại Một cửa.",  # noqa: E501
             "fees": [{"type": "SERVICE_FEE", "value": 8000, "description": "", "currencyName": "Việt Nam Đồng", "attachment": None}]},  # noqa: E501
            {"submissionMethod": "ONLINE", "processingTime": 3, "processingTimeUnit": "WORKING_DAY", "description": "",
             "fees": [{"type": "SERVICE_FEE", "value": 8000, "description": "", "currencyName": "Việt Nam Đồng", "attachment": None}]},  # noqa: E501
        ],
        "executionCases": [
            {"name": "* Giấy tờ phải nộp:", "profileComponents": [
                {"name": "- Tờ khai theo mẫu;", "code": "KQ1", "originalQty": 1, "copyQty": 0, "required": False,
                 "attachments": [{"id": "019f", "bucketName": "dvc", "filePath": "a/TK.docx", "fileName": "TK khai sinh.docx"}]}]},  # noqa: E501
            {"name": "* Giấy tờ phải xuất trình:", "profileComponents": [
                {"name": "Hộ chiếu", "code": "KQ2", "originalQty": 1, "copyQty": 0, "required": False, "attachments": []}]},  # noqa: E501
            {"name": "* Lưu ý:", "profileComponents": [
                {"name": "- Trường hợp có dữ liệu điện tử thì không phải nộp.", "code": "KQ3", "originalQty": 0, "copyQty": 0, "attachments": []}]},  # noqa: E501
        ],
        "legalBasisesDetails": [{"id": "x", "code": "60/2014/QH13 ", "name": "Luật Hộ tịch"}],
        "resultsDetails": [{"id": "y", "code": "KQ.G15.000031", "name": "Giấy khai sinh"}],
        "subjectTypesDetails": [{"id": "z", "code": "ĐT1", "name": "Công dân Việt Nam"}],
        "category": {"id": "c", "name": "Hộ tịch", "code": "G15-TP07"},
        "formalityType": "ASSIGNED_REGULATION", "type": "STANDARD", "state": "ACTIVE",
        "isWard": True, "isProvince": False, "isVertical": False, "isFullProcess": False, "isNonTerritorial": True,
        "unitGroupsExecuting": [{"id": "u", "name": "Ủy ban nhân dân cấp xã"}],
        "dossierReceivingAddresses": "", "requirementsAndConditions": "Không",
        "procedureProposal": {"id": "p", "proposalNumber": "163/QĐ-BTP", "proposalType": "STANDARD", "decisionDate": 1768496400000,  # noqa: E501
                              "issuingAgency": {"id": "a", "name": "Bộ Tư pháp"}},
        "createdAt": 1776230000000, "updatedAt": 1776230000000,
    }  # fmt: skip
    return {"code": "OK", "data": {**data, **changes}, "message": None}


def flat(**changes: Any) -> dict[str, Any]:
    """One record with a text per official label, table borders lost."""
    return {
        "ma_thu_tuc": "1.002693",
        "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe",
        "ten_thu_tuc": "Cấp giấy phép chặt hạ, dịch chuyển cây xanh",
        "so_quyet_dinh": "1813/QĐ-BXD",
        "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
        "loai_thu_tuc": "TTHC được giao luật quy định chi tiết",
        "linh_vuc": "Hạ tầng kỹ thuật",
        "doi_tuong_thuc_hien": "Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân Việt Nam",
        "trinh_tu_thuc_hien": "- Bước 1: Nộp hồ sơ.\n- Bước 2: Cơ quan xem xét.",
        "cach_thuc_thuc_hien": HEAD + "Trực tiếp10 Ngày làm việcMiễn phíTrực tuyến10 Ngày làm việcMiễn phí",
        "thanh_phan_ho_so": "--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị;Mẫu số 01.docx1 bản chínhẢnh chụp hiện trạng0 bản chính,1 bản sao",  # noqa: E501
        "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnVề quản lý công viên, cây xanh258/2025/NĐ-CPLuật Quy hoạch số 47/2024/QH1547/2024/QH15",  # noqa: E501
        "co_quan_thuc_hien": "Không có thông tin",
        "yeu_cau_dieu_kien": "Không",
        "ket_qua_xu_ly": "Giấy phépMã: KQ.H17.000039Từ khóachặt câyMô tảCấp phép chặt cây xanh.Chọn cơ quan thực hiệnTỉnh/ Thành phố",  # noqa: E501
        **changes,
    }


def write_lines(file: Path, objects: list[Any]) -> Path:
    """JSON lines, packed when the name ends in .gz."""
    text = "\n".join(json.dumps(item, ensure_ascii=False) for item in objects) + "\n"
    file.write_bytes(gzip.compress(text.encode()) if file.suffix == ".gz" else text.encode())
    return file


def read_one(source: ModuleType, file: Path, item: Any, **options: Any) -> DraftRecord:
    """The only record that `source` makes of `item`."""
    [record] = source.read(SourceFile(write_lines(file, [item])), Options(**options))
    return record


def load(file: Path) -> dict[str, Any]:
    """A YAML file as the reader sees it."""
    return parse(file.read_text("utf-8"))
