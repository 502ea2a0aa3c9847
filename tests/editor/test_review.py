"""Four eyes: a plain bare repository with our hook, two officers on two machines, and what each of them sees."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator.editor.review.proposals import send as send_change
from generator.editor.review.repository import Person, Repository
from generator.editor.review.setting_up import set_up
from tests.conftest import SMALL, tthc
from tests.editor.conftest import RECORD, Client, changed, running

pytestmark = pytest.mark.slow
JSON = {"Accept": "application/json"}
BRANCH = r"refs/heads/soan/\d{8}-doi-phi-[0-9a-f]{6}"
LAN, MINH = ("Trần Thị Lan", "lan@example.vn"), ("Lê Văn Minh", "minh@example.vn")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with our hook and two clones of it, to be copied."""
    folder = tmp_path_factory.mktemp("first-day")
    work, bare = folder / "lan", folder / "kho.git"
    shutil.copytree(SMALL, work / "content")
    git(folder, "init", "-q", "-b", "main", str(work))
    for person, mail in (("user.name", LAN[0]), ("user.email", LAN[1])):
        git(work, "config", person, mail)
    git(work, "add", "content")
    git(work, "commit", "-qm", "đầu tiên")
    assert "Đã lập kho chung" in set_up(work / "content", bare)
    git(folder, "clone", "-q", str(bare), str(folder / "minh"))
    return folder


@pytest.fixture
def office(tmp_path: Path, first_day: Path) -> Iterator[tuple[Path, Client, Client]]:
    """(bare repository, Lan's editor, Minh's editor), each of them with a clone."""
    shutil.copytree(first_day, tmp_path, symlinks=True, dirs_exist_ok=True)
    bare = tmp_path / "kho.git"
    for name in ("lan", "minh"):
        git(tmp_path / name, "config", "remote.origin.url", str(bare))
    with ExitStack() as stack:
        lan = stack.enter_context(running(tmp_path / "lan" / "content"))
        minh = stack.enter_context(running(tmp_path / "minh" / "content"))
        lan.editor.default_author = minh.editor.default_author = ""
        yield bare, lan, minh


@pytest.fixture
def trusting_office(office: tuple[Path, Client, Client]) -> tuple[Path, Client, Client]:
    """The same, whose repository by day takes what it is sent: each push starts a Python that checks the content twice,
    which the tests with `office` show."""
    if "TTHC_ALL" not in os.environ:
        (office[0] / "hooks" / "pre-receive").unlink()
    return office


def save(client: Client, **values: str) -> None:
    assert client.post(f"/luu/{RECORD}", changed(client.form(), **values), **JSON).status == 200


def send(client: Client, who: tuple[str, str], why: str = "sua-loi"):
    form = [("gui", RECORD), (f"vi_sao.{RECORD}", why), ("ten", who[0]), ("thu", who[1])]
    return client.post("/gui/", form)


def waiting(client: Client) -> list[str]:
    return re.findall(r'href="/duyet/([^"]+)"', client.get("/duyet/").text)


def approve(client: Client, name: str, who: tuple[str, str], **more: str):
    return client.post(f"/duyet/{name}", {"ten": who[0], "thu": who[1], **more})


def published(bare: Path) -> str:
    return git(bare, "show", f"main:content/{RECORD}")


def test_one_sends_the_other_approves(office: tuple[Path, Client, Client]) -> None:
    bare, lan, minh = office
    before = published(bare)
    save(lan, mo_ta="Lời của Lan.")
    page = lan.get("/gui/").text
    assert RECORD in page and "Mô tả" in page
    assert "Nói vì sao sửa" in send(lan, LAN, "").text
    assert "Đã gửi duyệt" in send(lan, LAN).text
    assert "Không có thay đổi nào chờ gửi" in lan.get("/gui/").text
    assert published(bare) == before
    (name,) = waiting(minh)
    page = minh.get(f"/duyet/{name}").text
    assert "Trần Thị Lan" in page and "Mô tả" in page and "ghi cho đúng" in page
    assert minh.post(f"/xem-duyet/{name}/{RECORD}", {}).text.count("Lời của Lan.") > 0
    assert approve(minh, name, MINH).status == 303
    assert "mo_ta: Lời của Lan." in published(bare) and waiting(minh) == []
    assert git(bare, "log", "-1", "--format=%an").strip() == MINH[0]
    assert git(bare, "log", "-1", "--format=%an", "main^2").strip() == LAN[0]
    assert minh.post("/gui/", {"viec": "nhan"}).text.count("Đã nhận bản mới nhất") == 1
    assert "Lời của Lan." in (minh.editor.content / RECORD).read_text("utf-8")
    assert lan.post("/gui/", {"viec": "nhan"}).text.count("Đã nhận bản mới nhất") == 1
    assert git(lan.editor.content, "status", "--short", ".") == ""
    history = lan.get(f"/lich-su/{RECORD}").text
    assert "Trần Thị Lan" in history and "ghi cho đúng" in history and "Mô tả" in history


def test_a_change_is_given_back_with_a_note(trusting_office: tuple[Path, Client, Client]) -> None:
    bare, lan, minh = trusting_office
    before = published(bare)
    save(lan, mo_ta="Lời của Lan.")
    send(lan, LAN)
    (name,) = waiting(minh)
    assert "Viết lời nhắn" in approve(minh, name, MINH, viec="tra-lai").text
    assert approve(minh, name, LAN, viec="tra-lai", loi_nhan="x").status == 422, "an author gives nothing back"
    assert approve(minh, name, MINH, viec="tra-lai", loi_nhan="Ghi cả <b>số</b> văn bản.").status == 303
    assert waiting(minh) == [] and waiting(lan) == [] and published(bare) == before
    page = lan.get("/gui/").text
    assert "Bị trả lại" in page and "Ghi cả &lt;b&gt;số&lt;/b&gt; văn bản." in page and MINH[0] in page
    assert f'name="gui" value="{RECORD}"' in page, "can be sent again"
    save(lan, mo_ta="Lời của Lan, có số văn bản.")
    assert "Đã gửi duyệt" in send(lan, LAN).text
    assert "Bị trả lại" not in lan.get("/gui/").text
    (again,) = waiting(minh)
    assert approve(minh, again, MINH).status == 303
    assert "mo_ta: Lời của Lan, có số văn bản." in published(bare)
    assert "tra-lai" not in git(bare, "branch", "--list")


def test_nobody_approves_their_own_change(office: tuple[Path, Client, Client]) -> None:
    bare, lan, minh = office
    save(lan, mo_ta="Lời của Lan.")
    send(lan, LAN)
    (name,) = waiting(minh)
    answer = approve(minh, name, LAN)
    assert answer.status == 422 and "Người duyệt phải khác người soạn" in answer.text
    minh.editor.alone = True  # the page would let it pass, the repository does not
    assert "Người duyệt phải khác người soạn" in approve(minh, name, LAN).text
    assert "Lời của Lan." not in published(bare)


def test_two_officers_on_two_fields(trusting_office: tuple[Path, Client, Client]) -> None:
    bare, lan, minh = trusting_office
    save(lan, mo_ta="Lời của Lan.")
    save(minh, phan_biet="Lời của Minh.")
    send(lan, LAN)
    send(minh, MINH)
    for name in waiting(minh):
        author = LAN if "Trần Thị Lan" in minh.get(f"/duyet/{name}").text.partition("<form")[0] else MINH
        assert approve(minh, name, MINH if author == LAN else LAN).status == 303
    assert "mo_ta: Lời của Lan." in published(bare) and "phan_biet: Lời của Minh." in published(bare)


def test_two_officers_on_one_field_see_both_values(trusting_office: tuple[Path, Client, Client]) -> None:
    bare, lan, minh = trusting_office
    save(lan, mo_ta="Lời của Lan.")
    save(minh, mo_ta="Lời của Minh.")
    send(lan, LAN)
    send(minh, MINH)
    of_lan = next(name for name in waiting(lan) if LAN[0] in lan.get(f"/duyet/{name}").text.partition("<form")[0])
    assert approve(minh, of_lan, MINH).status == 303
    (name,) = waiting(lan)
    page = lan.get(f"/duyet/{name}").text
    assert "hai người ghi khác nhau" in page and "“Lời của Minh.”" in page and "“Lời của Lan.”" in page
    assert approve(lan, name, LAN).status == 422
    assert "mo_ta: Lời của Lan." in published(bare)
    assert approve(lan, name, LAN, **{f"chon.{RECORD}#mo_ta": "moi"}).status == 303
    assert "mo_ta: Lời của Minh." in published(bare)


