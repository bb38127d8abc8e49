"""Questions to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.monitor.twenty import numbers, twenty_pages
from wonmun.errors import InputError
from wonmun_monitor.clock import iso, moment
from wonmun_monitor.found import phrase_key
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.postings import add
from wonmun_monitor.log.queries.findings import list_findings
from wonmun_monitor.log.queries.pages import PageQuery, list_pages, with_ports
from wonmun_monitor.log.queries.stats import by_day, get_stats, injected_hosts
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
    ("asked", "found"),
    [
        ({"state": "injected"}, [20, 15, 10, 5]),
        ({"host": "H1.example", "limit": 2}, [17, 13]),
        ({"phrase": "먹튀검증", "host": "h0.example"}, [20]),
        ({"phrase": "먹튀"}, [20, 15, 10, 5]),
        ({"phrase": "튀 검"}, [20, 15, 10, 5]),
        ({"phrase": "먹튀검증소"}, []),
        ({"phrase": "%"}, []),
        ({"feed": "http://g.example/", "limit": 3}, [19, 17, 15]),
        ({"feed": "http://nobody.example/"}, []),
        ({"since": 1009}, [20, 19, 18]),
        ({"until": 1001}, [1]),
        ({"sort": "last_checked", "limit": 3}, [1, 2, 3]),
        ({"sort": "last_checked", "since": 4997, "until": 4999}, [2, 3]),
        ({"sort": "score", "state": "clean", "limit": 2}, [19, 18]),
        ({"campaign": 7}, []),
    ],
)
def test_pages_by_what_people_ask_for(log: Log, asked: Any, found: Any) -> None:
    assert numbers(log, **asked) == found


def test_a_host_in_letters_of_its_own_is_found_as_it_is_typed(log: Log) -> None:
    """The log keeps it in ASCII (seen from outside, 2026-11-30)."""
    host = "xn--vg1b002a.xn--3e0b707e"
    log.db.execute("UPDATE pages SET host = ? WHERE id = 3", (host,))
    log.db.execute("INSERT INTO hosts (host, pages) VALUES (?, 1), (?, 1)", (host, f"{host}:81"))
    assert numbers(log, host="뉴스.한국") == numbers(log, host="뉴스.한국", state="clean") == [3]
    assert with_ports(log.db, "뉴스.한국") == [f"{host}:81"]
    with pytest.raises(InputError, match="is no name of a host"):
        numbers(log, host="뉴..스")


def test_a_hidden_block_is_found_by_a_part_and_by_all_of_it(log: Log) -> None:
    """It is known by a hash: of a block of 24 names not one was found, whoever asked had to give them all."""
    block = " ".join(f"무료 쿠폰 {n}호점" for n in range(24))
    row = (7, phrase_key(block), block)
    log.db.execute(
        "INSERT INTO findings (page_id, phrase_key, phrase, kind, count, first_seen, last_seen) "
        "VALUES (?, ?, ?, 'hidden', 1, 1, 1)", row)  # fmt: skip
    assert phrase_key(block).startswith("#")
    for asked in ("쿠폰 11호", block):
        assert numbers(log, phrase=asked) == [7]
    assert numbers(log, phrase="#") == []


@pytest.mark.parametrize("sort", ["first_seen", "last_checked", "score"])
@pytest.mark.parametrize("size", [1, 3, 7])
def test_paging_gives_every_page_once_however_many_share_a_moment(log: Log, sort: Any, size: int) -> None:
    whole = numbers(log, sort=sort, limit=100)
    assert sorted(whole) == list(range(1, 21))
    read, token = [], None
    while True:
        part = list_pages(log.db, PageQuery(sort=sort, limit=size, after=token))
        read += [p.id for p in part.pages]
        token = part.next
        if token is None:
            break
    assert read == whole


@pytest.mark.parametrize(
    ("name", "value"), [("state", "odd"), ("sort", "url"), ("after", "nonsense"), ("after", "1_x")]
)
def test_what_cannot_be_asked_is_one_sentence(log: Log, name: str, value: object) -> None:
    asked: dict[str, Any] = {name: value}
    with pytest.raises(InputError):
        list_pages(log.db, PageQuery(**asked))


def texts_of(log: Log, *texts: str) -> None:
    for n, text in enumerate(texts, 1):
        log.db.execute(
            "INSERT INTO snapshots (id, page_id, text_hash, taken_at, verdict, chars, z) VALUES (?, ?, ?, 0, 'clean', 1, ?)",
            (n, n, str(n).encode(), pack(text)),
        )
        add(log.db, n, (), terms(text))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("토토", [3, 1]),
        ("먹튀", [2, 1]),
        ("먹튀 토토", [1]),
        ("먹튀검증", [1]),
        ("gpt-4", [2]),
        ("GPT", [2]),
        ("안전놀이터", []),
        ("없는말", []),
        ("“4,000”", [3]),
        ("'; DROP TABLE pages; --", []),
        ("!!!", []),
    ],
)
def test_search_finds_two_syllable_terms_inside_compounds(log: Log, words: str, found: Any) -> None:
    texts_of(log, "안전토토먹튀검증사이트", "먹튀를 검증한다는 GPT-4 이야기", "스포츠토토에 4,000명이")
    assert sorted(numbers(log, text=words)) == sorted(found)


def test_stats_count_as_things_happen(log: Log) -> None:
    stats = get_stats(log.db)
    assert (stats.pages, stats.states["injected"], stats.states["clean"]) == (20, 4, 16)
    assert stats.hosts_injected == 4
    log.db.execute("UPDATE pages SET state = 'recovered' WHERE id = 5")
    log.db.execute("DELETE FROM pages WHERE id = 10")
    stats = get_stats(log.db)
    assert (stats.states["injected"], stats.states["recovered"], stats.pages) == (2, 1, 19)
    assert stats.bytes > 0


def test_days_without_anything_are_there_too(log: Log) -> None:
    days = by_day(log.db, 86_400.0 * 10, days=3)
    assert [(d.day, d.visits) for d in days] == [("1970-01-09", 0), ("1970-01-10", 0), ("1970-01-11", 0)]


def test_moments() -> None:
    now = 1_800_000_000.0
    assert now - moment("7d", now) == 7 * 86_400
    assert iso(moment("2026-11-24", now)) == "2026-11-24T00:00:00Z"
    assert iso(moment("2026-11-24T09:00:00+09:00", now)) == "2026-11-24T00:00:00Z"
    assert iso(moment("2026-11-24", now, end=True)) == "2026-11-25T00:00:00Z"
    assert iso(moment("2026-11-24T12:00", now, end=True)) == "2026-11-24T12:00:00Z"
    with pytest.raises(InputError, match="is no date"):
        moment("yesterday", now)


def test_a_blocklist_leaves_the_samples_own_host_out(log: Log) -> None:
    """Who subscribed to it blocked 127.0.0.1, wonmun's own dashboard with it (seen from outside)."""
    assert [h.host for h in injected_hosts(log.db)] == [f"h{n}.example" for n in range(4)]
    log.db.execute("INSERT INTO feeds (url, created) VALUES ('http://h2.example/sample/mirror/feed.xml', 0)")
    assert [h.host for h in injected_hosts(log.db)] == ["h0.example", "h1.example", "h3.example"]


def test_what_is_injected_now_is_read_newest_first_from_an_index_of_nothing_else(log: Log) -> None:
    """All injected pages were looked at and put in order: .1 s of processor where they were 20,000."""
    asked: list[str] = []
    log.db.set_trace_callback(asked.append)
    assert [one.page_id for one in list_findings(log.db)] == [20, 15, 10, 5]
    get_stats(log.db)
    log.db.set_trace_callback(None)
    plans = [str(tuple(row)) for sql in asked for row in log.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert any("findings_now" in plan for plan in plans)
    assert not any("TEMP B-TREE FOR ORDER BY" in plan for plan in plans)
    log.db.execute("UPDATE pages SET state = 'recovered' WHERE id = 15")
    log.db.execute("UPDATE findings SET cleared_at = 9 WHERE page_id = 5")
    assert [one.page_id for one in list_findings(log.db)] == [20, 10]
