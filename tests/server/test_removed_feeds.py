"""A feed that was removed by hand but is still configured stays off, and that is said wherever one would look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.server.look import shown, text_of
from tests.server.test_dashboard_forms import OURS
from wonmun.settings import Feed, Log, Server, Settings
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.feeds import add_feed, remove_feed, sync_feeds
from wonmun_monitor.sources import wanted
from wonmun_server.examine import _feeds

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

URL = "https://news.example/rss"


@pytest.fixture
def settings() -> Settings:
    server = Server(rate=1_000_000, max_body=msgspec.convert(200_000, int))  # type: ignore[arg-type]
    return Settings(server=server, feeds=(Feed(url=URL),))


def test_the_dashboard_says_so_and_brings_it_back(client: FlaskClient) -> None:
    client.post("/feeds", data={"url": URL}, headers=OURS)
    assert "removed here" not in text_of(shown(client, "/feeds"))
    (_, remove) = shown(client, "/feeds").xpath("//ul[@class='feeds']//form/@action")
    client.post(remove, headers=OURS)
    tree = shown(client, "/feeds")
    assert f"In the configuration, but removed here, so not looked at: {URL}" in text_of(tree)
    (hidden,) = tree.xpath("//input[@type='hidden' and @name='url']/@value")
    client.post("/feeds", data={"url": hidden}, headers=OURS)
    assert "removed here" not in text_of(shown(client, "/feeds"))


def test_doctor_says_so(tmp_path: Path) -> None:
    settings = Settings(log=Log(path=str(tmp_path / "log.db")), feeds=(Feed(url=URL),))
    with open_log(tmp_path / "log.db") as log:
        sync_feeds(log, wanted(settings), 10.0)
        assert "removed" not in _feeds(settings)
        remove_feed(log, URL)
        sync_feeds(log, wanted(settings), 20.0)
        assert f"configured, but removed by hand, so not polled: {URL}" in _feeds(settings)
        add_feed(log, URL, 30.0)
        assert "removed" not in _feeds(settings)
