"""The outbox: what is due goes to every target, each target once, and is marked after; what fails waits longer.

A message is marked when its target has taken it. Killed in between, it is sent again with the same key. Whoever
sends holds a message first, so that two programs at one log (`wonmun up`, and `wonmun monitor --once` from a
timetable) never send it both; a sender that dies lets go of it by that, or when its lease ends.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from wonmun.errors import WonmunError
from wonmun.translate import catalog, spoken_here
from wonmun_monitor.alerts.holder import is_gone, new_holder
from wonmun_monitor.alerts.message import digest
from wonmun_monitor.alerts.send import SendError, send, shown
from wonmun_monitor.aside import aside
from wonmun_monitor.decide import spread
from wonmun_monitor.log import alerts as rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wonmun.translate import Catalog
    from wonmun_monitor.alerts.send import Sender
    from wonmun_monitor.log.alerts import Waiting
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
FIRST_WAIT = 60.0
LONGEST_WAIT = 6 * 3600.0
PATIENCE = 30.0
"""Seconds that a target may take for one message."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn of sending."""

    tools: Tools
    hold: rows.Hold
    sender: Sender
    speech: Catalog
    """Of the language that messages are written in; the log keeps them in English."""


async def send_due(tools: Tools, *, everything: bool = False, sender: Sender = send) -> int:
    """Send what is due; with `everything` also what waits for another try. Gives how many went out whole."""
    speech = catalog(spoken_here(tools.settings.alerts.language))
    turn = _Turn(tools, rows.Hold(new_holder(), is_gone), sender, speech)
    hold, now = turn.hold, tools.clock()
    if not rows.waiting(tools.reader.db, hold, now, everything=everything):
        return 0
    due = await tools.write(lambda opened: rows.claim(opened, hold, now, everything=everything))
    numbers = [w.id for w in due]
    targets = tools.settings.alerts.to
    try:
        kept = rows.of_sample(tools.reader.db, numbers) if targets else set(numbers)
        if kept:  # to be read in the log only
            await tools.write(lambda opened: rows.mark_kept(opened, sorted(kept)))
        due = [one for one in due if one.id not in kept]
        if not due:
            return 0
        for target in targets:
            await _to_target(turn, target, due)
        names = [target_name(t) for t in targets]
        return await tools.write(lambda opened: rows.mark_whole(opened, numbers, names, tools.clock()))
    finally:
        # Not waited for: when the program ends, this is one of the last things that the writer does.
        tools.writer.put(lambda opened: rows.release(opened, hold, numbers))


def target_name(target: str) -> str:
    """Name a target in the log, where its secrets must not be."""
    return hashlib.sha256(target.encode()).hexdigest()[:12]


async def _to_target(turn: _Turn, target: str, due: Sequence[Waiting]) -> None:
    name = target_name(target)
    mine = [w for w in due if name not in w.delivered]
    alerts = turn.tools.settings.alerts
    if len(mine) >= alerts.digest:
        held = await _held(turn, mine, name)
        if held:
            subject, body = digest(held, alerts.dashboard)
            await _deliver(turn, target, held, partial(turn.sender, target, *_spoken(turn.speech, subject, body)))
        return
    for one in mine:
        held = await _held(turn, [one], name)
        message = partial(turn.sender, target, *_spoken(turn.speech, one.subject, one.body))
        if held and not await _deliver(turn, target, held, message):
            return  # a target that fails once is not bothered with the rest of this turn


def _spoken(speech: Catalog, subject: str, body: str) -> tuple[str, str]:
    """Translate a message line by line."""
    return speech.read(subject), "\n".join(map(speech.read, body.split("\n")))


async def _held(turn: _Turn, parts: Sequence[Waiting], name: str) -> list[Waiting]:
    """Hold on to what is to be delivered now, and leave out what another program has taken over meanwhile."""
    numbers = [part.id for part in parts]
    now = turn.tools.clock()
    still = await turn.tools.write(lambda opened: rows.renew(opened, turn.hold, numbers, name, now))
    return [part for part in parts if part.id in still]


async def _deliver(turn: _Turn, target: str, parts: Sequence[Waiting], deliver: Callable[[], None]) -> bool:
    numbers = [part.id for part in parts]
    tools = turn.tools
    try:
        await aside(deliver, PATIENCE)
    except (WonmunError, TimeoutError) as error:
        why = str(error) or f"{shown(target)} did not answer within {PATIENCE:.0f} s"
        log.warning("alert not sent: %s", why)
        attempts = max(part.attempts for part in parts)
        wait = spread(min(FIRST_WAIT * 2.0 ** min(attempts, 20), LONGEST_WAIT), tools.chance.random())
        until = tools.clock() + wait
        await tools.write(lambda opened: rows.mark_failed(opened, numbers, until, why))
        return False
    name = target_name(target)
    await tools.write(lambda opened: rows.mark_delivered(opened, numbers, name))
    return True


async def send_test(targets: Sequence[str], sender: Sender = send, language: str = "auto") -> list[str]:
    """Send one message to each target; give a sentence for each that failed."""
    failed: list[str] = []
    body = "This is a test. Alerts about injected pages and failing feeds will come this way."
    message = _spoken(catalog(spoken_here(language)), "wonmun: test alert", body)
    for target in targets:
        try:
            await aside(partial(sender, target, *message), PATIENCE)
        except (SendError, TimeoutError) as error:
            failed.append(str(error) or f"{shown(target)} did not answer within {PATIENCE:.0f} s")
    return failed
