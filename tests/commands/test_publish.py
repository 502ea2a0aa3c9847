"""`tthc publish`, `tthc rollback`: what an editor sees, from content to a public address and back."""

from __future__ import annotations

import html
import json
import subprocess
from pathlib import Path

import pytest

from generator.publishing.webservers import nginx as nginx_config
from generator.publishing.webservers.policy import ServerPolicy
from tests.conftest import SMALL, tthc
from tests.publishing.conftest import open_folder, tmp_path  # noqa: F401  (fixtures)
from tests.support.servers import free_port, nginx

pytestmark = pytest.mark.slow

BROTLI = any(Path("/usr/lib/nginx/modules").glob("*brotli_static*"))


PAGE = '<!doctype html>\n<html lang="vi"><head><title>Trang</title></head><body><main><h1>Trang</h1>{}</main></body></html>\n'  # noqa: E501


@pytest.fixture
def site(tmp_path: Path) -> Path:  # noqa: F811
    """A built site of two pages that passes the audit."""
    folder = tmp_path / "site"
    (folder / "thu-tuc").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format('<a href="thu-tuc/">Thủ tục</a>' * 40), "utf-8")
    (folder / "thu-tuc/index.html").write_text(PAGE.format("<p>Đăng ký khai sinh</p>" * 40), "utf-8")
    (folder / "robots.txt").write_text("User-agent: *\nAllow: /\n")
    return folder


def test_from_content_to_a_public_address_and_back(site: Path, open_folder: Path, content: Path) -> None:  # noqa: F811
    root, port = open_folder / "www", free_port()
    root.mkdir()
    root.chmod(0o755)
    with nginx(
        open_folder / "nginx",
        nginx_config.render(ServerPolicy(root=str(root), listen=f"127.0.0.1:{port}"), BROTLI),
        port,  # noqa: E501
    ) as address:
        first = tthc("publish", root, "--content", content, "--site", site, "--url", address)
        assert first.returncode == 0, first.stderr
        assert "Bản công bố đầu tiên." in first.stdout and "mọi trang đúng như bản đăng" in first.stdout
        again = tthc("publish", root, "--content", content, "--site", site, "--url", address)
        assert again.returncode == 0 and "Không có gì mới" in again.stdout
        assert (
            "mọi trang đúng như bản đăng" in again.stdout
        )  # looked at again: the run before may have been cut after the switch
        file = content / "procedures/ho-tich/1.001193.yml"
        file.write_text(
            file.read_text("utf-8").replace("ten_thu_tuc: Đăng ký khai sinh", "ten_thu_tuc: Đăng ký khai sinh lại"),
            "utf-8",
        )
        (site / "robots.txt").write_text("User-agent: *\n")
        second = tthc("publish", root, "--content", content, "--site", site, "--url", address)
        assert second.returncode == 0, second.stderr
        assert "Tên thủ tục: Đăng ký khai sinh → Đăng ký khai sinh lại" in second.stdout
        assert "Đăng ký khai sinh lại" in (root / "current/cong-bo/thay-doi.md").read_text("utf-8")
        back = tthc("rollback", root, "--content", content, "--url", address)
        assert back.returncode == 0, back.stderr
        proof = tthc("verify", address, "--list")
        assert proof.returncode == 0, proof.stderr
        assert proof.stdout.count("quay lại") == 1


def test_a_site_that_readers_do_not_get_is_taken_back(site: Path, open_folder: Path, content: Path) -> None:  # noqa: F811
    root, port = open_folder / "www", free_port()
    root.mkdir()
    root.chmod(0o755)
    config = nginx_config.render(ServerPolicy(root=str(root), listen=f"127.0.0.1:{port}"), BROTLI).replace(
        "location / {", "location = /robots.txt { return 200 wrong; }\n    location / {"
    )
    with nginx(open_folder / "nginx", config, port) as address:
        assert tthc("publish", root, "--content", content, "--site", site).returncode == 0
        (site / "thu-tuc/index.html").write_text(PAGE.format("khác"))
        refused = tthc("publish", root, "--content", content, "--site", site, "--url", address)
    assert refused.returncode == 1
    assert "robots.txt: nội dung khác bản đã đăng" in refused.stderr and "Đã quay lại bản trước" in refused.stderr
    assert "Đăng ký khai sinh" in (root / "current/thu-tuc/index.html").read_text("utf-8")


