"""What only some visitors are shown, and what merely changes from one visit to the next. Pure.

A difference counts when it is in every look of one kind of visitor and in none of the reader's. The visit
looks twice (see `visit.py`) as soon as there is a difference, so what a page shuffles by itself falls away.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun_monitor.found import foreign_links, group, phrase_key
from wonmun_monitor.intents import Found
from wonmun_monitor.urls import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun_monitor.intents import View

SHOWN_AS = {"search": "somebody who comes from a search engine", "crawler": "a search engine’s crawler"}
LEAST_LINKS = 3
"""Fewer foreign hosts that only one visitor is linked to are advertising, not a link block."""


def differing(views: Sequence[View]) -> bool:
    """Say whether another look is needed: some visitor got what the reader did not."""
    return bool(only_for_some(views))


def only_for_some(views: Sequence[View]) -> tuple[Found, ...]:
    """Give what other visitors than the reader always got and the reader never did, one `Found` a phrase."""
    looks = _by_profile(views)
    readers = [n for n in looks.pop("reader", []) if views[n].reading]
    if not readers:
        return ()
    result: dict[str, Found] = {}
    for profile, numbers in looks.items():
        seen = [n for n in numbers if views[n].reading]
        if len(seen) != len(numbers) or not seen:
            continue
        for found in (*_phrases(views, readers, seen), *_links(views, readers, seen)):
            old = result.get(found.key)
            profiles = (*old.profiles, profile) if old else (profile,)
            result[found.key] = replace(old or found, profiles=profiles, cloaked=True)
    return tuple(result.values())


def cloaking_reason(found: Found) -> str:
    """Say in a sentence what the cloaking is."""
    who = " and ".join(SHOWN_AS.get(profile, profile) for profile in found.profiles)
    what = f"“{clip(found.phrase, 60)}”"
    if found.kind == "link":
        what = f"{found.count} links to other hosts" if found.count > 1 else "a link to another host"
    return f"only {who} {'are' if len(found.profiles) > 1 else 'is'} shown {what}, at every look; a reader never"


def _by_profile(views: Sequence[View]) -> dict[str, list[int]]:
    looks: defaultdict[str, list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        looks[view.profile].append(number)
    return dict(looks)


def _phrases(views: Sequence[View], readers: list[int], seen: list[int]) -> list[Found]:
    def found(number: int) -> dict[str, Found]:
        reading = views[number].reading
        assert reading is not None
        return {f.key: f for f in group(reading, view=number, profile=views[number].profile)}

    always = found(seen[0])
    for number in seen[1:]:
        others = found(number)
        always = {key: f for key, f in always.items() if key in others}
    return [f for key, f in always.items() if not any(_shows(views[n], key, f.phrase) for n in readers)]


def _shows(view: View, key: str, phrase: str) -> bool:
    """Say whether the reader was shown the phrase at all, found or not."""
    reading = view.reading
    assert reading is not None
    return phrase in reading.page.text or any(phrase_key(f.found) == key for f in reading.report.findings)


def _links(views: Sequence[View], readers: list[int], seen: list[int]) -> list[Found]:
    always = foreign_links(views[seen[0]])
    for number in seen[1:]:
        there = foreign_links(views[number])
        always = {host: text for host, text in always.items() if host in there}
    known = {host for n in readers for host in foreign_links(views[n])}
    only = {host: text for host, text in always.items() if host not in known}
    if len(only) < LEAST_LINKS:
        return []
    text = " · ".join(f"{text.strip()[:40]} ({host})" for host, text in sorted(only.items())[:20])
    keys = tuple(f"link:{host}" for host in sorted(only))
    key = phrase_key(" ".join(sorted(only)))
    return [Found(text, key, "link", len(only), 0.9, "[]", campaign_keys=keys, view=seen[0])]
