"""When a page is looked at again, and what its state becomes: deciding is pure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wonmun.model import Finding, Page, Report, Segment, Verdict
from wonmun.settings import Monitor, Period, Recheck, Settings
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Failure, Outcome, PageState, Reading, Turn, View, VisitIntent

NOW = 1_000_000.0
HOUR = 3600.0
DAY = 24 * HOUR
SETTINGS = Settings(
    monitor=Monitor(recheck=Recheck(first=Period(HOUR), longest=Period(30 * DAY), infected=Period(6 * HOUR)))
)
OLD = PageState(1, "http://a.example/1", "a.example")


def reading(verdict: Verdict = "clean", text: str = "버스 노선이 바뀐다.", found: str = "버스") -> Reading:
    page = Page(text, (Segment("t1", "text", 0, len(text)),), url=OLD.url)
    places = (Finding(0, 2, found, "substitution", "전철", 0.9, "genuine"),) if verdict != "clean" else ()
    return Reading(page, Report(verdict, 0.9 if places else 0.1, places, text, text), text.encode())


def visit(old: PageState, outcome: Outcome, now: float = NOW) -> VisitIntent:
    return decide(old, outcome, Turn(SETTINGS, now, 0.5))


def seen(verdict: Verdict = "clean", text: str = "버스 노선이 바뀐다.") -> Outcome:
    return Outcome((View("reader", OLD.url, 200, body=b"x", body_hash=b"h", reading=reading(verdict, text)),))


def unchanged() -> Outcome:
    return Outcome((View("reader", OLD.url, 304),))


def after(old: PageState, outcome: Outcome, now: float = NOW) -> PageState:
    change = visit(old, outcome, now).change
    names = set(PageState.__dataclass_fields__) & set(type(change).__dataclass_fields__)
    return replace(old, **{n: getattr(change, n) for n in names})


def test_new_pages_soon_then_ever_more_seldom_up_to_the_longest() -> None:
    state = after(OLD, seen())
    waits = [state.interval]
    for _ in range(14):
        state = after(state, unchanged())
        waits.append(state.interval)
    assert waits[:4] == [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR]
    assert waits[-1] == 30 * DAY


def test_a_changed_text_is_looked_at_sooner() -> None:
    state = replace(after(OLD, seen()), interval=16 * HOUR, visits=6)
    assert after(state, seen(text="다른 글이다.")).interval == 8 * HOUR
    assert after(state, seen()).interval == 32 * HOUR


def test_an_infected_page_keeps_its_own_rhythm() -> None:
    state = replace(after(OLD, seen()), interval=16 * DAY)
    state = after(state, seen("injected"))
    assert (state.state, state.interval) == ("injected", 6 * HOUR)
    assert after(state, unchanged()).interval == 6 * HOUR


@pytest.mark.parametrize("jitter", [0.0, 0.3, 1.0])
@pytest.mark.parametrize(
    "outcome",
    [
        seen(),
        seen("suspicious"),
        seen("injected"),
        unchanged(),
        Outcome(failure=Failure("timeout", "slow")),
        Outcome(failure=Failure("status", "gone", 410)),
        Outcome(failure=Failure("status", "busy", 429, 9e9)),
        Outcome(failure=Failure("robots", "no")),
        Outcome(failure=Failure("unexpected", "?")),
    ],
    ids=lambda o: o.failure.kind if o.failure else "read",
)
@pytest.mark.parametrize("state", ["new", "clean", "suspicious", "injected", "recovered", "gone", "failed"])
def test_every_way_out_stores_the_next_ones_time(state: str, outcome: Outcome, jitter: float) -> None:
    old = replace(OLD, state=state, failures=60, interval=HOUR, was_injected=state in {"injected", "recovered"})
    change = decide(old, outcome, Turn(SETTINGS, NOW, jitter)).change
    assert change.next_check_at is not None
    assert NOW + 0.85 * HOUR <= change.next_check_at <= NOW + 34 * DAY


def test_failures_back_off_and_retry_after_is_heeded() -> None:
    state, waits = OLD, []
    for _ in range(5):
        intent = visit(state, Outcome(failure=Failure("timeout", "slow")))
        assert intent.change.next_check_at is not None
        waits.append(intent.change.next_check_at - NOW)
        state = after(state, Outcome(failure=Failure("timeout", "slow")))
    assert waits == [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR]
    busy = Outcome(failure=Failure("status", "busy", 503, 40_000.0))
    assert visit(OLD, busy).change.next_check_at == NOW + 40_000


def test_states_one_after_another() -> None:
    state = after(OLD, seen())
    assert state.state == "clean"
    state = after(state, seen("suspicious"))
    assert state.state == "suspicious"
    state = after(state, seen("injected"))
    assert (state.state, state.infected_since) == ("injected", NOW)
    state = after(state, Outcome(failure=Failure("timeout", "slow")), NOW + 5)
    assert state.state == "injected", "one failure does not hide what is known"
    state = after(state, seen(), NOW + 10)
    assert (state.state, state.infected_since) == ("recovered", None)
    state = after(state, seen("injected"), NOW + 20)
    assert (state.state, state.infected_since) == ("injected", NOW + 20)
    missing = Outcome(failure=Failure("status", "not there", 404))
    state = after(state, missing)
    assert state.state == "injected"
    assert after(state, missing).state == "gone"


def test_gone_clears_what_was_found() -> None:
    old = replace(OLD, state="injected", open_findings=frozenset({("버스", False)}))
    assert visit(old, Outcome(failure=Failure("status", "gone", 410))).cleared == (("버스", False),)


def test_a_page_never_read_is_failed_at_once_a_read_one_after_five_failures() -> None:
    failure = Outcome(failure=Failure("network", "no"))
    assert after(OLD, failure).state == "failed"
    state = replace(OLD, state="clean")
    states = []
    for _ in range(5):
        state = after(state, failure)
        states.append(state.state)
    assert states == ["clean"] * 4 + ["failed"]
    assert after(state, seen()).state == "clean"
