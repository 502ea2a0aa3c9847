"""What the processes of a run tell the one that began them: of a test that passed, the call alone.

Each message is written and read by Python. The two that say that setup and teardown passed, which nothing counts or
shows, were a twentieth of the processor time of the fast tests."""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test as pytest does, and report what is counted: its call, and whatever did not pass. With `--durations`
    or a report of JUnit, which show every part, and in a run of one process pytest does it itself."""
    option = item.config.option
    if not hasattr(item.config, "workerinput") or option.durations is not None or option.xmlpath:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for report in runtestprotocol(item, nextitem=nextitem, log=False):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
