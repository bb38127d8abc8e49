"""Ports that tests give to programs."""

from __future__ import annotations

import socket

from tests.ports import free_port


def test_a_port_is_given_once_and_never_one_of_outgoing_connections() -> None:
    """A server found its port taken when a browser's connection had got it since (a race, not seen yet)."""
    given = [free_port() for _ in range(200)]
    assert len(set(given)) == 200
    assert all(20_000 <= port < 32_768 for port in given)


def test_a_port_that_is_listened_on_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        taken = busy.getsockname()[1]
        assert taken not in {free_port() for _ in range(50)}
