"""The pages of a plan that has everything: each register has its list and its pages, each agency its own, nothing is
made up."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import tthc
from tests.support.plan_content import second_year, whole_plan


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan-site")
    content = whole_plan(folder)
    second_year(content)
    done = tthc("build", "--content", content, "--out", folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def text(site: Path, url: str) -> str:
    """The words of a page's middle part."""
    page = (site / url / "index.html").read_text("utf-8")
    middle = page[page.index("<main") : page.index("</main>")]
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", middle)).split())
    return re.sub(r" (?=[,.):;])|(?<=\() ", "", words)


def test_links_and_parts_are_whole(site: Path) -> None:
    done = tthc("audit", site)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ke-hoach/2023/van-ban/", "Công văn 10/CV-UBND Đôn đốc rà soát"),
        ("ke-hoach/2023/van-ban/cv-09/", "Được thay bằng Công văn 10/CV-UBND"),
        ("ke-hoach/2023/ra-soat/", "Đã kiến nghị (15/06/2023) Sửa đổi, bổ sung 3.000.000 đồng (50%)"),
        ("ke-hoach/2023/ra-soat/khai-sinh/", "60.000 đồng một lần × 1 lần × 100 đối tượng = 6.000.000 đồng một năm"),
        ("ke-hoach/2023/tap-huan/", "Tập huấn nghiệp vụ 10/04/2023 đến 11/04/2023"),
        ("ke-hoach/2023/tap-huan/tap-huan/", "Đơn vị tham gia Xã An Thanh"),
        ("ke-hoach/2023/kiem-tra/kiem-tra/", "Làm đúng. (20/04/2023)"),
        ("ke-hoach/2023/mot-cua/", "Quý III/2023 35 10 (33,3%) 25 4 1"),
        ("ke-hoach/2023/mot-cua/quy-2/", "Xã An Thanh 10 20 5 35 25 4 1 5 33,3% 96,6%"),
        ("ke-hoach/2023/ra-soat/", "Cộng tiết kiệm một năm (các thủ tục đã có số liệu) 3.000.000 đồng"),
        ("ke-hoach/2023/cong-khai/", "Không còn lỗi"),
        ("ke-hoach/2023/cong-khai/", "Đang có hiệu lực nhưng chưa đăng 0"),
        ("ke-hoach/2023/truc-tuyen/", "30% (30/100), tính đến 14/06/2023 – chưa đạt"),
        ("ke-hoach/2023/phan-anh/", "Xã An Thanh 1 3 4 3 1 2"),
        ("ke-hoach/2023/phan-anh/gio/", "Đã sửa thông báo."),
        ("ke-hoach/2023/truyen-thong/", "Chưa có chuyên mục, tin, bài nào được ghi."),
        ("ke-hoach/2023/lich/", "Tháng 6/2023 17/06/2023"),
        ("quy-trinh/1-001193/", "Thời hạn 1 ngày làm việc"),
        ("ke-hoach/", "2023 và 2024"),
        ("ke-hoach/so-sanh/2023-2024/", "Như năm trước, chỉ khác năm."),
    ],
)
def test_every_area_has_its_page(site: Path, url: str, said: str) -> None:
    assert said in text(site, url)


def test_a_task_shows_its_states_and_what_came_of_it(site: Path) -> None:
    found = text(site, "ke-hoach/2023/nhiem-vu/2/")
    assert "Trạng thái Đã hoàn thành (28/06/2023)" in found
    assert found.index("04/05/2023: đang thực hiện") < found.index("28/06/2023: đã hoàn thành")
    assert "Báo cáo tổng hợp kết quả" in found and "tạm dừng" not in found


def test_charts_are_drawn_without_script_or_style(site: Path) -> None:
    page = (site / "ke-hoach/2023/mot-cua/quy-2/index.html").read_text("utf-8")
    assert page.count('<svg class="tthc-chart" role="img" aria-label=') == 2
    assert " style=" not in page and "<style" not in page


def test_the_bars_are_as_long_as_the_figures_say(site: Path) -> None:
    page = (site / "ke-hoach/2023/mot-cua/quy-2/index.html").read_text("utf-8")
    drawn = [
        (part, float(width))
        for part, width in re.findall(r'class="tthc-chart__part-(\d)" x="[\d.]+" y="52" width="([\d.]+)"', page)
    ]
    # 25 early, 4 on time, 1 late over 360 units; then 10 online, 20 at the counter
    assert drawn == [("0", 300.0), ("1", 48.0), ("2", 12.0), ("0", 120.0), ("1", 240.0)]


