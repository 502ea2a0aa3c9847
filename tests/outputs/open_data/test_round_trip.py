"""The workbook that we publish can be read back: the sheets of papers, steps and documents are joined by code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.importing.draft_record import Options, SourceFile
from generator.importing.registry import sources

V1 = "du-lieu/v1/"
KEYS = ("ten_giay_to", "nop_hay_xuat_trinh", "ban_chinh", "ban_sao")


def test_what_the_workbook_says_of_papers_steps_and_documents_comes_back(
    data: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "thu-tuc.xlsx").write_bytes(data[f"{V1}thu-tuc.xlsx"])
    published = {one["ma"]: one["ban_ghi"] for one in map(json.loads, data[f"{V1}thu-tuc.jsonl"].splitlines())}
    read = list(sources()["decision-list"].read(SourceFile(tmp_path / "thu-tuc.xlsx"), Options()))
    assert {record.code for record in read} == set(published) and len(read) == len(published)
    for record in read:
        ours = published[record.code]
        assert record.data["ten_thu_tuc"] == ours["ten_thu_tuc"]
        assert steps(record.data) == steps(ours), record.code
        assert papers(record.data) == papers(ours), record.code
        cited = {base["so_ky_hieu"]: base.get("dieu_khoan") for base in record.data.get("can_cu_phap_ly", [])}
        for base in ours["can_cu_phap_ly"]:
            if base["so_ky_hieu"] in cited:
                assert cited[base["so_ky_hieu"]] == base.get("dieu_khoan"), record.code
            else:  # a number of another form: kept in the notes, for the editor
                assert base["so_ky_hieu"] in "\n".join(record.notes), record.code


def steps(record: dict[str, Any]) -> list[tuple[str, str]]:
    return [(step["nguoi_thuc_hien"], one_line(step["noi_dung"])) for step in record.get("trinh_tu_thuc_hien", [])]


def papers(record: dict[str, Any]) -> list[tuple[object, ...]]:
    """Case, name, whether it is kept, numbers of originals and copies, note."""
    dossier = record.get("thanh_phan_ho_so", {})
    groups = [("", dossier.get("giay_to_chung", []))]
    groups += [(case["ten"], case.get("giay_to", [])) for case in dossier.get("truong_hop", [])]
    return [
        (case, *(one[key] for key in KEYS), one_line(one.get("ghi_chu", ""))) for case, found in groups for one in found
    ]


def one_line(text: str) -> str:
    return " ".join(text.split())
