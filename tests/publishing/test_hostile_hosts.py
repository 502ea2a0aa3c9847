"""A host that somebody else has got hold of: what it names and says must not run anything on the publisher's
machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.manifest import content_hash
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_folder
from tests.support.made_site import prepared
from tests.support.servers import SshServer


def trap(tmp_path: Path) -> tuple[str, Path]:
    """A file name behind whose line break the sftp client would read `!touch …`, a command for this machine; and the
    file
    that would then be there. (No name may hold a slash, so the command works in the current folder.)"""
    mark = f"bay-{tmp_path.name}"
    return f'x"\n!touch {mark}\nls "', Path.cwd() / mark


@pytest.mark.parametrize("kind", ["ssh", "sftp"])
def test_a_file_name_on_the_host_is_no_command_here(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root, (name, sprung) = tmp_path / "www", trap(tmp_path)
    place = target_from_url(f"{kind}://may-chu{root}", request.getfixturevalue(f"{kind}_server").config)
    ready = prepared(tmp_path, 1)
    part = root / "parts" / content_hash(ready.files)[:32]
    part.mkdir(parents=True)
    (part / name).write_text("x")
    try:
        if kind == "ssh":  # names go there and back with their ends marked: the odd file is simply taken away
            publish(place, ready, Settings())
            assert verify_folder(root).wrong == []
        else:
            with pytest.raises(PublishError, match="tên lạ"):
                publish(place, ready, Settings())
        assert not sprung.exists()
    finally:
        place.close()
        sprung.unlink(missing_ok=True)


def test_a_manifest_on_the_host_is_no_list_of_commands(tmp_path: Path, sftp_server: SshServer) -> None:
    root, (name, sprung), ledger = tmp_path / "www", trap(tmp_path), tmp_path / "chinh.jsonl"
    place = target_from_url(f"sftp://may-chu{root}", sftp_server.config)
    try:
        for version in (1, 2):
            publish(target_from_url(str(root)), prepared(tmp_path, version), Settings(keep=5, ledger=ledger))
        oldest = (
            root / "releases" / sorted(path.name for path in (root / "releases").iterdir())[0] / "cong-bo/manifest.json"
        )
        data = json.loads(oldest.read_text("utf-8"))
        oldest.write_text(
            json.dumps(data | {"tep": data["tep"] | {name: "0" * 64, "../../../ra-ngoai": "0" * 64}}), "utf-8"
        )
        publish(
            place, prepared(tmp_path, 3), Settings(keep=2, ledger=ledger)
        )  # removes the oldest, by what its manifest says
        assert not oldest.exists() and not sprung.exists()
    finally:
        place.close()
        sprung.unlink(missing_ok=True)
    assert verify_folder(root).wrong == []


def test_a_host_that_nobody_has_met_is_not_trusted(tmp_path: Path, ssh_server: SshServer) -> None:
    config, known = tmp_path / "config", tmp_path / "known"
    known.touch()
    text = (
        ssh_server.config.read_text()
        .replace(str(ssh_server.folder / "known"), str(known))
        .replace("StrictHostKeyChecking yes", "StrictHostKeyChecking no")
    )
    config.write_text(text)  # not even where the user's own settings would let it pass
    with pytest.raises(PublishError, match="known_hosts"):
        publish(target_from_url(f"ssh://may-chu{tmp_path}/www", config), prepared(tmp_path, 1), Settings())
    assert known.read_text() == ""
    assert not (tmp_path / "www").exists()
