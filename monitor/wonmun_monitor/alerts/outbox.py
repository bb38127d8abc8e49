"""The outbox: what is due goes to every target, each target once, and is marked after; what fails waits longer.

A message is marked when its target has taken it. Killed in between, it is sent again with the same key.
"""

from __future__ import annotations

import hashlib
import logging
from functools import partial
from typing import TYPE_CHECKING

from wonmun.errors import WonmunError
from wonmun_monitor.alerts.message import digest
from wonmun_monitor.alerts.send import SendError, send, shown
from wonmun_monitor.aside import aside
from wonmun_monitor.decide import spread
from wonmun_monitor.log import alerts as rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wonmun_monitor.alerts.send import Sender
    from wonmun_monitor.log.alerts import Waiting
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
FIRST_WAIT = 60.0
LONGEST_WAIT = 6 * 3600.0
PATIENCE = 30.0
"""Seconds that a target may take for one message."""


async def send_due(tools: Tools, *, everything: bool = False, sender: Sender = send) -> int:
    """Send what is due; with `everything` also what waits for another try. Gives how many went out whole."""
    due = rows.waiting(tools.reader.db, tools.clock(), everything=everything)
    if not due:
        return 0
    targets = tools.settings.alerts.to
    if not targets:
        await tools.write(lambda opened: rows.mark_kept(opened, [w.id for w in due]))
        return 0
    for target in targets:
        await _to_target(tools, target, due, sender)
    names = [target_name(t) for t in targets]
    return await tools.write(lambda opened: rows.mark_whole(opened, [w.id for w in due], names, tools.clock()))


def target_name(target: str) -> str:
    """Name a target in the log, where its secrets must not be."""
    return hashlib.sha256(target.encode()).hexdigest()[:12]


async def _to_target(tools: Tools, target: str, due: Sequence[Waiting], sender: Sender) -> None:
    name = target_name(target)
    mine = [w for w in due if name not in w.delivered]
    if len(mine) >= tools.settings.alerts.digest:
        subject, body = digest(mine, tools.settings.alerts.dashboard)
        await _deliver(tools, target, mine, partial(sender, target, subject, body))
        return
    for one in mine:
        if rows.is_delivered(tools.reader.db, one.id, name):
            continue  # another program sends from the same log
        if not await _deliver(tools, target, [one], partial(sender, target, one.subject, one.body)):
            return  # a target that fails once is not bothered with the rest of this turn


async def _deliver(tools: Tools, target: str, parts: Sequence[Waiting], deliver: Callable[[], None]) -> bool:
    numbers = [part.id for part in parts]
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


async def send_test(targets: Sequence[str], sender: Sender = send) -> list[str]:
    """Send one message to each target; give a sentence for each that failed."""
    failed: list[str] = []
    for target in targets:
        try:
            body = "This is a test. Alerts about injected pages and failing feeds will come this way."
            await aside(partial(sender, target, "wonmun: test alert", body), PATIENCE)
        except (SendError, TimeoutError) as error:
            failed.append(str(error) or f"{shown(target)} did not answer within {PATIENCE:.0f} s")
    return failed