def test_the_repository_refuses_errors_in_vietnamese(office: tuple[Path, Client, Client], tmp_path: Path) -> None:
    bare, lan, _ = office
    file = lan.editor.content / RECORD
    file.write_text(file.read_text("utf-8").replace("muc_do_truc_tuyen: ", "muc_do_truc_tuyen: hơi ", 1), "utf-8")
    answer = send(lan, LAN)
    assert answer.status == 422 and "Còn lỗi nên chưa gửi" in answer.text
    git(lan.editor.content, "commit", "-qam", "sai")
    pushed = subprocess.run(
        ["git", "push", "-q", "origin", "HEAD:soan/sai"], cwd=lan.editor.content, capture_output=True, text=True
    )
    assert pushed.returncode != 0 and "lỗi nên không nhận" in pushed.stderr and "TT-012" in pushed.stderr


def test_the_published_branch_takes_approved_changes_only(office: tuple[Path, Client, Client]) -> None:
    bare, lan, _ = office
    save(lan, mo_ta="Lời của Lan.")
    git(lan.editor.content, "commit", "-qam", "thẳng")
    pushed = subprocess.run(
        ["git", "push", "-q", "origin", "HEAD:main"], cwd=lan.editor.content, capture_output=True, text=True
    )
    assert pushed.returncode != 0 and "đã được người thứ hai duyệt" in pushed.stderr
    gone = subprocess.run(
        ["git", "push", "-q", "origin", ":main"], cwd=lan.editor.content, capture_output=True, text=True
    )
    assert gone.returncode != 0


def test_on_one_computer_without_a_shared_repository(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "may" / "content")
    git(tmp_path, "init", "-q", "-b", "main", str(tmp_path / "may"))
    git(tmp_path / "may", "add", "content")
    git(tmp_path / "may", "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "đầu tiên")
    with running(tmp_path / "may" / "content") as client:
        client.editor.default_author = ""
        save(client, mo_ta="Lời của Lan.")
        assert "Đã gửi duyệt" in send(client, LAN).text
        (name,) = waiting(client)
        assert approve(client, name, MINH, viec="tra-lai", loi_nhan="Thiếu số.").status == 303
        assert "Thiếu số." in client.get("/gui/").text and waiting(client) == []
        assert "Đã gửi duyệt" in send(client, LAN).text and "Thiếu số." not in client.get("/gui/").text
        (name,) = waiting(client)
        assert approve(client, name, MINH).status == 303
    assert "Lời của Lan." in git(tmp_path / "may", "show", f"main:content/{RECORD}")
    assert git(tmp_path / "may", "status", "--short") == ""


def test_a_full_folder_is_not_made_a_repository(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "tep").write_text("", "utf-8")
    shutil.copytree(SMALL, tmp_path / "content")
    git(tmp_path, "init", "-q", "-b", "main", ".")
    done = tthc("edit", "--content", tmp_path / "content", "--repository", tmp_path / "x")
    assert done.returncode == 2 and "đã có gì đó" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("forge", "ref", "options"),
    [
        ("gitlab", BRANCH, ["merge_request.create", "merge_request.target=main", "merge_request.title=Đổi phí"]),
        ("agit", r"refs/for/main", [r"topic=\d{8}-doi-phi-[0-9a-f]{6}", "title=Đổi phí"]),
        ("kho", BRANCH, []),
    ],
)
def test_what_a_forge_is_asked(tmp_path: Path, forge: str, ref: str, options: list[str]) -> None:
    """Which branch is pushed and with which options; no forge runs here, so this is what git hands over."""
    work, bare = tmp_path / "may", tmp_path / "kho.git"
    (work / "content" / "notices").mkdir(parents=True)
    (work / "content" / "notices" / "a.md").write_text("---\nten: A\n---\n", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(work))
    git(work, "add", "content")
    git(work, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "đầu tiên")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(bare, "config", "receive.advertisePushOptions", "true")
    git(work, "remote", "add", "origin", str(bare))
    git(work, "push", "-q", "-u", "origin", "main")
    hook = bare / "hooks" / "pre-receive"
    hook.write_text(
        '#!/bin/sh\n{ cut -d" " -f3; env | grep ^GIT_PUSH_OPTION_[0-9] | sort | cut -d= -f2-; } > seen\n', "utf-8"
    )
    hook.chmod(0o755)
    git(work, "config", "tthc.forge", forge)
    send_change(Repository(work / "content"), {"notices/a.md": b"---\nten: B\n---\n"}, "Đổi phí\n", Person(*LAN))
    seen = (bare / "seen").read_text("utf-8").split("\n")
    assert re.fullmatch(ref, seen[0])
    assert len(seen) - 2 == len(options) and all(re.fullmatch(*pair) for pair in zip(options, seen[1:], strict=False))
    assert (work / "content" / "notices" / "a.md").read_text("utf-8") == "---\nten: A\n---\n"
