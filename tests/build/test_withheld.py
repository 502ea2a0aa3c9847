"""Procedures with errors are withheld: their page says so, nothing of them is published, the rest is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.audit.run import audit
from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.checks._engine.withholding import Withholding, verdict
from generator.problem import ERROR
from tests.conftest import PROJECT, tthc
from tests.support.rule_samples import DISTRICT, PROCEDURE, SITE, UNIT, change
from tests.support.versions import CHANGED, content

ALLOWED = f"{SITE}giu_lai_toi_da: 4\ndu_lieu_mo: 400\n"
FOLDER = "procedures/ho-tich"
SECRET = "HAVALUE"  # in every invalid text


def record(code: str, name: str, changes: dict[str, str]) -> str:
    head = {"1.001193": code, "ten_thu_tuc: Đăng ký khai sinh": f"ten_thu_tuc: {name}"}
    return change(PROCEDURE, head | changes)


INVALID = {
    # a value of a closed list, a number, a text, a reference to nothing
    "muc_do_truc_tuyen: toàn trình": f"muc_do_truc_tuyen: {SECRET}",
    "muc_thu: 8000": f"muc_thu: {SECRET}1",
    "co_quan_thuc_hien: UBND cấp xã": f"co_quan_thuc_hien: {SECRET}  <script>",
    "- so_ky_hieu: 123/2015/NĐ-CP": f"- so_ky_hieu: 99/2015/{SECRET}",
}
BAD = {
    f"{FOLDER}/1.001194.yml": record("1.001194", "Đăng ký khai tử", INVALID),
    # the name itself and the field are not valid
    f"{FOLDER}/1.001195.yml": record(
        "1.001195", f'"{SECRET}\u200b đăng ký kết hôn"', {"linh_vuc: Hộ tịch": f"linh_vuc: Lĩnh vực {SECRET}"}
    ),
    # no YAML
    f"{FOLDER}/1.001196.yml": f'ma_thu_tuc: "1.001196"\nten_thu_tuc: [{SECRET}\n',
    # the record is right, its version is not
    f"{FOLDER}/1.001197.yml": record("1.001197", "Đăng ký giám hộ", {}),
    f"{FOLDER}/1.001197@2025-07-01.yml": change(
        CHANGED, {"1.001193": "1.001197", "công xã": f"công xã\nmuc_do_truc_tuyen: {SECRET}"}
    ),
}


def files(more: dict[str, str] | None = None) -> dict[str, str]:
    return content({"site.yml": ALLOWED, "units/tu-ky.yml": DISTRICT, "units/an-thanh.yml": UNIT, **(more or {})})


def write(folder: Path, more: dict[str, str]) -> Path:
    for path, text in files(more).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def judged(folder: Path) -> tuple[Withholding, SiteBuilder]:
    builder = SiteBuilder(
        folder,
        folder.parent / "site",
        [str(PROJECT / "theme")],
        SiteOptions(search=False, withhold=True),
        cache=folder.parent / ".cache",
    )
    problems = builder.check()
    assert builder.read is not None
    return verdict(builder.read.store, problems), builder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("withheld") / "content", BAD)
    found, builder = judged(folder)
    assert found.publishable and found.limit == 4
    assert sorted(found.faults) == ["1.001194", "1.001195", "1.001196", "1.001197"]
    builder.abandon()
    done = tthc("build", "--content", folder, "--out", folder.parent / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 thủ tục còn" in done.stdout and f"content/{FOLDER}/1.001196.yml" in done.stdout
    return folder.parent / "site"


def text(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def test_no_invalid_value_is_in_any_output(site: Path) -> None:
    published = [file for file in site.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]
    assert published == []


def test_its_stable_name_leads_to_its_page(site: Path) -> None:
    for code in ("1.001193", "1.001194", "1.001196"):
        assert f'href="../../../thu-tuc/{code.replace(".", "-")}/"' in text(site, f"id/thu-tuc/{code}/index.html")


def test_its_page_says_so_and_leads_to_the_national_portal(site: Path) -> None:
    page = text(site, "thu-tuc/1-001194/index.html")
    assert "Đăng ký khai tử</h1>" in page and "Đang hoàn thiện" in page
    assert "https://dichvucong.gov.vn/tim-kiem?keyword=1.001194" in page
    assert "Nộp hồ sơ tại Bộ phận Một cửa" not in page  # nor what is right of its text
    for code in ("1-001195", "1-001196"):  # no valid name: the code
        assert f"Thủ tục {code.replace('-', '.', 1)}</h1>" in text(site, f"thu-tuc/{code}/index.html")
    assert "Đăng ký giám hộ</h1>" in text(site, "thu-tuc/1-001197/index.html")


def test_lists_name_it_apart_and_the_quality_page_counts_it(site: Path) -> None:
    field = text(site, "linh-vuc/ho-tich/index.html")
    assert 'data-code="1.001193"' in field and 'data-code="1.001194"' not in field
    assert "2 thủ tục đang hoàn thiện" in field and "Đăng ký khai tử</a>" in field
    quality = text(site, "chat-luong/index.html")
    assert "4 thủ tục đang hoàn thiện" in quality and "Đang có hiệu lực nhưng chưa đăng: 4" in quality


def test_open_data_has_the_others_alone(site: Path) -> None:
    rows = [file for file in site.rglob("*.jsonl") if "thu-tuc" in file.name]
    assert rows and all("1.001194" not in file.read_text("utf-8") for file in rows)
    assert any("1.001193" in file.read_text("utf-8") for file in rows)


def test_it_is_found_by_its_name_without_a_fact(site: Path) -> None:
    details = "".join(file.read_text("utf-8") for file in (site / "tim-kiem").glob("chi-tiet.*.json"))
    assert "Đang hoàn thiện, xem trên Cổng Dịch vụ công quốc gia" in details


def test_the_site_passes_the_audit(site: Path) -> None:
    names = ("thu-tuc/", "linh-vuc/", "chat-luong/")
    wrong = [one for one in audit(site) if one.severity == ERROR and one.path.removeprefix("site/").startswith(names)]
    assert wrong == []


def test_a_mended_record_is_published_by_the_next_build(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", BAD)
    judged(folder)[1].write()
    (folder / f"{FOLDER}/1.001194.yml").write_text(record("1.001194", "Đăng ký khai tử", {}), "utf-8")
    judged(folder)[1].write()
    assert "Nộp hồ sơ tại Bộ phận Một cửa" in text(tmp_path, "site/thu-tuc/1-001194/index.html")
    assert 'data-code="1.001194"' in text(tmp_path, "site/linh-vuc/ho-tich/index.html")
    assert "3 thủ tục đang hoàn thiện" in text(tmp_path, "site/chat-luong/index.html")


@pytest.mark.parametrize(
    ("more", "limit", "rule"),
    [
        pytest.param({}, 3, "", id="more than are allowed"),
        pytest.param({}, 0, "", id="none is allowed"),
        pytest.param({"units/an-thanh.yml": UNIT.replace("loai: xã", "loai: xóm")}, 9, "units/", id="a unit"),
        pytest.param({"laws/120.yml": "so_ky_hieu: [\n"}, 9, "laws/", id="a law"),
        pytest.param({f"{FOLDER}/khac.yml": PROCEDURE}, 9, "TT-025", id="the same code twice"),
        pytest.param({f"{FOLDER}/1.001198.yml.txt": "x"}, 9, "TT-009", id="a file in the wrong place"),
    ],
)
def test_what_stops_everything(tmp_path: Path, more: dict[str, str], limit: int, rule: str) -> None:
    allowed = {"site.yml": ALLOWED.replace("toi_da: 4", f"toi_da: {limit}")}
    found, builder = judged(write(tmp_path / "content", {**BAD, **allowed, **more}))
    builder.abandon()
    assert not found.publishable
    assert not rule or any(rule in f"{problem.path} {problem.id}" for problem in found.stopping)


def test_check_lists_them_and_says_that_the_site_can_be_built(tmp_path: Path) -> None:
    folder = write(tmp_path / "content", BAD)
    done = tthc("check", "--content", folder, "--format", "summary")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 thủ tục còn" in done.stdout and f"content/{FOLDER}/1.001194.yml" in done.stdout
    one = tthc("check", "--content", folder, folder / f"{FOLDER}/1.001194.yml")
    assert one.returncode == 1  # who checks a file wants to know
    (folder / "site.yml").write_text(ALLOWED.replace("toi_da: 4", "toi_da: 3"), "utf-8")
    more = tthc("check", "--content", folder, "--format", "summary")
    assert more.returncode == 1 and "nhiều hơn 3 thủ tục được giữ lại" in more.stdout
    refused = tthc("build", "--content", folder, "--out", tmp_path / "site")
    assert refused.returncode == 1 and "nhiều hơn 3 thủ tục được giữ lại" in refused.stderr
    assert not (tmp_path / "site").exists()
