from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from wonmun.configuration import config_path, load_settings, parse_settings
from wonmun.errors import SettingsError
from wonmun.settings import Settings, data_folder, log_path

SHIPPED = Path(__file__).parents[2] / "config.yaml"


def test_the_shipped_configuration_loads() -> None:
    assert load_settings(SHIPPED).sample is True


def test_the_shipped_configuration_names_every_key_with_its_default() -> None:
    shipped, default = load_settings(SHIPPED), Settings()
    for section in ("server", "log", "monitor", "alerts", "restore"):
        assert getattr(shipped, section) == getattr(default, section)
        assert set(yaml.safe_load(SHIPPED.read_bytes())[section]) == set(getattr(default, section).__struct_fields__)
    assert set(yaml.safe_load(SHIPPED.read_bytes())) == set(Settings.__struct_fields__)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("monitor: {intervall: 15m}", "monitor.intervall: there is no such key; known here: interval,"),
        ("monitor: {interval: 15}", "monitor.interval: expected a time such as 20s, 15m, 24h or 7d, got 15"),
        ("monitor: {max_bytes: 5 parsecs}", "monitor.max_bytes: expected a size such as 500KB"),
        ("feeds: [{trust: true}]", "feeds[0].url: is missing"),
        (
            "feeds: [{url: 'http://x.example', trustt: 1}]",
            "feeds[0].trustt: there is no such key; known here: url, trust",
        ),
        ("server: {port: 99999}", "server.port: expected a whole number <= 65535"),
        ("sample: maybe", "sample: expected true or false, got text"),
        ("nonsense: 1", "nonsense: there is no such key; known here: server, log"),
        ("- 1", "the file: expected keys with values, got a list"),
        ("a: [", "config.yaml:1: is no valid YAML"),
        ("sample: true\nsample: false", "config.yaml:2: is no valid YAML (the key 'sample' stands here a second time)"),
        ("monitor: {interval: 0s}", "monitor.interval: expected a time such as 20s, 15m, 24h or 7d, more than none"),
        ("monitor: {allow_private: [localhost]}", "monitor.allow_private[0]: expected host:port, such as localhost:80"),
        ("monitor: {profiles: [robot]}", "monitor.profiles[0]: there is no 'robot'; one of reader, search, crawler"),
        ("log: {record_checks: some}", "log.record_checks: there is no 'some'; one of injected, all, none"),
        ("blocklists: [{url: http://a.example/, format: x}]", "blocklists[0].format: there is no 'x'; one of ublackl"),
        ("feeds: [{url: 'ftp://a.example/x'}]", "feeds[0].url: expected an address that begins with http:// or https"),
        (
            "searches: [{template: 'https://a.example/rss', terms: [a]}]",
            "that begins with http:// or https:// and holds",
        ),
        ("alerts: {to: [nonsense]}", "alerts.to[0]: expected an apprise URL such as mailto://… or json://…; mend"),
        ("alerts: {dashboard: nonsense}", "alerts.dashboard: expected an address that begins with http:// or https"),
        ("restore: {model: {url: nonsense}}", "restore.model.url: expected an address that begins with http:// or"),
        ("a: \x00", "is no valid YAML"),
    ],
)
def test_a_mistake_is_one_sentence_with_the_keys_path(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as error:
        parse_settings(text.encode())
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_times_and_sizes_are_read() -> None:
    settings = parse_settings(b"monitor: {interval: 1.5h, timeout: 20s, max_bytes: 2MB}\nalerts: {cool_down: 7d}")
    monitor = settings.monitor
    assert [float(monitor.interval), float(monitor.timeout)] == [5400, 20]
    assert [int(monitor.max_bytes), float(settings.alerts.cool_down)] == [2_000_000, 604_800]


def test_an_empty_file_means_the_defaults() -> None:
    assert parse_settings(b"# nothing\n") == Settings()


def test_a_section_whose_every_line_is_commented_out_counts_as_left_out() -> None:
    assert parse_settings(b"server:\n#  port: 1\nlog:\n  thin:\nmonitor:\n  timeout:\n") == Settings()


def test_what_may_be_empty_or_short_is_taken() -> None:
    text = "alerts: {dashboard: '', cool_down: 0s}\nmonitor: {delay: 0, allow_private: ['[::1]:8000', 'a.example:80']}"
    settings = parse_settings(text.encode())
    assert [float(settings.alerts.cool_down), float(settings.monitor.delay)] == [0, 0]
    assert settings.monitor.allow_private == ("[::1]:8000", "a.example:80")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.yaml: cannot be read"):
        load_settings(tmp_path / "nowhere.yaml")


def test_the_configuration_is_found_by_name_then_environment_then_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert config_path(None, {}) == SHIPPED
    (tmp_path / "config.yaml").write_text("sample: false")
    assert config_path(None, {}) == Path("config.yaml")
    assert config_path(None, {"WONMUN_CONFIG": "b.yaml"}) == Path("b.yaml")
    assert config_path("a.yaml", {"WONMUN_CONFIG": "b.yaml"}) == Path("a.yaml")


def test_the_log_stands_in_the_data_folder_unless_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WONMUN_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    assert log_path(Settings()) == tmp_path / "log.db"
    assert log_path(parse_settings(b"log: {path: other.db}")) == Path("other.db")
