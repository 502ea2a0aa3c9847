"""Kinds of change at the source, and what a record that nobody edited must then hold."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.importing.sync.two_weeks import Change, names, paper, papers


def put(key: str, value: Any) -> Change:
    return lambda data: data.update({key: value})


def channels(**changes: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        for channel in data["executionMethods"]:
            channel.update(changes)

    return change


def fees(**changes: Any) -> Change:
    return lambda data: (
        [fee.update(changes) for channel in data["executionMethods"] for fee in channel["fees"]] and None
    )


# name: (change at the source, what the record must then hold)
SOURCE: dict[str, tuple[Change, Callable[[dict[str, Any]], bool]]] = {
    "limit number": (channels(processingTime=5), lambda r: r["thoi_han_giai_quyet"]["so"] == "5"),
    "limit unit": (channels(processingTimeUnit="DAY"), lambda r: r["thoi_han_giai_quyet"]["don_vi"] == "ngày"),
    "limit per channel": (lambda d: d["executionMethods"][1].update(processingTime=2),
                          lambda r: [c["thoi_han_giai_quyet"]["so"] for c in r["cach_thuc_thuc_hien"]] == ["3", "2"]
                          and "thoi_han_giai_quyet" not in r),
    "fee amount": (fees(value=15000), lambda r: r["phi_le_phi"][0]["muc_thu"] == "15000"),
    "fee by council": (fees(value=0, description="Do Hội đồng nhân dân tỉnh quy định"),
                       lambda r: r["phi_le_phi"][0]["muc_thu"] == "HĐND tỉnh quy định"),
    "fee kind": (fees(type="FEE"), lambda r: r["phi_le_phi"][0]["loai"] == "phí"),
    "fee no longer free": (fees(value=0, description="Miễn phí"), lambda r: r["phi_le_phi"] == "không"),
    "fee exemption": (fees(description="Miễn cho hộ nghèo"), lambda r: "hộ nghèo" in r["phi_le_phi"][0]["ly_do"]),
    "paper added": (lambda d: papers(d).append(paper("Ảnh 4x6")), lambda r: "Ảnh 4x6" in names(r)),
    "paper removed": (lambda d: papers(d).pop(1) and None, lambda r: "Giấy chứng sinh" not in names(r)),
    "paper count": (lambda d: papers(d)[1].update(originalQty=2),
                    lambda r: r["thanh_phan_ho_so"]["giay_to_chung"][1]["ban_chinh"] == "2"),
    "paper renamed": (lambda d: papers(d)[1].update(name="Giấy chứng sinh điện tử"), lambda r: "Giấy chứng sinh điện tử" in names(r)),  # noqa: E501
    "papers in another order": (lambda d: papers(d).reverse(), lambda r: names(r)[0].startswith("Sổ hộ khẩu")),
    "form replaced": (lambda d: papers(d)[0]["attachments"][0].update(fileName="Mẫu 02.docx"),
                      lambda r: r["bieu_mau"][0]["ten"] == "Mẫu 02"),
    "case added": (lambda d: d["executionCases"].append({"name": "Trường hợp ủy quyền", "profileComponents": [paper("Giấy ủy quyền")]}),  # noqa: E501
                   lambda r: r["thanh_phan_ho_so"]["truong_hop"][0]["ten"] == "Trường hợp ủy quyền"),
    "channel added": (lambda d: d["executionMethods"].append({**copy.deepcopy(d["executionMethods"][0]), "submissionMethod": "POSTAL"}),  # noqa: E501
                      lambda r: len(r["cach_thuc_thuc_hien"]) == 3),
    "channel removed": (lambda d: d["executionMethods"].pop() and None, lambda r: len(r["cach_thuc_thuc_hien"]) == 1),
    "channel note": (lambda d: d["executionMethods"][0].update(description="Nộp tại Trung tâm."),
                     lambda r: r["cach_thuc_thuc_hien"][0]["mo_ta"] == "Nộp tại Trung tâm."),
    "step reworded": (lambda d: d["executionSteps"][1].update(description="Công chức thẩm tra."),
                      lambda r: r["trinh_tu_thuc_hien"][1]["noi_dung"] == "Công chức thẩm tra."),
    "step added": (lambda d: d["executionSteps"].append({"name": "Bước 3:", "description": "Người dân nhận kết quả."}),
                   lambda r: len(r["trinh_tu_thuc_hien"]) == 3),
    "step removed": (lambda d: d["executionSteps"].pop() and None, lambda r: len(r["trinh_tu_thuc_hien"]) == 1),
    "law added": (lambda d: d["legalBasisesDetails"].append({"code": "66.7/2025/NQ-CP", "name": "Nghị quyết"}),
                  lambda r: r["can_cu_phap_ly"][-1]["so_ky_hieu"] == "66.7/2025/NQ-CP"),
    "law replaced": (put("legalBasisesDetails", [{"code": "61/2024/QH15", "name": "Luật"}]),
                     lambda r: r["can_cu_phap_ly"] == [{"so_ky_hieu": "61/2024/QH15"}]),
    "result replaced": (put("resultsDetails", [{"name": "Trích lục"}]), lambda r: r["ket_qua_thuc_hien"][0]["ten"] == "Trích lục"),  # noqa: E501
    "result added": (lambda d: d["resultsDetails"].append({"name": "Trích lục"}), lambda r: len(r["ket_qua_thuc_hien"]) == 2),  # noqa: E501
    "audience": (lambda d: d["subjectTypesDetails"].append({"name": "Tổ chức"}), lambda r: "Tổ chức" in r["doi_tuong_thuc_hien"]),  # noqa: E501
    "agency": (put("unitGroupsExecuting", [{"name": "Trung tâm Phục vụ hành chính công"}]),
               lambda r: r["co_quan_thuc_hien"].startswith("Trung tâm")),
    "name": (lambda d: d.update(name=d["name"] + " sửa"), lambda r: r["ten_thu_tuc"].endswith("sửa")),
    "field": (put("category", {"name": "Chứng thực"}), lambda r: r["linh_vuc"] == "Chứng thực"),
    "decision": (lambda d: d["procedureProposal"].update(proposalNumber="999/QĐ-BTP"),
                 lambda r: r["quyet_dinh_cong_bo"]["so"] == "999/QĐ-BTP"),
    "decision date": (lambda d: d["procedureProposal"].update(decisionDate=1778691600000),
                      lambda r: r["quyet_dinh_cong_bo"]["ngay"] == "2026-05-14"),
    "level": (put("isProvince", True), lambda r: r["cap_thuc_hien"] == ["cấp tỉnh", "cấp xã"]),
    "conditions": (put("requirementsAndConditions", "Từ đủ 18 tuổi."), lambda r: r["yeu_cau_dieu_kien"] == ["Từ đủ 18 tuổi."]),  # noqa: E501
    "online": (put("isFullProcess", True), lambda r: r["muc_do_truc_tuyen"] == "toàn trình"),
    "territory": (put("isNonTerritorial", False), lambda r: r["khong_phu_thuoc_dia_gioi"] == "false"),
    "keywords": (put("keywords", "giấy mẫu"), lambda r: r["tu_khoa"] == ["giấy mẫu"]),
    "place": (put("dossierReceivingAddresses", "Số 1 đường Mẫu"), lambda r: r["dia_chi_tiep_nhan_ho_so"] == "Số 1 đường Mẫu"),  # noqa: E501
}  # fmt: skip
