"""The commands, as a script reads them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.monitor.older import without_states_of_findings
from wonmun import cli
from wonmun_monitor.log.connect import open_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import World


@pytest.fixture
def call(world: World) -> Any:
    config = None

    def run(*arguments: str, code: int = 0) -> str:
        nonlocal config
        config = config or str(world.config())
        result = CliRunner().invoke(cli.wonmun, [*arguments, "--config", config], prog_name="wonmun")
        assert result.exit_code == code, result.output
        return result.stdout if code == 0 else result.stderr

    return run


@pytest.fixture
def full(world: World, mirror: Callable[..., str], call: Callable[..., str]) -> Any:
    path = mirror()
    world.set("alerts", to=[world.site.target()])
    world.site.inbox()
    world.round()
    return path


def test_monitor_once_json(world: World, mirror: Callable[..., str], call: Callable[..., str]) -> None:
    mirror()
    counts = json.loads(call("monitor", "--once", "--json"))
    assert counts == {"feeds": 2, "pages": 2, "findings": 1, "alerts": 1, "errors": 0}
    assert json.loads(call("monitor", "--once", "--json"))["feeds"] == 0
    assert json.loads(call("monitor", "--once", "--due", "all", "--json"))["feeds"] == 2


@pytest.mark.parametrize("name", ["pages", "alerts", "campaigns", "feeds", "stats", "blocklist"])
def test_every_list_as_json_a_line_each_as_csv_and_for_people(full: str, call: Callable[..., str], name: str) -> None:
    lines = [json.loads(line) for line in call(name, "--json").splitlines()]
    table = list(csv.DictReader(io.StringIO(call(name, "--csv"))))
    assert lines
    assert len(lines) == len(table)
    assert call(name).strip()


def test_pages_and_page(full: str, world: World, call: Callable[..., str]) -> None:
    [row] = [json.loads(line) for line in call("pages", "--state", "injected", "--json").splitlines()]
    assert row["url"] == world.site.url(full)
    assert row["phrases"] == ["대박 카지노사이트"]
    for key in (str(row["id"]), world.site.url(full) + "#x"):
        story = json.loads(call("page", key, "--json"))
        assert story["page"]["id"] == row["id"]
        assert story["findings"][0]["places"][0]["replacement"] == "시내버스"
        assert "대박" not in story["restored"]
    assert "대박 카지노사이트" in call("page", str(row["id"]))
    assert "knows no such page" in call("page", "999", code=2)
    assert "is no date" in call("pages", "--since", "soon", code=2)
    assert "대박 카지노사이트" in call("pages", "--phrase", "카지노")
    assert "--phrase seeks in phrases that were found" in call("pages", "--phrase", "없는말")
    assert "injected, 9" in call("page", str(row["id"]))
    [clean] = [json.loads(line) for line in call("pages", "--state", "clean", "--json").splitlines()]
    assert "[clean]" in call("page", str(clean["id"]))
    assert call("pages", "--since", "7d", "--text", "카지노사이트", "--json").count("\n") == 1


def test_feeds_add_remove_import_export(world: World, call: Callable[..., str], tmp_path: Path) -> None:
    call("feeds", "add", "http://a.example/rss", "--trust")
    assert json.loads(call("feeds", "list", "--json"))["trust"] is True
    (tmp_path / "feeds.opml").write_text(call("feeds", "export"), encoding="utf-8")
    call("feeds", "remove", "http://a.example/rss")
    assert call("feeds", "--json") == ""
    assert "knows no such feed" in call("feeds", "remove", "http://a.example/rss", code=2)
    call("feeds", "import", str(tmp_path / "feeds.opml"))
    assert json.loads(call("feeds", "--json"))["url"] == "http://a.example/rss"
    assert "is no http or https address" in call("feeds", "add", "a.example", code=2)


@pytest.mark.usefixtures("world")
def test_a_feed_is_removed_by_the_number_that_the_list_shows(call: Callable[..., str]) -> None:
    """A number was called no address, and no preset (seen from outside)."""
    number = call("feeds", "add", "http://a.example/rss").split(":")[0].removeprefix("feed ")
    call("feeds", "remove", number)
    assert call("feeds", "--json") == ""
    for unknown in (number, "99"):
        assert "knows no such feed" in call("feeds", "remove", unknown, code=2)
    assert "is no http or https address" in call("feeds", "remove", "9" * 30, code=2)


@pytest.mark.usefixtures("world")
def test_what_went_wrong_with_a_feed_stands_beside_its_address_once(call: Callable[..., str]) -> None:
    """The address filled the column, and the reason was cut off (seen from outside)."""
    url = "http://127.0.0.1:9/rss"
    call("feeds", "add", url)
    call("monitor", "--once")
    assert call("feeds").count(url) == 1
    assert json.loads(call("feeds", "--json"))["last_error"].startswith(f"{url}: ")


def test_why_nothing_is_found_and_how_many_places_are_not_shown_is_told(
    full: str, world: World, call: Callable[..., str]
) -> None:
    """All of it was silence (seen from outside in November 2026)."""
    host = world.site.host
    assert host in call("pages", "--host", host)
    assert f"hosts are named with their port: {host}" in call("pages", "--host", host.partition(":")[0])
    assert "the log knows no such feed" in call("pages", "--feed", "http://nobody.example/rss")
    assert "a single syllable is found only where it stands alone" in call("pages", "--text", "츄 버스")
    count = world.value("SELECT max(count) FROM findings")
    assert f"… and {count - 3} more" in call("page", world.site.url(full))


@pytest.mark.parametrize("form", ["ublacklist", "adblock", "hosts", "domains"])
def test_blocklist_names_hosts_that_serve_injected_copies(full: str, call: Callable[..., str], form: str) -> None:
    assert "127.0.0.1" in call("blocklist", "--format", form)


def test_alerts_test_sends_one(full: str, world: World, call: Callable[..., str]) -> None:
    inbox = world.site.inbox()
    assert "sent to 1 target" in call("alerts", "test")
    assert [m["title"] for m in inbox] == ["wonmun: test alert"]
    world.site.fail("/hook", 500)
    assert "did not take the message" in call("alerts", "test", code=2)


def test_alerts_test_without_a_target_says_what_to_do(world: World, call: Callable[..., str]) -> None:
    assert "alerts.to" in call("alerts", "test", code=2)


def test_pending_alerts(full: str, world: World, mirror: Callable[..., str], call: Callable[..., str]) -> None:
    assert call("alerts", "--pending", "--json") == ""
    assert json.loads(call("alerts", "--json"))["sent_at"]


def test_back_up_and_evidence(full: str, world: World, call: Callable[..., str], tmp_path: Path) -> None:
    call("log", "backup", str(tmp_path / "copy.db"))
    assert (tmp_path / "copy.db").stat().st_size > 0
    call("page", world.site.url(full), "--warc", str(tmp_path / "e.warc"))
    assert (tmp_path / "e.warc").read_bytes().startswith(b"WARC/")


@pytest.mark.parametrize(
    "name", ["pages", "page 1", "alerts", "campaigns", "feeds", "stats", "blocklist", "log backup x"]
)
def test_without_a_log_one_sentence(call: Callable[..., str], name: str) -> None:
    assert "there is no log yet" in call(*name.split(), code=2)


def test_a_log_of_an_older_version_is_asked_without_starting_the_monitor_first(
    full: str, world: World, call: Callable[..., str]
) -> None:
    (page,) = map(json.loads, call("pages", "--state", "injected", "--json").splitlines())
    asked = ("pages", "--state", "injected", "--phrase", page["phrases"][0], "--json")
    told = call(*asked)
    with open_log(world.path) as log:
        without_states_of_findings(log.db)
    assert call(*asked) == told != ""


def test_an_import_leaves_out_what_is_no_address_and_says_so(world: World, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<opml><body><outline xmlUrl="javascript:x"/><outline xmlUrl="http://a.example/rss"/></body></opml>'
    )
    code, out, err = world.run("feeds", "import", str(file))
    assert (code, out) == (0, "1 feeds added\n")
    assert err.startswith("left out: javascript:x: is no http or https address")
    file.write_text('<opml><body><outline xmlUrl="javascript:x"/></body></opml>')
    code, out, err = world.run("feeds", "import", str(file))
    assert (code, out) == (2, "")
    assert "none of its 1 addresses" in err
