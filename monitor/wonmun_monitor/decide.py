"""Old state + what a visit brought + now → what to write. Pure: no clock, no chance, no socket.

`jitter` (0..1) comes from outside. Every way through sets the next visit's time.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp, log
from typing import TYPE_CHECKING

from wonmun.model import RANK
from wonmun_monitor.alerts.message import page_alert
from wonmun_monitor.better import try_again
from wonmun_monitor.cloaking import cloaking_reason, only_for_some
from wonmun_monitor.found import group
from wonmun_monitor.intents import AlertIntent, Found, PageChange, PageState, VisitIntent
from wonmun_monitor.onward import leads, links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun_monitor.intents import Failure, Outcome, Turn, View

MOST_PATIENT = 7 * 86400
"""No server makes us wait longer than this, in seconds."""
GONE_AFTER = 2
"""404s in a row until a page counts as gone; 410 is believed at once."""
FAILED_AFTER = 5
"""Failures in a row until a page that could be read once counts as failed."""
LISTED = 0.5
"""What a subscribed blocklist adds to the log-odds of the score shown; never enough to change a verdict."""
_FINAL = frozenset({"robots", "refused", "not_text"})


def decide(old: PageState, outcome: Outcome, turn: Turn) -> VisitIntent:
    """Say what a visit changes."""
    if outcome.failure is not None:
        return _after_failure(old, outcome.failure, turn)
    if all(view.reading is None for view in outcome.views):
        return _after_nothing_new(old, outcome.views, turn)
    return _after_reading(old, outcome.views, turn)


def spread(seconds: float, jitter: float) -> float:
    """Move a span by up to a tenth either way, so that visits do not march in step."""
    return seconds * (0.9 + 0.2 * jitter)


def _carry(old: PageState, *, interval: float, next_check_at: float | None) -> PageChange:
    return PageChange(
        state=old.state,
        score=old.score,
        interval=interval,
        next_check_at=next_check_at,
        failures=0,
        last_error="",
        visits=old.visits + 1,
        last_changed=old.last_changed,
        infected_since=old.infected_since,
        was_injected=old.was_injected,
        alerted_at=old.alerted_at,
        alert_owed=old.alert_owed,
        reopened=old.reopened,
        etag=old.etag,
        last_modified=old.last_modified,
        body_hash=old.body_hash,
        text_hash=old.text_hash,
    )


def _after_failure(old: PageState, why: Failure, turn: Turn) -> VisitIntent:
    recheck = turn.settings.monitor.recheck
    failures = old.failures + 1
    wait = min(recheck.first * 2.0 ** min(failures - 1, 20), recheck.longest)
    gone = why.status == 410 or (why.status == 404 and failures >= GONE_AFTER)
    if gone or why.kind in _FINAL:
        wait = recheck.longest
    wait = spread(wait, turn.jitter)
    vain = old.origin == "lead" and old.text_hash is None and _is_final(why, failures)
    if why.retry_after is not None:
        wait = max(wait, min(why.retry_after, MOST_PATIENT))
    state = old.state
    if gone:
        state = "gone"
    elif old.state in {"new", "failed", "gone"} or (failures >= FAILED_AFTER and old.state != "injected"):
        state = "failed"
    change = replace(
        _carry(old, interval=old.interval, next_check_at=None if vain else turn.now + wait),
        state=state,
        failures=failures,
        last_error=why.message,
    )
    cleared = tuple(old.open_findings) if gone else ()
    return VisitIntent(old.id, turn.now, change, failure=why, cleared=cleared)


def _is_final(why: Failure, failures: int) -> bool:
    """Say whether an address that another page named leads nowhere: nobody is to be asked for it again."""
    return why.status in {404, 410} or why.kind in _FINAL or failures >= FAILED_AFTER


def _after_nothing_new(old: PageState, views: Sequence[View], turn: Turn) -> VisitIntent:
    recheck = turn.settings.monitor.recheck
    grown = min(max(old.interval, recheck.first) * recheck.factor, recheck.longest)
    interval = recheck.infected if old.state == "injected" else grown
    change = _carry(old, interval=interval, next_check_at=turn.now + spread(interval, turn.jitter))
    alert, change = _alert_owed(old, change, turn)
    return VisitIntent(old.id, turn.now, change, views=tuple(views), alert=alert)


def _after_reading(old: PageState, views: Sequence[View], turn: Turn) -> VisitIntent:
    main = _worst(views)
    reading = main.reading
    assert reading is not None
    cloaked = only_for_some(views)
    found = _all_found(views, cloaked)
    verdict = "injected" if any(f.kind == "link" for f in cloaked) else reading.report.verdict
    change = _change(old, views, verdict, turn)
    if cloaked:
        change = replace(
            change,
            score=max(change.score, *(f.score for f in cloaked)),
            reasons=tuple(dict.fromkeys((*map(cloaking_reason, cloaked), *change.reasons))),
        )
    alert: AlertIntent | None = None
    if verdict == "injected":
        change = replace(change, was_injected=True, infected_since=old.infected_since or turn.now)
        if old.state != "injected":
            change = replace(change, infected_since=turn.now)
        alert, change = _alert(old, change, found, turn)
    keys = {(f.key, f.cloaked) for f in found}
    fresh = any((f.key, f.cloaked) not in old.open_findings for f in found)
    return VisitIntent(
        old.id,
        turn.now,
        change,
        views=tuple(views),
        found=found,
        cleared=tuple(k for k in old.open_findings if k not in keys),
        keep_bodies=verdict != "clean",
        alert=alert,
        links=links(old, main, turn) if verdict == "injected" else (),
        leads=leads(old, main, turn),
        again_at=try_again(reading, 0, turn.now),
        pull=verdict == "injected" and fresh,
    )


def _worst(views: Sequence[View]) -> View:
    """Give the view with the worst verdict, the reader's first among equals."""
    read = [v for v in views if v.reading]
    return max(read, key=lambda v: RANK[v.reading.report.verdict] if v.reading else -1)


def _all_found(views: Sequence[View], cloaked: tuple[Found, ...]) -> tuple[Found, ...]:
    merged: dict[str, Found] = {}
    for number, view in enumerate(views):
        if view.reading is None:
            continue
        for one in group(view.reading, view=number, profile=view.profile):
            old = merged.get(one.key)
            if old is None:
                merged[one.key] = one
            elif view.profile not in old.profiles:
                merged[one.key] = replace(old, profiles=(*old.profiles, view.profile))
    apart = {f.key: set(f.profiles) for f in cloaked}
    everybodys = (f for f in merged.values() if not set(f.profiles) <= apart.get(f.key, set()))
    return (*everybodys, *cloaked)


def _change(old: PageState, views: Sequence[View], verdict: str, turn: Turn) -> PageChange:
    main = _worst(views)
    first = next(v for v in views if v.reading)
    reading = main.reading
    assert reading is not None
    changed = old.text_hash is not None and reading.text_hash != old.text_hash
    interval = _interval(old, verdict, changed, turn)
    state = "recovered" if verdict == "clean" and old.was_injected else verdict
    headers = {name.lower(): value for name, value in first.headers}
    return replace(
        _carry(old, interval=interval, next_check_at=turn.now + spread(interval, turn.jitter)),
        state=state,
        score=shown_score(reading.report.score, verdict, listed=old.listed),
        last_changed=turn.now if changed or old.last_changed is None else old.last_changed,
        infected_since=old.infected_since if verdict == "injected" else None,
        etag=headers.get("etag", ""),
        last_modified=headers.get("last-modified", ""),
        body_hash=first.body_hash,
        text_hash=reading.text_hash,
        title=reading.page.title,
        lang=reading.page.lang,
        genuine_url=reading.report.genuine_url or "",
        reasons=reading.report.reasons,
    )


def _interval(old: PageState, verdict: str, changed: bool, turn: Turn) -> float:  # noqa: FBT001 (a plain fact)
    recheck = turn.settings.monitor.recheck
    if verdict == "injected":
        return recheck.infected
    if old.visits == 0 or changed or old.state != verdict:
        return recheck.first if old.visits == 0 else max(recheck.first, old.interval / recheck.factor)
    return min(max(old.interval, recheck.first) * recheck.factor, recheck.longest)


def shown_score(score: float, verdict: str, *, listed: bool) -> float:
    """Add the weak prior of a blocklist to a score (0..1); the verdict is another matter."""
    if not listed or verdict == "injected":
        return score
    clamped = min(max(score, 0.001), 0.999)
    return 1 / (1 + exp(-(log(clamped / (1 - clamped)) + LISTED)))


def _alert(
    old: PageState, change: PageChange, found: tuple[Found, ...], turn: Turn
) -> tuple[AlertIntent | None, PageChange]:
    if old.state == "injected" and old.alerted_at is not None and not old.alert_owed:
        return None, change
    again = old.alerted_at is not None
    if again and turn.now - (old.alerted_at or 0) < turn.settings.alerts.cool_down:
        return None, replace(change, alert_owed=True)
    change = replace(change, alerted_at=turn.now, alert_owed=False, reopened=old.reopened + again)
    return page_alert(old, change, found, turn.settings.alerts.dashboard, turn.now), change


def _alert_owed(old: PageState, change: PageChange, turn: Turn) -> tuple[AlertIntent | None, PageChange]:
    """Give the alert that the cool-down held back, once that is over and the page is still infected."""
    if old.state != "injected" or not old.alert_owed:
        return None, change
    return _alert(old, change, (), turn)