def test_samples_are_marked_and_found_by_no_search(site: Path) -> None:
    page = (site / "ke-hoach/2023/mot-cua/mau/index.html").read_text("utf-8")
    assert "Dữ liệu mẫu." in page and 'content="noindex"' in page
    assert "mot-cua/mau/" not in (site / "sitemap.xml").read_text("utf-8")
    assert "mot-cua/quy-2/" in (site / "sitemap.xml").read_text("utf-8")
    assert "Kỳ mẫu" not in (site / "ke-hoach/2023/atom.xml").read_text("utf-8")


def test_a_draft_is_marked_and_kept_out_of_the_way(site: Path) -> None:
    assert "Bản nháp." in text(site, "ke-hoach/2024/")
    assert "ke-hoach/2024/" not in (site / "sitemap.xml").read_text("utf-8")
    assert not (site / "ke-hoach/2024/atom.xml").exists()
    assert "[Bản nháp] Hạn báo cáo Quý I/2024" in (site / "ke-hoach/2024/lich.ics").read_text("utf-8")
    assert "Kế hoạch 2023" in (site / "index.html").read_text("utf-8")
    assert "ke-hoach/2024" not in (site / "index.html").read_text("utf-8")


def test_days_left_are_never_baked_in(site: Path) -> None:
    for file in (site / "ke-hoach").rglob("*.html"):
        page = file.read_text("utf-8")
        assert not re.search(r"còn \d+ ngày", page), file
        assert all(not inside for inside in re.findall(r"data-days-to=\"[\d-]+\">([^<]*)</span>", page)), file


def test_the_feed_tells_what_is_new_newest_first(site: Path) -> None:
    feed = (site / "ke-hoach/2023/atom.xml").read_text("utf-8")
    days = re.findall(r"<entry>.*?<updated>([\d-]+)T", feed)
    assert days == sorted(days, reverse=True) and len(days) == 13
    assert "Nhiệm vụ 2 đã hoàn thành" in feed and "tạm dừng" not in feed


@pytest.mark.parametrize(
    ("area", "titles"),
    [
        ("van-ban", ["Công văn 10/CV-UBND", "Công văn 09/CV-UBND"]),
        ("tap-huan", ["Tập huấn nghiệp vụ"]),
        ("mot-cua", ["Kết quả giải quyết hồ sơ Quý III/2023", "Kết quả giải quyết hồ sơ Quý II/2023"]),
        ("truc-tuyen", ["Số liệu chỉ tiêu: Hồ sơ trực tuyến"]),
        ("phan-anh", ["Số liệu phản ánh, kiến nghị Quý II/2023", "Giờ tiếp nhận ghi chưa đúng"]),
        ("truyen-thong", []),
    ],
)
def test_each_area_has_its_own_feed(site: Path, area: str, titles: list[str]) -> None:
    feed = (site / f"ke-hoach/2023/{area}/atom.xml").read_text("utf-8")
    assert re.findall(r"<entry><title>([^<]*)", feed) == titles
    assert f'ke-hoach/2023/{area}/atom.xml"' in (site / f"ke-hoach/2023/{area}/index.html").read_text("utf-8")


