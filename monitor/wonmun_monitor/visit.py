"""One visit to one page: fetch, check, decide, apply. Every way out stores the next visit's time."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from wonmun.errors import FetchError, InputError, LogError, WonmunError
from wonmun.net.publishers import host_key
from wonmun_monitor.cloaking import differing
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Failure, Outcome, View, VisitIntent
from wonmun_monitor.log.alerts import told_already
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.pages import hold_host, host_row, page_state, put_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun_monitor.intents import PageState
    from wonmun_monitor.log.connect import Log
    from wonmun_monitor.polite import Hosts
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
_PROFILES: dict[str, dict[str, str]] = {
    "reader": {},
    "search": {"Referer": "https://www.google.com/"},
    "crawler": {
        "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    },
}
"""What tells the visitors apart: the headers that cloaked pages look at."""
_HOLDING = frozenset({429, 503})


class _Call(NamedTuple):
    """A page to be visited, and with what."""

    tools: Tools
    hosts: Hosts
    page: PageState
    come: Callable[[], None]
    """To be called when nothing more is to be fetched."""


async def visit(tools: Tools, hosts: Hosts, page: PageState, come: Callable[[], None] = lambda: None) -> None:
    """Visit a page; call `come` as soon as nothing more is to be fetched for it.

    Raises nothing but cancellation, and `LogError` where the visit could not be written.
    """
    until = host_row(tools.reader.db, page.host).not_before
    if until > tools.clock():
        await tools.write(lambda opened: put_off(opened, page.id, until + 60 * tools.chance.random()))
        return
    outcome = await _outcome(_Call(tools, hosts, page, come))
    come()
    failure = outcome.failure
    if failure is not None and failure.status in _HOLDING and failure.retry_after:
        wait = failure.retry_after
        await tools.write(lambda opened: hold_host(opened, page.host, tools.clock() + wait))
    try:
        intent = await _written(tools, page, outcome)
    except LogError:
        raise
    except Exception as error:  # noqa: BLE001 - the rim again: what one page brought cannot be written, but that can
        failure = _unexpected(page, error)
        intent = await _written(tools, page, Outcome(failure=failure))
    tools.counts.pages += 1
    tools.counts.errors += failure is not None
    if intent is not None and intent.alert is not None:
        tools.counts.alerts += 1
    if failure is not None:
        log.info("%s", failure.message)


async def _written(tools: Tools, page: PageState, outcome: Outcome) -> VisitIntent | None:
    """Decide on what a visit brought and write it; None where the page is gone from the log."""
    turn = tools.turn()

    def job(opened: Log) -> VisitIntent | None:
        old = page_state(opened.db, page.id)
        if old is None:
            return None
        intent = decide(old, outcome, turn)
        if intent.alert and told_already(
            opened.db, page.id, outcome.views[0].url, turn.now - turn.settings.alerts.cool_down
        ):
            intent = replace(intent, alert=None)
        new = {(f.key, f.cloaked) for f in intent.found} - old.open_findings
        apply_visit(opened, intent)
        tools.counts.findings += len(new)
        return intent

    return await tools.write(job)


def _unexpected(page: PageState, error: Exception) -> Failure:
    """Note a fault of ours that one odd page showed."""
    trace = log.isEnabledFor(logging.DEBUG)
    log.error("%s: the visit failed (%r)", page.url, error, exc_info=error if trace else None)
    return Failure("unexpected", f"{page.url}: {type(error).__name__}: {error}")


async def _outcome(call: _Call) -> Outcome:
    page = call.page
    try:
        return Outcome(await _views(call))
    except FetchError as error:
        return Outcome(failure=Failure(error.kind, str(error), error.status, error.retry_after))
    except InputError as error:
        return Outcome(failure=Failure("not_text", f"{page.url}: {error}"))
    except LogError:
        raise
    except WonmunError as error:
        return Outcome(failure=Failure("unexpected", str(error)))
    except Exception as error:  # noqa: BLE001 - the rim of a visit: one odd page must not end the round
        return Outcome(failure=_unexpected(page, error))


async def _views(call: _Call) -> tuple[View, ...]:
    page = call.page
    await call.hosts.allowed(urlsplit(page.url).scheme, page.host, page.url)
    profiles = call.tools.settings.monitor.profiles
    others = [p for p in profiles if p != "reader"]
    if not others:
        return (await _look(call, "reader", last=True),)
    first = await _look(call, "reader" if "reader" in profiles else others[0])
    views = [first]
    others = [p for p in others if p != first.profile]
    if first.reading is None and others:
        # a page that has not changed for the reader may still show others something new
        first = await _look(call, first.profile, again=True)
        views = [first]
    views += [await _look(call, profile) for profile in others]
    if others and differing(views):
        views += [await _look(call, p, again=True) for p in (first.profile, *others)]
    return tuple(views)


async def _look(call: _Call, profile: str, *, again: bool = False, last: bool = False) -> View:
    """Fetch as one kind of visitor, and check what came. Raises `WonmunError`."""
    tools, page = call.tools, call.page
    ask = profile == "reader" and not page.force and not again
    async with call.hosts.turn(page.host):
        got = await tools.client.fetch(
            page.url,
            headers=_PROFILES[profile],
            etag=page.etag if ask else "",
            last_modified=page.last_modified if ask else "",
        )
    if last:
        call.come()
    if page.origin == "lead" and page.trusted and host_key(got.url) != host_key(page.url):
        raise FetchError(f"{page.url}: leads on to {got.url}, which is another's", url=page.url, kind="refused")
    digest = hashlib.sha256(got.body).digest()[:16]
    unchanged = got.not_modified or (ask and digest == page.body_hash)
    reading = None if unchanged else await tools.checker.check(page.url, got.body, got.content_type)
    return View(
        profile=profile,
        url=got.url,
        status=got.status,
        ms=int(got.elapsed * 1000),
        body=got.body,
        body_hash=page.body_hash if got.not_modified else digest,
        headers=got.headers,
        request_headers=got.request_headers,
        reading=reading,
    )
