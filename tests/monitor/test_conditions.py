"""Which condition of a question leads its search: the same answer, for a fraction of the work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.monitor.twenty import numbers, twenty_pages
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.postings import add
from wonmun_monitor.log.queries.conditions import Condition, Search, found, searches
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wonmun_monitor.log.connect import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with twenty_pages(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("sort", "after"), [("first_seen", "1008_17"), ("last_checked", "4993_7"), ("score", "0.17_17")]
)
@pytest.mark.parametrize(
    "asked",
    [
        {"feed": "http://g.example/", "state": "clean"},
        {"host": "h1.example", "state": "clean"},
        {"feed": "http://g.example/", "since": 1002, "until": 5000},
        {"host": "h0.example", "phrase": "먹튀 검증", "since": 3},
        {"state": "injected", "phrase": "먹튀검증", "until": 6000},
        {"feed": "http://g.example/", "phrase": "먹튀", "since": 1000},
        {"host": "h1.example", "state": "injected", "phrase": "검증", "until": 6000},
    ],
)
def test_whichever_condition_leads_the_answer_is_the_same(
    log: Log, monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any], sort: str, after: str
) -> None:
    def answers(most: int) -> list[list[int]]:
        monkeypatch.setattr("wonmun_monitor.log.queries.conditions.MOST_COUNTED", most)
        return [numbers(log, **asked, sort=sort, after=start) for start in (None, after)]

    log.db.execute(
        "INSERT INTO findings (page_id, phrase_key, phrase, kind, first_seen, last_seen) "
        "SELECT page_id, '먹튀검증소', '먹튀 검증소', 'insertion', 1, 1 FROM findings"
    )
    led = answers(1000)
    assert led[0], "there is something to compare"
    assert led[0][len(led[0]) - len(led[1]) :] == led[1], "the second stretch is a part of the whole"
    assert answers(0) == led, "walked along the sort's index, whatever is narrower"
    monkeypatch.setattr("wonmun_monitor.log.queries.conditions._WALKED", 0)
    monkeypatch.setattr("wonmun_monitor.log.queries.conditions._A_PAGE", 1)
    assert answers(1000) == led, "a walk is given up for the search that a condition leads"
    for name, value in {"_SPARE": 0, "_MORE": 2, "_IN_ITS_INDEX": 1000, "_WALKED": 2}.items():
        monkeypatch.setattr(f"wonmun_monitor.log.queries.conditions.{name}", value)
    assert answers(1000) == led, "what is asked last is asked of some pages after the others"


def test_a_search_that_takes_too_long_is_given_up_for_the_next(log: Log) -> None:
    walk = Search("pages p", "p.score > 2", (), steps=10)
    lead = Search("(SELECT 7 AS page_id) m CROSS JOIN pages p ON p.id = m.page_id", "1", ())
    pages = found(log.db, (walk, lead), lambda s: f"SELECT p.id, p.score FROM {s.source} WHERE {s.where} LIMIT ?", 3)
    assert pages == [(7, 0.07)]
    assert len(log.db.execute("SELECT * FROM pages").fetchall()) == 20, "no other question is interrupted"


def test_what_no_page_of_a_state_has_is_known_without_looking_at_them(log: Log) -> None:
    """Clean pages have no open finding: a walk among a million found none for .4 s."""
    log.db.execute(
        "INSERT INTO pages (url, host, state, first_seen) SELECT 'http://m.example/' || value, 'm.example', 'clean', 9 "
        "FROM json_each(?)",
        (json.dumps(list(range(20_000))),),
    )
    looked = []
    log.db.set_progress_handler(lambda: looked.append(1), 1000)
    assert numbers(log, phrase="먹튀", state="clean") == []
    assert len(looked) < 3, "thousands of steps"
    log.db.execute("UPDATE pages SET state = 'clean' WHERE id = 5")
    assert numbers(log, phrase="먹튀", state="clean") == [5]
    assert numbers(log, phrase="먹튀", state="injected") == [20, 15, 10]


EARLY = Condition("+p.first_seen < ?", (9,), "SELECT id AS page_id FROM pages WHERE first_seen < ?", 10_000, own=True)
FEED = Condition("EXISTS (SELECT 1 FROM feed_items x WHERE x.feed_id = ? AND x.page_id = p.id)", (1,), "", 900_000)


def test_what_reads_no_page_is_tested_before_pages_are_looked_at() -> None:
    """Of 10,889 pages of a time all were looked at, to see that nine of ten were of another feed: 60 ms, then 14."""
    state = Condition("p.state = ?", ("clean",), own=True)
    (search,) = searches([state, EARLY, FEED], 1_000_000, 1_000_000, 50)
    assert search.where == f"{FEED.test.replace('p.id', 'm.page_id')} AND p.state = ?"
    assert search.values == (9, 1, "clean")


@pytest.mark.parametrize(("dense", "leads"), [(1, False), (3, True)])
def test_rows_side_by_side_lead_though_they_are_more(dense: int, *, leads: bool) -> None:
    items = Condition("1", (), "SELECT 1 AS page_id", 150_000, rows="(items) p", dense=dense)
    (search,) = searches([EARLY, items], 1_000_000, 1_000_000, 50)
    assert (search.source == "(items) p") is leads


def plans_of(log: Log, word: str, **asked: Any) -> list[str]:
    """Ask for pages, some of which there are; give the steps by which SQLite answers the questions that hold a word."""
    looked: list[str] = []
    log.db.set_trace_callback(looked.append)
    assert numbers(log, sort="score", limit=3, **asked)
    log.db.set_trace_callback(None)
    steps = (log.db.execute(f"EXPLAIN QUERY PLAN {sql}") for sql in looked if word in sql)
    return [str(tuple(row)) for rows in steps for row in rows]


def test_a_phrase_of_many_pages_is_asked_for_beside_anything_without_looking_at_them(log: Log) -> None:
    """A quarter of all phrases beside a time or a feed took up to 138 ms on a log of a million pages."""
    db, many = log.db, json.dumps(list(range(1000, 9000)))
    db.execute(
        "INSERT INTO pages (id, url, host, state, score, first_seen) SELECT value, 'http://m.example/' || value, "
        "'m.example', 'recovered', .1, value FROM json_each(?)", (many,))  # fmt: skip
    db.execute(
        "INSERT INTO findings (page_id, phrase_key, phrase, kind, first_seen, last_seen) "
        "SELECT value, '먹튀검증' || (value % 9), '', 'insertion', 1, 1 FROM json_each(?) WHERE value % 20 = 0",
        (many,),
    )
    db.execute(
        "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) SELECT value, 1 + value % 2, x'00', 0 FROM json_each(?)",
        (many,),
    )
    asked: list[dict[str, Any]] = [{"since": 5000}, {"until": 5000}, {"feed": 1}, {"host": "m.example"}]
    for more in asked:
        plans = plans_of(log, "phrases k", phrase="먹튀", **more)
        assert plans
        assert not [plan for plan in plans if "SCAN p" in plan or "SEARCH p " in plan], more


def test_a_feed_of_many_pages_is_asked_for_without_looking_at_them(log: Log) -> None:
    """One of 39,000 pages beside a time took 115 ms of processor on a log of a million."""
    db, many = log.db, json.dumps(list(range(1000, 9000)))
    db.execute(
        "INSERT INTO pages (id, url, host, state, score, first_seen, last_checked) SELECT value, "
        "'http://m.example/' || value, 'm.example', 'clean', value % 7, value, value FROM json_each(?)", (many,))  # fmt: skip
    db.execute(
        "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) SELECT value, 1, x'00', 0 FROM json_each(?) "
        "WHERE value % 20 = 0",
        (many,),
    )
    asked: list[dict[str, Any]] = [{"since": 8900}, {"until": 1100}, {"host": "m.example", "since": 8900}]
    for more in asked:
        plans = plans_of(log, "feed_items", feed=1, **more)
        assert plans
        assert not [plan for plan in plans if "SCAN p" in plan or "SEARCH p " in plan], more


def test_a_feed_of_few_pages_leads_beside_a_phrase_of_more_and_a_state(log: Log) -> None:
    """The phrase was tested of pages of which nothing but the number was known then (the log's bench, 2026-11-30)."""
    db = log.db
    db.execute("INSERT INTO feeds (id, url, created) VALUES (3, 'http://few.example/', 0)")
    db.execute(
        "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) VALUES (5, 3, x'00', 0), (6, 3, x'00', 0)"
    )
    for state, pages in {"injected": [5], "clean": []}.items():
        assert numbers(log, feed=3, phrase="먹튀", state=state, sort="score") == pages
    assert numbers(log, feed=3, phrase="먹튀", state="injected", since=0, text=None) == [5]


def test_of_texts_that_may_hold_a_word_as_many_are_read_as_are_shown(log: Log) -> None:
    """A word of three syllables had 500 texts read for a list of 50: 25 to 40 ms on a log of a million pages."""
    read: list[str] = []
    for page in range(1, 21):
        text = "안전놀이터를 찾는다" if page % 4 else "안전한 전놀이, 놀이터"
        log.db.execute(
            "INSERT INTO snapshots (id, page_id, text_hash, taken_at, verdict, chars, z) VALUES (?1, ?1, ?1, 0, 'clean', 9, ?2)",
            (page, pack(text)),
        )
        add(log.db, page, (), terms(text))
    log.db.set_trace_callback(lambda sql: read.append(sql) if "SELECT z" in sql else None)
    assert numbers(log, text="안전놀이터", sort="score", limit=3) == [19, 18, 17]
    assert len(read) == 6, "the four shown or known to follow, and two that only look alike"
    log.db.set_trace_callback(None)
    assert numbers(log, text="안전놀이터", state="injected") == [15, 10, 5]
