"""Lists of publishers' feeds that come with wonmun: sound as data, on only when somebody says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from wonmun.configuration import load_settings
from wonmun.errors import SettingsError
from wonmun.settings import Settings
from wonmun_monitor.log.feeds import add_preset, remove_preset, sync_feeds
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.presets import load_preset, preset_names
from wonmun_monitor.sources import wanted
from wonmun_monitor.urls import normalise

if TYPE_CHECKING:
    from tests.monitor.conftest import World


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_is_well_formed_and_asks_publishers_over_https(name: str) -> None:
    preset = load_preset(name)
    assert preset.title
    assert len(preset.feeds) >= 5
    for one in preset.feeds:
        parts = urlsplit(one.url)
        assert parts.scheme == "https", one.url
        assert "." in (parts.hostname or ""), one.url
        assert normalise(one.url) == one.url, "the address as the log keeps it"
        assert one.name.strip() == one.name != ""
        assert dt.date(2026, 1, 1) <= one.checked <= dt.date.today(), one  # noqa: DTZ011 (a day is enough)


def test_no_address_and_no_name_stands_twice_in_all_presets() -> None:
    feeds = [one for name in preset_names() for one in load_preset(name).feeds]
    assert len({one.url for one in feeds}) == len(feeds)
    assert len({one.name for one in feeds}) == len(feeds)


def test_a_preset_in_the_configuration_is_watched_as_trusted() -> None:
    sources = wanted(Settings(presets=("korean-news",)))
    assert {s.url for s in sources} == {one.url for one in load_preset("korean-news").feeds}
    assert all(s.trust for s in sources), "its pages serve as genuine copies"
    assert {s.kind for s in sources} == {"feed", "sitemap"}


def test_a_first_start_asks_nothing_of_anybody() -> None:
    from tests.monitor.test_datasette import ROOT

    assert wanted(load_settings(ROOT / "config.yaml")) == ()


def test_a_typo_is_one_sentence_that_names_those_there_are(world: World) -> None:
    with pytest.raises(SettingsError, match=r"no 'korean-newz' \(did you mean korean-news\?\); there are korean-local"):
        wanted(Settings(presets=("korean-newz",)))
    world.tree["presets"] = ["../korean-news"]
    code, out, err = world.run("monitor", "--once")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "presets: there is no" in err


def test_added_by_hand_and_removed_again_and_switched_off_in_the_configuration(world: World) -> None:
    preset = load_preset("korean-local")
    with world.log() as log:
        assert add_preset(log, preset, world.clock()) == len(preset.feeds)
        rows = list_feeds(log.db)
        assert [row.url for row in rows] == sorted(one.url for one in preset.feeds)
        assert all(row.trust and row.title for row in rows)
        assert remove_preset(log, preset) == len(preset.feeds)
        assert list_feeds(log.db) == ()
        sync_feeds(log, wanted(Settings(presets=("korean-news",))), world.clock())
        [sitemap] = [row for row in list_feeds(log.db, kind="sitemap") if row.title == "중앙일보"]
        assert sitemap.enabled
        sync_feeds(log, wanted(Settings()), world.clock())
        assert not any(row.enabled for row in list_feeds(log.db))


def test_the_commands(world: World) -> None:
    code, out, _ = world.run("feeds", "presets", "--json")
    assert code == 0
    assert '"korean-news"' in out
    code, out, _ = world.run("feeds", "add", "korean-local")
    assert (code, out) == (0, "9 feeds: Korean regional newspapers\n")
    code, out, _ = world.run("feeds", "remove", "korean-local")
    assert (code, out) == (0, "removed 9 feeds\n")
    code, _, err = world.run("feeds", "add", "korean-locla")
    assert code == 2
    assert "did you mean korean-local?" in err
    assert "no http or https address" in err
