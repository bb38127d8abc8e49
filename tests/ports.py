"""Ports for programs that a test tells where to listen."""

from __future__ import annotations

import os
import random
import socket
from itertools import cycle
from typing import Final

_FIRST, _END = 20_000, 32_000
"""Below those that a system gives to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of those
that was free when it was asked for may be a browser's a second later, when the program begins to listen."""


def _in_any_order() -> list[int]:
    """Give this process's own share of the ports, so that two that test at once do not meet."""
    mine = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    of_all = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    ports = list(range(_FIRST + mine, _END, of_all))
    random.shuffle(ports)
    return ports


_PORTS: Final = cycle(_in_any_order())


def free_port() -> int:
    """Give a loopback port that nothing listens on, another one each time."""
    for port in _PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError
