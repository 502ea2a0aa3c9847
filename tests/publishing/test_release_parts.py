"""What a release carries besides the site: smaller copies, the list of parts and licences, web servers' files."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import brotli
import pytest

from generator.publishing.compress import compress
from generator.publishing.release_paths import is_hashed
from generator.publishing.sbom import packages
from tests.support.made_site import prepared

TEXT = b"Th\xe1\xbb\xa7 t\xe1\xbb\xa5c " * 500


def test_smaller_copies_open_to_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(TEXT)
    assert compress(tmp_path) == ["a.html.br", "a.html.gz"]
    assert brotli.decompress((tmp_path / "a.html.br").read_bytes()) == TEXT
    assert gzip.decompress((tmp_path / "a.html.gz").read_bytes()) == TEXT


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("small.html", b"x"),
        ("picture.png", TEXT),
        ("noise.json", b"".join(hashlib.sha256(bytes([number])).digest() for number in range(20))),
    ],
)
def test_what_does_not_gain_has_none(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert compress(tmp_path) == []


def test_a_damaged_cache_does_not_reach_readers(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "a.html").write_bytes(TEXT)
    compress(site, cache)
    for file in cache.iterdir():
        file.write_bytes(b"damaged")
    compress(site, cache)
    assert brotli.decompress((site / "a.html.br").read_bytes()) == TEXT
    assert gzip.decompress((site / "a.html.gz").read_bytes()) == TEXT


@pytest.mark.parametrize(
    ("path", "hashed"),
    [
        ("pagefind/fragment/vi_1a2b3c4.pf_fragment", True),
        ("pagefind/index/vi_1a2b3c4.pf_index", True),
        ("pagefind/pagefind.vi_5a963f835e.pf_meta", True),
        ("assets/site.1314c9070f.js", True),
        ("assets/site.1314c9070f.js.br", True),
        ("tim-kiem/chi-tiet.020026ad71.json", True),
        ("tim-kiem/muc-luc.json", False),
        ("pagefind/pagefind.js", False),
        ("pagefind/pagefind-entry.json", False),
        ("index.html", False),
        ("thu-tuc/assets.0123456789.html", False),
    ],
)
def test_which_names_change_with_their_bytes(path: str, hashed: bool) -> None:
    assert is_hashed(path) is hashed


def test_every_name_of_the_site_that_carries_its_hash_is_known_as_such(small_site: Path) -> None:
    files = [path for path in small_site.rglob("*") if path.is_file()]
    carrying = [
        path.relative_to(small_site).as_posix()
        for path in files
        if f".{hashlib.sha256(path.read_bytes()).hexdigest()[:10]}." in path.name
    ]
    assert {name.split("/")[0] for name in carrying} == {"assets", "tim-kiem"}
    assert [name for name in carrying if not is_hashed(name)] == []


def test_the_list_of_parts_names_every_package_with_its_licence(tmp_path: Path) -> None:
    release = prepared(tmp_path, 1).folder
    data = json.loads((release / "cong-bo/thanh-phan.cdx.json").read_text("utf-8"))
    assert (data["bomFormat"], data["specVersion"]) == ("CycloneDX", "1.5")
    names = {component["name"] for component in data["components"]}
    assert {"mkdocs", "mkdocs-material", "jinja2", "pydantic-core", "nh3", "pyyaml", "pagefind"} <= names
    assert "pytest" not in names
    assert len({component["bom-ref"] for component in data["components"]}) == len(data["components"])
    licences = (release / "cong-bo/giay-phep.txt").read_text("utf-8")
    for name, version, licence in packages():
        assert licence and f"{name} {version}: {licence}\n" in licences


def test_web_servers_find_their_files_in_the_release(tmp_path: Path) -> None:
    release = prepared(tmp_path, 1).folder
    assert "RewriteEngine On" in (release / ".htaccess").read_text()
    assert "<configuration>" in (release / "web.config").read_text()
