"""Whose signature is taken for whose: people who are named, machines, strangers."""

from __future__ import annotations

import pytest

from generator.publishing.error import PublishError
from generator.publishing.release import Settings, publish
from generator.publishing.rollback import rollback
from generator.publishing.sign import Signers
from generator.publishing.verify import verify_folder
from tests.publishing.signed_site import Site, new_key, public
from tests.support.made_site import prepared


def test_another_machine_of_ours_is_known_by_its_signature(site: Site) -> None:
    signers = Signers(people=(("Chánh Văn phòng", public(site.key)),))
    other = site.copied_record("other")
    site.publish(4, ledger=other, signers=signers)
    assert "từ dòng 4" in site.refused(5)  # nobody is named: anybody could have made this list
    site.publish(5, signers=signers)
    assert [line.number for line in site.list()] == [1, 2, 3, 4, 5]
    stranger = new_key(site.folder / "stranger")
    publish(
        site.place, prepared(site.folder / "his", 7), Settings(key=stranger, ledger=site.copied_record("his-record"))
    )
    assert "từ dòng 6" in site.refused(8, signers=signers)


def test_once_people_are_named_everything_is_signed_by_one(site: Site) -> None:
    robot, stranger = new_key(site.folder / "robot"), new_key(site.folder / "stranger")
    named = Signers((("Chánh Văn phòng", public(site.key)),), (("chinh", public(robot)),))
    assert "chưa được ký" in site.refused(4, signers=named, key=None)
    assert "không phải của người được phép ký" in site.refused(4, signers=named, key=stranger)
    assert "chỉ có chữ ký của máy đăng" in site.refused(4, signers=named, key=robot)
    assert site.list()[-1].id == site.ids[2]
    site.publish(4, signers=named)
    proof = verify_folder(site.root, named, site.settings.ledger)
    assert (proof.wrong, proof.signed_by, proof.by_machine) == ([], "Chánh Văn phòng", False)


def test_what_nobody_named_signed_is_not_built_on(site: Site) -> None:
    signers = Signers((("Chánh Văn phòng", public(new_key(site.folder / "chief"))),))
    chief = site.folder / "chief"
    for run in (
        lambda: site.publish(4, signers=signers, key=chief),
        lambda: rollback(site.place, _with(site, signers)),
    ):
        with pytest.raises(PublishError, match="không dùng làm nền được"):
            run()
    site.publish(4, signers=signers, key=chief, reason="từ nay Chánh Văn phòng ký")
    (site.current / "cong-bo/manifest.json.sig").unlink()
    assert "chưa được ký" in site.refused(5, signers=signers, key=chief)
    assert "chưa được ký" in verify_folder(site.root, signers, site.settings.ledger).wrong


def _with(site: Site, signers: Signers) -> Settings:
    return Settings(key=site.folder / "chief", ledger=site.settings.ledger, signers=signers)


def test_a_machines_signature_is_not_said_to_be_a_persons(site: Site) -> None:
    robots = Signers(machines=(("chinh", public(site.key)),))
    proof = verify_folder(site.root, robots)
    assert proof.by_machine and "không phải chữ ký của người" in proof.signed_by
    both = Signers((("Chánh Văn phòng", public(new_key(site.folder / "chief"))),), robots.machines)
    assert "chỉ có chữ ký của máy đăng, chưa có chữ ký của người ký" in verify_folder(site.root, both).wrong
