"""What every test lives under: no traffic off loopback, ../shared only where it is, and who runs beside whom."""

from __future__ import annotations

import ipaddress
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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason="needs ../shared beside the checkout")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(skip)


def _group(item: pytest.Item) -> str:
    """Tests that one process runs in a row: all of one browser, which is started once; else those of a file."""
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    return str(getattr(params.get("keeper"), "name", item.path))


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