def test_every_agency_is_one_click_from_home(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    pages = sorted(file.parent.name for file in (site / "ke-hoach/2023/co-quan").glob("*/index.html"))
    assert len(pages) == 6  # two offices, two groups, two communes
    assert all(f"ke-hoach/2023/co-quan/{name}/" in home for name in pages)


def test_a_commune_has_the_tasks_of_its_group(site: Path) -> None:
    found = text(site, "ke-hoach/2023/co-quan/ubnd-an-thanh/")
    assert "Việc của UBND xã An Thanh" in found
    assert "Với tư cách thuộc nhóm: UBND các xã, thị trấn" in found
    assert "Gửi báo cáo quý, năm về UBND huyện" in found
    assert "Kiểm tra xã An Thanh" in found
    assert "Kiểm tra xã An Thanh" not in text(site, "ke-hoach/2023/co-quan/ubnd-thi-tran-tu-ky/")


def test_what_all_tasks_share_is_said_once(site: Path) -> None:
    """Of the plan of 2024 no state has been recorded; of that of 2023 one task is done, and each line says its own."""
    for url, number in (("tien-do/", 11), ("tien-do/thang-1/", 10), ("co-quan/ubnd-an-thanh/", 10)):
        found = text(site, f"ke-hoach/2024/{url}")
        assert found.count(f"Trạng thái của cả {number} việc: chưa có ghi nhận.") == 1, url
        assert "Trạng thái:" not in found, url
    listed = text(site, "ke-hoach/2024/tien-do/trang-thai/chua-co-ghi-nhan/")
    assert listed.count("chưa có ghi nhận") == 1 and "Trạng thái:" not in listed  # the title says it
    task = text(site, "ke-hoach/2024/nhiem-vu/1/")
    assert "Chưa có ghi nhận nào về tiến độ." in task and "Trạng thái" not in task
    for year in (2023, 2024):
        duties = text(site, f"ke-hoach/{year}/co-quan/ubnd-an-thanh/")
        assert duties.count("Với tư cách thuộc nhóm: UBND các xã, thị trấn") == 1, year
    mixed = text(site, "ke-hoach/2023/tien-do/")
    assert "Trạng thái của cả" not in mixed and "Trạng thái: đã hoàn thành" in mixed
    assert mixed.count("Trạng thái: chưa có ghi nhận") > 1


def test_without_a_script_the_choices_are_links(site: Path) -> None:
    page = (site / "ke-hoach/2023/tien-do/index.html").read_text("utf-8")
    for url in ("thang-6/", "trang-thai/da-hoan-thanh/", "trang-thai/chua-co-ghi-nhan/"):
        assert f"ke-hoach/2023/tien-do/{url}" in page
    done = text(site, "ke-hoach/2023/tien-do/trang-thai/da-hoan-thanh/")
    assert "2. Rà soát, đơn giản hóa" in done and "1. Công tác chỉ đạo" not in done and done.count("Trạng thái:") == 1
    june, july = (text(site, f"ke-hoach/2023/tien-do/thang-{month}/") for month in (6, 7))
    assert "17/06/2023: Hạn báo cáo Quý II/2023" in june and "2. Rà soát, đơn giản hóa" in june and "11. Chế độ" in june
    assert "2. Rà soát, đơn giản hóa" not in july and "11. Chế độ" not in july


def test_form_02_is_filled_from_the_procedure(site: Path) -> None:
    found = text(site, "ke-hoach/2023/ra-soat/khai-sinh/")
    parts = ["Tên thủ tục", "Trình tự thực hiện", "Cách thức thực hiện", "Thành phần, số lượng hồ sơ", "Thời hạn giải quyết", "Đối tượng thực hiện",  # noqa: E501
             "Cơ quan thực hiện", "Phí, lệ phí", "Mẫu đơn, tờ khai", "Yêu cầu, điều kiện", "Kết quả thực hiện"]  # fmt: skip  # noqa: E501
    after = found[found.index("IV. Tính hợp lý") : found.index("V. Chi phí tuân thủ")]
    at = [after.index(part) for part in parts]
    assert at == sorted(at)
    assert "1 bộ" in after and "Trực tiếp" in after and "Chưa có nhận xét" in after


def test_the_steps_of_a_process_are_added_up(site: Path) -> None:
    assert "Cộng các bước 1 ngày làm việc" in text(site, "quy-trinh/1-001193/")


def test_the_year_report_says_which_deadline_goes_with_it(site: Path) -> None:
    assert "Kế hoạch không nêu riêng; số liệu chốt cùng ngày với kỳ Quý IV/2023, hạn 17/12/2023" in text(
        site, "ke-hoach/2023/lich/"
    )


def test_the_overview_carries_what_the_filters_need(site: Path) -> None:
    page = (site / "ke-hoach/2023/tien-do/index.html").read_text("utf-8")
    rows = re.findall(r'data-plan-item data-co-quan="([^"]*)" data-thang="([^"]*)" data-trang-thai="([^"]*)"', page)
    assert len(rows) == 12
    assert rows[0][2] == "chưa có ghi nhận"
    assert rows[1] == (
        "van-phong|phong-tu-phap|nhom-chuyen-mon|nhom-xa|ubnd-an-thanh|ubnd-thi-tran-tu-ky",
        "1|2|3|4|5|6",
        "đã hoàn thành",
    )
    assert rows[10][1] == "3|6|9|12"  # reporting: the months of its deadlines
