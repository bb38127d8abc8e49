"""One poll of one source: fetch, parse, decide, write. Every way out stores the next poll's time."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.errors import FetchError, InputError, LogError
from wonmun.net.response import Limits
from wonmun_monitor.blocklists import parse_blocklist
from wonmun_monitor.decide_feed import decide_feed
from wonmun_monitor.feeds import Parsed, parse_source
from wonmun_monitor.intents import Failure, FeedOutcome
from wonmun_monitor.log.feeds import apply_feed, due_feeds
from wonmun_monitor.urls import host_of

if TYPE_CHECKING:
    from wonmun.net.response import Response
    from wonmun_monitor.intents import FeedState, Item
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
MOST_MAPS = 10
"""Site maps of one index that are read in one poll."""


async def poll_due(tools: Tools, *, everything: bool = False) -> None:
    """Poll every source that is due, several at a time, one a host at a time with the usual pause between.

    robots.txt is for pages: a feed is there to be polled, and the user named it.
    """
    due = due_feeds(tools.reader.db, tools.clock(), everything=everything)
    slots = asyncio.Semaphore(tools.settings.monitor.concurrency)
    hosts: defaultdict[str, list[FeedState]] = defaultdict(list)
    for feed in due[: tools.trouble.room]:
        hosts[host_of(feed.url)].append(feed)

    async def one_host(host: str, feeds: list[FeedState]) -> None:
        mine = host in tools.settings.monitor.allow_private
        for number, feed in enumerate(feeds):
            if number and not mine:
                await asyncio.sleep(float(tools.settings.monitor.delay))
            async with slots:
                await poll(tools, feed)

    await asyncio.gather(*(one_host(host, feeds) for host, feeds in hosts.items()))


async def poll(tools: Tools, feed: FeedState) -> None:
    """Poll one source. Raises nothing but cancellation."""
    try:
        outcome = await _outcome(tools, feed)
    except FetchError as error:
        failure = Failure(error.kind, str(error), error.status, error.retry_after)
        outcome = FeedOutcome(failure=failure)
    except InputError as error:
        outcome = FeedOutcome(failure=Failure("not_feed", str(error)))
    except Exception as error:  # noqa: BLE001 - the rim of a poll: one odd feed must not end the round
        outcome = _unexpected(feed, error)
    tools.counts.feeds += 1
    tools.counts.errors += outcome.failure is not None
    if outcome.failure:
        log.warning("%s", outcome.failure.message)
    try:
        try:
            await _write(tools, feed, outcome)
        except LogError:
            raise
        except Exception as error:  # noqa: BLE001 - the rim again: what one feed brought cannot be written, but that can
            await _write(tools, feed, _unexpected(feed, error))
    except LogError as error:
        tools.counts.errors += 1
        tools.trouble.met(error)


async def _write(tools: Tools, feed: FeedState, outcome: FeedOutcome) -> None:
    intent = decide_feed(feed, outcome, tools.turn())
    await tools.write(lambda opened: apply_feed(opened, feed, intent))
    tools.counts.alerts += intent.alert is not None


def _unexpected(feed: FeedState, error: Exception) -> FeedOutcome:
    """Note a fault of ours that one odd feed showed."""
    trace = log.isEnabledFor(logging.DEBUG)
    log.error("%s: polling failed (%r)", feed.url, error, exc_info=error if trace else None)
    return FeedOutcome(failure=Failure("unexpected", f"{feed.url}: {type(error).__name__}: {error}"))


async def _outcome(tools: Tools, feed: FeedState) -> FeedOutcome:
    monitor = tools.settings.monitor
    limits = Limits(float(monitor.timeout), int(monitor.max_bytes), truncate=True)
    got = await tools.client.fetch(feed.url, limits=limits, etag=feed.etag, last_modified=feed.last_modified)
    digest = hashlib.sha256(got.body).digest()[:16]
    if got.not_modified or digest == feed.body_hash:
        return FeedOutcome(unchanged=True)
    base = FeedOutcome(etag=got.etag, last_modified=got.last_modified, body_hash=digest)
    if feed.kind == "blocklist":
        text = got.body.decode("utf-8", "replace")
        return replace(base, hosts=parse_blocklist(text, feed.format or "domains", feed.url))
    parsed = await asyncio.to_thread(
        parse_source, feed.kind, got.body, got.url, got.content_type, monitor.items_per_feed
    )
    if parsed.maps:
        parsed = await _inner_maps(tools, parsed, limits)
    return replace(base, items=parsed.items, title=parsed.title, note=_note(got, parsed, monitor.max_bytes))


def _note(got: Response, parsed: Parsed, cap: int) -> str:
    cut = f"longer than {cap:,} bytes; only that much is read" if got.truncated else ""
    moved = f"has moved for good to {got.url}; add that address, remove this one" if got.moved else ""
    return "; ".join(part for part in (moved, cut, parsed.note) if part)


async def _inner_maps(tools: Tools, index: Parsed, limits: Limits) -> Parsed:
    """Read the newest site maps of an index; one that fails is noted, the others count."""
    most = tools.settings.monitor.items_per_feed
    items: list[Item] = []
    notes: list[str] = []
    for url in index.maps[:MOST_MAPS]:
        try:
            got = await tools.client.fetch(url, limits=replace(limits, text_only=False))
            items += (await asyncio.to_thread(parse_source, "sitemap", got.body, url, "", most)).items
        except (FetchError, InputError) as error:
            notes.append(str(error))
    if len(index.maps) > MOST_MAPS:
        notes.append(f"{len(index.maps)} site maps; only the first {MOST_MAPS} are read")
    return Parsed(tuple(items[:most]), note="; ".join(notes))
