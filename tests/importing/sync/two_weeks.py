"""Records of the national API and their sync with a content folder, one week and the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.importing.destination import ContentFolder
from generator.importing.draft_record import Options, SourceFile
from generator.importing.sources.national_api import source
from generator.importing.sync.plan import SyncOptions, plan_sync
from generator.importing.sync.sync_plan import SyncPlan
from generator.io.transaction import write_all
from generator.loading.folder import read_folder
from tests.support.import_samples import answer, write_lines

DAY = dt.date(2026, 6, 1)

Change = Callable[[dict[str, Any]], None]


def base(code: str) -> dict[str, Any]:
    """A record with three papers and two channels."""
    made = answer(code=code, codeNotation=code, name=f"Cấp giấy mẫu {code}")
    papers = made["data"]["executionCases"][0]["profileComponents"]
    papers += [paper("Giấy chứng sinh"), paper("Sổ hộ khẩu của người đề nghị")]
    return made


def paper(name: str, originals: int = 1) -> dict[str, Any]:
    return {"name": name, "code": "KQ", "originalQty": originals, "copyQty": 0, "attachments": []}


def papers(data: dict[str, Any]) -> list[dict[str, Any]]:
    return data["executionCases"][0]["profileComponents"]


def names(record: dict[str, Any]) -> list[str]:
    return [item["ten_giay_to"] for item in record["thanh_phan_ho_so"]["giay_to_chung"]]


def read(tmp_path: Path, items: list[dict[str, Any]], name: str) -> list[Any]:
    return list(source.read(SourceFile(write_lines(tmp_path / name, items)), Options()))


def synced(content: Path, records: list[Any], write: bool = True, **options: Any) -> SyncPlan:
    target = ContentFolder.at(content)
    plan = plan_sync(read_folder(content), records, "national-api", target, DAY, SyncOptions(**options))
    if write and plan.texts:
        write_all(content, plan.texts)
    return plan
