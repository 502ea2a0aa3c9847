"""Hosts that only one machine or one network reaches, and what an address of them has for certain."""

from __future__ import annotations

import re

import pytest

from generator.text.local_hosts import LOCAL_HOST, LOCAL_SIGNS

HOSTS = (
    "localhost",
    "may.localhost",
    "127.0.0.1",
    "10.0.0.5",
    "192.168.1.10",
    "172.31.4.2",
    "0.0.0.0",
    "[::]",
    "[::1]",
    "mot-cua.local",
    "a.b.lan",
    "web.internal",
)


@pytest.mark.parametrize("host", HOSTS)
def test_each_has_a_sign(host: str) -> None:
    assert re.fullmatch(LOCAL_HOST, host)
    assert any(sign in f"http://{host}:8000/a" for sign in LOCAL_SIGNS)
