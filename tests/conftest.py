"""What every test lives under: no traffic off loopback, ../shared only where it is, and who runs beside whom."""

from __future__ import annotations

import gc
import ipaddress
import re
import socket
from pathlib import Path
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# A test by Hypothesis that waits for a neighbour's processor is not slow.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="needs ../shared beside the checkout")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    """Have what is loaded never looked through for garbage again: a tenth of the suite's time of processor."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out by `row`. Marks of groups would do, but pytest 9.2 has xdist 3.8 pass over them in silence."""
    from xdist.scheduler import LoadScopeScheduling

    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = row
    return scheduler


def row(test: str) -> str:
    """Tests that one process runs in a row: all of one browser, which is started once; else those of a file."""
    file, _, name = test.partition("::")
    browser = re.search(r"\[(chromium|firefox)\b", name) if file.startswith("tests/browser/") else None
    return browser[1] if browser else file


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to anything but loopback, whatever library does it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise AssertionError(f"a test tried to reach {host}; tests talk to loopback only")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
