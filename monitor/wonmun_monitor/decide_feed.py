"""Old state of a feed + what a poll brought + now → what to write. Pure, as `decide.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.alerts.message import feed_failing, feed_gone, feed_recovered
from wonmun_monitor.decide import MOST_PATIENT, spread
from wonmun_monitor.intents import FeedIntent

if TYPE_CHECKING:
    from wonmun_monitor.intents import FeedOutcome, FeedState, Turn

LONGEST_BACK_OFF = 86_400.0
"""A failing feed is tried at least this often, in seconds: none is abandoned silently."""
_SLOWER = {"sitemap": 4.0, "list": 4.0, "search": 4.0, "blocklist": 96.0}
"""How many of a feed's intervals (15 minutes) lie between two polls of other sources."""


def decide_feed(feed: FeedState, outcome: FeedOutcome, turn: Turn) -> FeedIntent:
    """Say what a poll changes: the next poll's time in any case, and an alert where something turned."""
    interval = feed.interval or turn.settings.monitor.interval * _SLOWER.get(feed.kind, 1.0)
    why = outcome.failure
    if why is None:
        alert = feed_recovered(feed, turn.now) if feed.alerted else None
        return FeedIntent(feed.id, turn.now, turn.now + spread(interval, turn.jitter), outcome, 0, alert=alert)
    failures = feed.failures + 1
    if why.status == 410:
        alert = feed_gone(feed, turn.now)
        return FeedIntent(feed.id, turn.now, turn.now + LONGEST_BACK_OFF, outcome, failures, enabled=False, alert=alert)
    wait = spread(min(interval * 2.0 ** min(failures - 1, 20), max(LONGEST_BACK_OFF, interval)), turn.jitter)
    if why.retry_after is not None:
        wait = max(wait, min(why.retry_after, MOST_PATIENT))
    due = failures >= turn.settings.alerts.feed_failures and not feed.alerted
    return FeedIntent(
        feed.id,
        turn.now,
        turn.now + wait,
        outcome,
        failures,
        alerted=feed.alerted or due,
        alert=feed_failing(feed, failures, why.message, turn.now) if due else None,
    )
