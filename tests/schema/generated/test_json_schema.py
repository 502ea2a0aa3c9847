"""The schema says what the reader says: good records pass, mistyped ones fail."""

import json
import re

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.loading.front_matter import split
from generator.schema.generated.json_schema import json_schema
from generator.schema.kinds import BY_NAME, KINDS
from tests.support.rule_samples import PROCEDURE, SAMPLES, change


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors' programs read it: dates and times stay text, only true and false are booleans."""


CoreLoader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp) for tag, regexp in found if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def faults(kind: str, text: str) -> list[str]:
    if BY_NAME[kind].markdown:
        text = split(text)[0]
    data = yaml.load(text, CoreLoader)  # noqa: S506 - a SafeLoader
    return sorted(
        ".".join(map(str, error.path)) or error.validator
        for error in Draft7Validator(json_schema(BY_NAME[kind])).iter_errors(data)
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_a_schema(kind) -> None:
    Draft7Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_samples_follow_it(kind: str) -> None:
    assert faults(kind, SAMPLES[kind]) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('"1.001193"', "1.001193", "ma_thu_tuc"),
        ("tu: 2016-01-01", "tu: 1/1/2016", "hieu_luc.tu"),
        ("hinh_thuc_nop: trực tuyến", "hinh_thuc_nop: tại nhà", "cach_thuc_thuc_hien.1.hinh_thuc_nop"),
        ("muc_thu: 8000", "muc_thu: tám nghìn", "phi_le_phi"),
        ("linh_vuc:", "linhvuc:", "additionalProperties"),
        ("mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh.\n", "", "required"),
    ],
)
def test_what_is_mistyped_is_a_fault(old: str, new: str, where: str) -> None:
    assert where in faults("procedure", change(PROCEDURE, {old: new}))


def test_an_abolished_procedure_is_asked_for_little() -> None:
    stone = (
        'ma_thu_tuc: "1.001193"\nten_thu_tuc: a\nlinh_vuc: b\nbai_bo:\n  van_ban: 1/2020/NĐ-CP\n  ngay: 2020-01-01\n'
    )
    assert faults("procedure", stone) == []
    assert faults("procedure", stone.replace("ten_thu_tuc: a\n", "")) == ["required"]


def test_everything_an_editor_sees_is_vietnamese() -> None:
    shown = json.dumps(json_schema(BY_NAME["procedure"]), ensure_ascii=False)
    assert "One " not in shown and '"default"' not in shown and '"null"' not in shown
    name = json_schema(BY_NAME["procedure"])["properties"]["ten_thu_tuc"]
    assert name["title"] == "Tên thủ tục" and "Căn cứ: NĐ 63/2010 Đ8 k2 a" in name["markdownDescription"]
