"""The zips for the stores, unpacked and loaded: each corrects a page in its browser."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import BROWSERS, start
from tests.browser.pages import CORRECTION, HONEST, INJECTED, page
from tests.browser.servers import TOKEN
from tools.pack_extension import pack

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser


@pytest.fixture(params=BROWSERS, ids=lambda kind: kind.name)
def packed(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Generator[Browser]:
    kind: type[Browser] = request.param
    with zipfile.ZipFile(pack(kind.name, tmp_path)) as archive:
        archive.extractall(tmp_path / "unpacked")
    yield from start(kind, lambda: kind(tmp_path / "unpacked", f"127.0.0.1:{site.port}"))


def test_packed_extension_corrects_a_page(packed: Browser, site: Site, fake: FakeServer) -> None:
    fake.reset()
    fake.phrases = [CORRECTION]
    packed.store(server=fake.url, token=TOKEN, automation=True)
    assert packed.visit(site.put("/injected", page(INJECTED))) == "injected"
    assert HONEST in packed.text("#first")
    packed.popup("Spam was planted")
