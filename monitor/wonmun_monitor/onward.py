"""Where an infected page leads: to more pages of its host, and to its publisher's article. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun_monitor.urls import absolute, host_of, normalise

if TYPE_CHECKING:
    from wonmun.net.leads import Lead
    from wonmun_monitor.intents import PageState, Turn, View

DEEPEST = 2
"""Links and leads are followed this many steps from an infected page that a feed named."""


def links(old: PageState, view: View, turn: Turn) -> tuple[str, ...]:
    """Give more pages of the host that an infected page links to, as many as the settings allow."""
    if old.depth >= DEEPEST or view.reading is None:
        return ()
    page = view.reading.page
    wanted: dict[str, None] = {}
    for href in (*(k.href for k in page.links), *(s.href for s in page.segments if s.href)):
        try:
            url = normalise(absolute(view.url, href))
        except InputError:
            continue
        if host_of(url) == old.host and url != old.url:
            wanted[url] = None
        if len(wanted) >= turn.settings.monitor.follow_links:
            break
    return tuple(wanted)


def leads(old: PageState, view: View, turn: Turn) -> tuple[Lead, ...]:
    """Give where the publisher's article may be, where the settings allow to ask for it."""
    if not turn.settings.monitor.fetch_genuine or old.depth >= DEEPEST or view.reading is None:
        return ()
    return view.reading.leads