def test_content_with_errors_is_not_published(content: Path, tmp_path: Path) -> None:  # noqa: F811
    (content / "units/an-thanh.yml").write_text("ten: [\n")
    done = tthc("publish", tmp_path / "www", "--content", content)
    assert done.returncode == 1 and "units/an-thanh.yml:" in done.stderr and "Chưa đăng gì" in done.stderr
    assert not (tmp_path / "www").exists()


def test_a_site_that_fails_the_audit_is_not_published(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    page = site / "index.html"
    page.write_text(
        page.read_text("utf-8").replace("</main>", '<script>alert(1)</script><a href="khong-co/">x</a></main>'), "utf-8"
    )
    done = tthc("publish", tmp_path / "www", "--content", content, "--site", site)
    assert done.returncode == 1 and "KT-001" in done.stderr and "KT-003" in done.stderr
    assert not (tmp_path / "www").exists()


def test_the_public_quality_page_shows_the_audit(small_site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    done = tthc("publish", tmp_path / "www", "--content", content, "--site", small_site)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "www/current/chat-luong/index.html").read_text("utf-8")
    result = json.loads((tmp_path / "www/current/cong-bo/chat-luong.json").read_text("utf-8"))
    assert f"đã rà {result['so_trang']} trang, 0 lỗi" in page and "Kết quả được ghi vào đây khi đăng" not in page
    assert all(html.escape(check["kiem_tra"]) in page for check in result["kiem_tra"])
    again = tthc("audit", tmp_path / "www/current")  # what is public passes as it stands
    assert again.returncode == 0, again.stdout
    assert "Kết quả được ghi vào đây khi đăng" in (small_site / "chat-luong/index.html").read_text(
        "utf-8"
    )  # the built site is left alone


def test_nothing_is_made_where_there_is_nothing_to_return_to(content: Path, tmp_path: Path) -> None:  # noqa: F811
    done = tthc("rollback", tmp_path / "www", "--content", content)
    assert done.returncode == 2 and "chưa có bản nào" in done.stderr
    assert not (tmp_path / "www").exists()


def test_a_missing_key_is_told_before_anything_is_sent(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    done = tthc("publish", tmp_path / "www", "--content", content, "--site", site, "--key", tmp_path / "khong-co")
    assert done.returncode == 2 and "khóa ký" in done.stderr
    assert not (tmp_path / "www").exists()


def test_targets_have_names(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(
            f"noi_dang:\n  - ten: chinh\n    dia_chi: {tmp_path}/www\n    giu: 3\nnoi_nhung:\n  - https://dichvucong.gov.vn\n"
        )
    done = tthc("publish", "chinh", "--content", content, "--site", site)
    assert done.returncode == 0, done.stderr
    assert "frame-ancestors 'self' https://dichvucong.gov.vn" in (tmp_path / "www/current/.htaccess").read_text("utf-8")
    assert tthc("rollback", "chinh", "--content", content).returncode == 2  # nothing to go back to
    text = (content / "site.yml").read_text("utf-8")
    (content / "site.yml").write_text(text.replace("giu: 3", "giu: 0"), "utf-8")
    none = tthc("publish", "chinh", "--content", content, "--site", site)
    assert none.returncode == 2 and "ít nhất 2 bản" in none.stderr  # 0 is not “nothing said”
    near = tthc("publish", "chính", "--content", content, "--site", site)
    assert near.returncode == 2 and "Ý bạn là “chinh”?" in near.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["chinh"],
        ["ssh://-x/y"],
        ["/tmp/x", "--keep", "1"],
        ["/tmp/x", "--content", "khong-co"],
        ["/tmp/x", "--key", "khong-co", "--check-only", "--site", "khong-co"],
    ],
)
def test_wrong_calls(words: list[str]) -> None:
    more = [] if "--content" in words else ["--content", str(SMALL)]
    done = tthc("publish", *words, *more)
    assert done.returncode == 2 and done.stderr and "Traceback" not in done.stderr


def test_the_record_is_kept_beside_the_content(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    done = tthc("publish", tmp_path / "www", "--content", content, "--site", site)
    assert done.returncode == 0, done.stderr
    (listed,) = content.parent.glob("publications/*.jsonl")
    assert str(listed) in done.stdout
    assert listed.read_bytes() == (tmp_path / "www/current/cong-bo/danh-sach.jsonl").read_bytes()
    proof = tthc("verify", tmp_path / "www", "--content", content)
    assert proof.returncode == 0 and "Không có sổ đăng" not in proof.stdout


def test_a_lost_record_and_a_damaged_release_are_said(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    assert tthc("publish", tmp_path / "www", "--content", content, "--site", site).returncode == 0
    page = tmp_path / "www/current/index.html"
    page.unlink()
    page.write_text("x")
    again = tthc("publish", tmp_path / "www", "--content", content, "--site", site)
    assert again.returncode == 0 and "CẢNH BÁO" in again.stderr
    assert "index.html: nội dung khác bản đã đăng" in again.stderr
    for file in (content.parent / "publications").iterdir():
        file.unlink()
    lost = tthc("publish", tmp_path / "www", "--content", content, "--site", site)
    assert lost.returncode == 1 and "không có sổ đăng" in lost.stderr and "--accept-host" in lost.stderr
    wrong = tthc("publish", tmp_path / "www", "--content", content, "--site", site, "--accept-host", "ok")
    assert wrong.returncode == 2 and "Lý do" in wrong.stderr
    why = "sổ cũ mất theo máy hỏng"
    begun = tthc("publish", tmp_path / "www", "--content", content, "--site", site, "--accept-host", why)
    assert begun.returncode == 0, begun.stderr
    listed = tthc("verify", tmp_path / "www", "--content", content, "--list")
    assert listed.returncode == 0 and why in listed.stdout and "lấy lại từ máy chủ" in listed.stdout


def test_once_site_yml_names_people_one_of_them_signs(site: Path, content: Path, tmp_path: Path) -> None:  # noqa: F811
    for name in ("person", "machine"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    call = ["publish", "chinh", "--content", content, "--site", site]
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"noi_dang:\n  - ten: chinh\n    dia_chi: {tmp_path}/www\n")
        file.write(f"    khoa_may: {(tmp_path / 'machine.pub').read_text()}")
        file.write(f"nguoi_ky:\n  - ten: Chánh Văn phòng\n    khoa: {(tmp_path / 'person.pub').read_text()}")
    unsigned = tthc(*call)
    assert unsigned.returncode == 2 and "nguoi_ky" in unsigned.stderr
    by_machine = tthc(*call, "--key", tmp_path / "machine")
    assert by_machine.returncode == 2 and "máy đăng" in by_machine.stderr
    assert not (tmp_path / "www").exists()
    assert tthc(*call, "--check-only").returncode == 0  # what CI does
    by_nobody = content / "site.yml"
    kept = by_nobody.read_text("utf-8")
    by_nobody.write_text(kept.replace("    khoa_may", "    khoa_ky: /khong/co\n    khoa_may"), "utf-8")
    assert tthc(*call, "--check-only").returncode == 0  # the key is on the signer's machine
    assert tthc(*call).returncode == 2
    by_nobody.write_text(kept, "utf-8")
    done = tthc(*call, "--key", tmp_path / "person")
    assert done.returncode == 0, done.stderr
    assert (content.parent / "publications/chinh.jsonl").is_file()
    proof = tthc("verify", tmp_path / "www", "--content", content)
    assert proof.returncode == 0 and "chữ ký của Chánh Văn phòng" in proof.stdout
    (tmp_path / "www/current/cong-bo/manifest.json.sig").unlink()
    proof = tthc("verify", tmp_path / "www", "--content", content)
    assert proof.returncode == 1 and "chưa được ký" in proof.stderr
