"""JSON: complete, sure about what is not sure, and valid against the published schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.schema.data_sets import DATA_SETS
from tests.conftest import PROJECT
from tests.outputs.open_data.conftest import fresh_catalogue
from tests.support.real_content import real_catalogue

pytestmark = pytest.mark.slow

V1 = "du-lieu/v1/"


def lines(data: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data[f"{V1}{name}.jsonl"].splitlines()]


def validated(description: dict[str, Any]) -> None:
    """Raises where it is not what the standard says."""
    from openapi_spec_validator import validate  # half a second: every worker collects every file

    validate(description)


@pytest.mark.parametrize("data_set", DATA_SETS, ids=lambda data_set: data_set.name)
def test_every_document_is_valid_and_a_spoilt_one_is_not(data: dict[str, bytes], data_set: Any) -> None:
    schema = json.loads(data[f"{V1}schema/{data_set.name}.json"])
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    documents = lines(data, data_set.name)
    assert documents
    assert [error.message for document in documents for error in validator.iter_errors(document)] == []
    for key in ("id", "ten", "ban_ghi"):
        assert not validator.is_valid({name: value for name, value in documents[0].items() if name != key})


def test_the_list_the_lines_and_the_single_files_say_the_same(data: dict[str, bytes]) -> None:
    documents = lines(data, "thu-tuc")
    whole = json.loads(data[f"{V1}thu-tuc.json"])
    assert whole["ban_ghi"] == documents and whole["so_ban_ghi"] == len(documents)
    for document in documents:
        assert json.loads(data[f"{V1}thu-tuc/{document['ma']}.json"]) == document


def test_every_field_of_every_record_is_there() -> None:
    """Each value an editor wrote is in the document, except the marks of the editors' own work."""
    from generator.outputs.open_data.documents import documents
    from generator.outputs.open_data.records import EDITORIAL
    from generator.schema.record import Record, is_blank, walk

    catalogue = real_catalogue()
    by_code = {made["ma"]: made["ban_ghi"] for made in documents(DATA_SETS[0], catalogue)}
    for code, view in catalogue.procedures.items():
        for path, _, value in walk(view.load()):
            if is_blank(value) or path[0] in EDITORIAL or isinstance(value, (Record, list)):
                continue
            found: Any = by_code[code]
            for step in path:
                found = found[step]
            assert str(found) == str(value), (code, path)


def test_doubt_stands_beside_the_facts(data: dict[str, bytes]) -> None:
    document = next(made for made in lines(data, "thu-tuc") if made["ma"] == "2.000635")
    rows = {row["phan"]: row for row in document["cho_xac_nhan"]}
    fee, decision = rows["phi_le_phi"], rows["quyet_dinh_cong_bo"]
    assert fee["ten"] == "Phí, lệ phí" and fee["hoi_lai_truoc_khi_di"] and fee["xem_lan_cuoi"] == "2026-11-26"
    assert fee["vi_sao"].endswith(".") and fee["nguon"].startswith("https://dichvucong.gov.vn/")
    assert not decision["hoi_lai_truoc_khi_di"] and "vi_sao" not in decision
    assert document["hoi_lai"].startswith("Hỏi lại trước khi đi: ") and "phí" in document["hoi_lai"]
    assert document["doi_chieu"]["trang_thai"] == "chờ đối chiếu" and document["tinh_den_ngay"] == "2023-12-31"


def test_every_address_inside_the_data_is_published(data: dict[str, bytes], real_site: Any) -> None:
    base = "https://tthc.tuky.haiduong.gov.vn/"
    for name in ("thu-tuc", "don-vi", "van-ban", "linh-vuc", "huong-dan"):
        for document in lines(data, name):
            page = document.get("trang", base)
            assert (real_site / page.removeprefix(base) / "index.html").is_file(), page
            named = [document["id"], *document.get("can_cu", ()), *document.get("thay_the_boi", ())]
            for address in named:
                from urllib.parse import unquote

                assert f"{unquote(address.removeprefix(base))}/index.html" in data, address


def test_openapi_is_valid_and_names_only_published_paths(data: dict[str, bytes]) -> None:
    description = json.loads(data[f"{V1}openapi.json"])
    validated(description)
    for path in description["paths"]:
        if "{ma}" in path:
            folder = path.partition("{")[0].lstrip("/")
            assert any(name.startswith(folder) for name in data)
        else:
            assert path.lstrip("/") in data


def test_above_the_limit_single_files_are_left_out_and_the_rest_stays(limited: Any) -> None:
    made = limited(10)
    assert {name.rpartition(".")[2] for name in made if name.startswith(f"{V1}thu-tuc.")} == {"csv", "jsonl"}
    assert not any(name.startswith(f"{V1}thu-tuc/") for name in made)
    assert "id/thu-tuc/1.001193/index.html" in made  # names go on answering
    description = json.loads(made[f"{V1}openapi.json"])
    validated(description)
    assert all(path.endswith(".jsonl") for path in description["paths"])


def test_a_removed_record_answers_as_a_tombstone(tmp_path: Any) -> None:
    import shutil

    from generator.catalogue.builder import build_catalogue
    from generator.loading.folder import read_folder
    from generator.outputs.open_data.publication import data_files
    from tests.conftest import SMALL

    content = shutil.copytree(SMALL, tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("\ndu_lieu_mo: 100\n")
    (content / "removed.yml").write_text(
        '- bo_du_lieu: thu-tuc\n  ma: "1.999999"\n  ngay: 2023-05-01\n  ly_do: Đăng nhầm mã của cấp tỉnh.\n'
        '  thay_the_boi: ["1.001193"]\n'
    )
    store = read_folder(content)
    assert [problem for problem in store.problems if "removed" in problem.path] == []
    made = dict(data_files(build_catalogue(store, store.effective_date(), [])))
    tombstone = json.loads(made[f"{V1}thu-tuc/1.999999.json"])
    assert tombstone["da_go"] is True and tombstone["ngay"] == "2023-05-01"
    assert tombstone["thay_the_boi"][0].endswith("/id/thu-tuc/1.001193")
    page = made["id/thu-tuc/1.999999/index.html"].decode()
    assert "đã gỡ ngày 01/05/2023" in page and "Đăng nhầm mã của cấp tỉnh." in page and "refresh" not in page
    assert f'href="{tombstone["thay_the_boi"][0]}"' in page


def test_the_same_content_gives_the_same_bytes(data: dict[str, bytes]) -> None:
    from generator.outputs.open_data.publication import data_files

    assert dict(data_files(fresh_catalogue())) == data


def test_nothing_of_the_publishers_machines_is_published(data: dict[str, bytes]) -> None:
    text = b"".join(data.values()).decode("utf-8", "replace")
    for key in ("noi_dang", "khoa_ky", "nguoi_ky", "bo_qua_kiem_tra"):
        assert f'"{key}"' not in text
    assert (PROJECT / "content" / "site.yml").is_file()
