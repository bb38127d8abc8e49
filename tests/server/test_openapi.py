"""The description: complete by the routes, and a fuzzer that reads it finds nothing wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import BEARER, READING
from tests.server.logs import Shown, visit
from wonmun.settings import Server, Settings
from wonmun_server.api.openapi import description
from wonmun_server.app import create_app
from wonmun_server.serving import Listener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from wonmun_server.context import Context


def test_every_route_is_described_and_every_description_is_a_route(app: Flask) -> None:
    routes = set()
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(("/v1/", "/out/")):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            routes |= {(path, method.lower()) for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
    described = {(path, method) for path, methods in description()["paths"].items() for method in methods}
    assert described == routes


def test_the_description_is_served_to_everybody(stranger: FlaskClient) -> None:
    answer = stranger.get("/v1/openapi.json")
    assert answer.get_json() == json.loads(json.dumps(description()))
    assert answer.get_json()["openapi"] == "3.1.0"


def patterns(node: object) -> Iterator[str]:
    """Every pattern anywhere in a description."""
    if isinstance(node, dict):
        yield from (node["pattern"],) if isinstance(node.get("pattern"), str) else ()
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from patterns(child)


def test_every_pattern_means_the_same_to_the_server_and_to_the_readers_of_its_description() -> None:
    found = set(patterns(json.loads(json.dumps(description()))))
    assert len(found) >= 3
    assert not [pattern for pattern in found if re.search(r"\\[sSdDwWbB]", pattern)]  # whose meaning is a dialect's


@pytest.mark.parametrize("blank", ["\x85", "\xa0", "\u2028", "\u3000", "\ufeff", " ", "\n", "\\"])
def test_an_address_with_a_blank_in_it_is_refused_by_server_and_description_alike(
    client: FlaskClient, blank: str
) -> None:
    address = f"https://mirror.example/a{blank}b"
    answer = client.post("/v1/reports", json={"wrong": "bad_correction", "url": address}, headers=BEARER)
    assert answer.status_code == 400
    described = next(p for p in patterns(json.loads(json.dumps(description()))) if p.startswith("^[Hh]"))
    assert not re.search(described, address, re.ASCII)


@pytest.fixture
def wide_open(context: Context) -> Iterator[Listener]:
    """A server whose limits a fuzzer does not meet: what it answers is about the requests themselves."""
    limits = Server(port=0, rate=1_000_000)
    listener = Listener(create_app(replace(context, settings=Settings(server=limits))), limits)
    listener.start()
    yield listener
    listener.stop()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_fuzzer_finds_no_failure_and_no_undocumented_answer(
    wide_open: Listener, context: Context, tmp_path: Path
) -> None:
    """schemathesis with its default checks, over real HTTP; it reads the description and nothing else.

    One seed for everybody, so that a change is judged by what it changed; FUZZ_SEED=… seeks elsewhere.
    """
    visit(context.store, Shown("https://mirror.example/1"))
    (tmp_path / "schemathesis.toml").write_text(f'[parameters]\n"path.token" = "{READING}"\n', encoding="utf-8")
    address = f"{wide_open.url}/v1/openapi.json"
    command = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "--no-color", "run"]
    command += [address, "--header", f"Authorization: {BEARER['Authorization']}", "--max-examples", "5"]
    command += ["--seed", os.environ.get("FUZZ_SEED", "20261130")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout


def test_the_page_about_the_interface_names_every_call_and_no_other() -> None:
    text = (Path(__file__).parents[2] / "docs" / "http.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(GET|POST|PATCH|DELETE) (/\S+?)`", text, re.MULTILINE))
    described = {(m.upper(), path) for path, methods in description()["paths"].items() for m in methods}
    assert told == described
