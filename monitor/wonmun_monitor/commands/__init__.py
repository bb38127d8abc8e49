"""The monitor's commands: a command a file; each parses, calls and prints."""

from __future__ import annotations

from wonmun_monitor.commands.alerts import alerts
from wonmun_monitor.commands.campaigns import campaigns
from wonmun_monitor.commands.feeds import feeds
from wonmun_monitor.commands.keep import blocklist, log
from wonmun_monitor.commands.monitor import monitor
from wonmun_monitor.commands.pages import page, pages
from wonmun_monitor.commands.stats import stats

commands = (monitor, pages, page, alerts, campaigns, feeds, stats, blocklist, log)

__all__ = ["commands"]
