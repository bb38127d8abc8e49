"""The log as memory: what serves as genuine, what never does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import wonmun
from wonmun.page.parse import parse_page
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, Turn, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.reading import read_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import Clock, World


@pytest.fixture
def keep(tmp_path: Path, world: World, as_article: Callable[..., str]) -> Any:
    """Put a page into a log as a visit would; gives its verdict."""
    log = open_log(tmp_path / "memory.db")
    memory = LogMemory(log)

    def put(url: str, text: str, *, trusted: bool = False, now: float = 1000.0) -> str:
        page = parse_page(as_article("제목", text), url=url)
        report = wonmun.check(page, memory)
        number = add_page(log, url, now)
        log.db.execute("UPDATE pages SET trusted = ? WHERE id = ?", (int(trusted), number))
        old = page_state(log.db, number)
        assert old is not None
        view = View("reader", url, 200, body=b"x", body_hash=url.encode(), reading=read_page(page, report))
        apply_visit(log, decide(old, Outcome((view,)), Turn(world.settings, now)))
        return report.verdict

    put_: Any = put
    put_.memory = memory
    put_.page = lambda url, text: parse_page(as_article("제목", text), url=url)
    yield put_
    log.close()


def test_a_page_first_seen_genuine_and_later_injected_is_restored_from_its_own_earlier_copy(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str], clock: Clock
) -> None:
    from wonmun_monitor.log.queries.page import get_page

    site = world.site
    site.feed("/feed.xml", site.article("/a", "노선", texts["bus"]))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    site.article("/a", "노선", inject(texts["bus"], "시내버스", "대박 카지노사이트"))
    clock.forward(7200)
    world.round()
    with world.log() as log:
        story = get_page(log.db, site.url("/a"))
    assert story is not None
    assert story.page.state == "injected"
    assert story.earlier is not None
    assert texts["bus"] in story.earlier
    assert texts["bus"] in story.restored
    assert story.page.genuine_url == site.url("/a")


def test_own_earlier_copy_serves_the_page_itself_though_it_was_injected_since(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    keep("http://a.example/1", texts["bus"])
    assert keep("http://a.example/1", bad) == "injected"
    own = keep.memory.genuine(keep.page("http://a.example/1", bad))
    assert [c.article.url for c in own] == ["http://a.example/1"]
    assert texts["bus"] in own[0].article.text
    assert not own[0].article.trusted
    assert keep.memory.genuine(keep.page("http://b.example/", bad)) == []


def test_a_page_found_injected_never_serves_as_genuine(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    keep("http://good.example/1", texts["bus"], trusted=True)
    assert keep("http://bad.example/1", inject(texts["bus"], "시내버스", "대박 카지노사이트")) == "injected"
    other = keep.page("http://c.example/", inject(texts["bus"], "시내버스", "먹튀 토토"))
    assert [c.article.url for c in keep.memory.genuine(other)] == ["http://good.example/1"]
    related = keep.memory.related(other, ["먹튀 토토"])
    assert [a.url for a in related] == ["http://good.example/1"]


def test_trusted_beats_merely_clean(keep: Any, texts: dict[str, str]) -> None:
    keep("http://copy.example/1", texts["bus"])
    keep("http://good.example/1", texts["bus"], trusted=True)
    found = keep.memory.genuine(keep.page("http://c.example/", texts["bus"] + " 덧붙인 말이 조금 있다."))
    assert [(c.article.url, c.article.trusted) for c in found] == [
        ("http://good.example/1", True),
        ("http://copy.example/1", False),
    ]
    assert all(c.cover > 0.8 for c in found)


def test_a_page_without_a_copy_has_none(keep: Any, texts: dict[str, str]) -> None:
    keep("http://good.example/1", texts["bus"], trusted=True)
    assert keep.memory.genuine(keep.page("http://c.example/", texts["library"])) == []


def test_standing_counts_other_pages_genuine_and_injected_apart(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    keep("http://good.example/1", texts["bus"], trusted=True)
    keep("http://good.example/2", texts["bus"] + " 시민은 환승 체계를 반겼다.", trusted=True)
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    keep("http://bad.example/1", bad)
    page = keep.page("http://x.example/", texts["library"])
    assert keep.memory.standing("환승 체계", page).genuine == 2
    assert keep.memory.standing("환승 체계", keep.page("http://good.example/1", texts["bus"])).genuine == 1
    stands = keep.memory.standing("대박 카지노사이트", page)
    assert (stands.genuine, stands.injected) == (0, 1)
    assert keep.memory.standing("없는 말", page) == keep.memory.standing("!!!", page)


def test_a_text_at_another_address_does_not_confirm_itself(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    keep("http://bad.example:8001/1", bad)
    keep("http://bad.example:8002/1", bad)
    assert keep.memory.injected("대박 카지노사이트", keep.page("http://bad.example:8003/1", bad)) == 0
    assert keep.memory.injected("대박 카지노사이트", keep.page("http://x.example/", texts["library"])) == 1
    keep("http://worse.example/1", inject(texts["library"], "도서관", "대박 카지노사이트"))
    assert keep.memory.injected("대박 카지노사이트", keep.page("http://bad.example:8003/1", bad)) == 1


def test_a_common_phrase_is_not_read_on_all_its_pages(keep: Any, texts: dict[str, str]) -> None:
    for number in range(12):
        keep(f"http://good.example/{number}", f"{texts['bus']} {number}번째로 환승 체계를 다룬 기사다.")
    read: list[str] = []
    keep.memory.db.set_trace_callback(lambda statement: read.append(statement) if "s.z" in statement else None)
    assert keep.memory.standing("환승 체계", keep.page("http://x.example/", texts["library"])).genuine == 12
    keep.memory.db.set_trace_callback(None)
    assert len(read) == 8


def test_related_coverage_is_nearest_first_and_without_the_page_itself(keep: Any, texts: dict[str, str]) -> None:
    keep("http://good.example/1", texts["bus"], trusted=True)
    keep("http://good.example/2", texts["library"], trusted=True)
    page = keep.page(
        "http://good.example/2", "도서관 앞마당에서 시내버스 노선 개편 공청회가 열렸다. 환승 체계도 다뤘다."
    )
    assert [a.url for a in keep.memory.related(page, [])] == ["http://good.example/1"]


def test_the_memory_of_an_empty_log_knows_nothing(keep: Any, texts: dict[str, str]) -> None:
    page = keep.page("http://a.example/", texts["bus"])
    assert list(keep.memory.genuine(page)) == []
    assert list(keep.memory.related(page, [])) == []


def test_a_publishers_article_that_comes_late_unmasks_the_copy_that_came_first(
    world: World, texts: dict[str, str]
) -> None:
    """A foreign word of no lexicon is seen for sure only by comparison, whatever it was taken for at first."""
    site = world.site
    odd = texts["bus"].replace("시내버스", "가람모두")
    site.feed("/feed.xml", site.article("/copy", "노선", odd))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert not world.page("/copy")["genuine_url"]
    world.clock.forward(60)
    site.feed("/genuine.xml", site.article("/genuine", "노선", texts["bus"]))
    world.tree["feeds"].append({"url": site.url("/genuine.xml"), "trust": True})
    world.round()
    assert site.count("/copy") == 2
    assert world.page("/copy")["genuine_url"] == site.url("/genuine")
    assert world.page("/copy")["state"] == "injected"
    assert world.page("/genuine")["state"] == "clean"


def test_an_infected_campaign_does_not_crowd_the_genuine_article_out(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    keep("http://good.example/1", texts["bus"], trusted=True)
    for number in range(12):
        assert keep(f"http://bad.example/{number}", bad) == "injected"
    found = keep.memory.genuine(keep.page("http://c.example/", bad))
    assert [c.article.url for c in found] == ["http://good.example/1"]


def test_a_report_that_everybody_prints_is_still_found(
    keep: Any, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wonmun_monitor.log.postings.BOILERPLATE", 3)
    monkeypatch.setattr("wonmun_monitor.log.index._FEW_WORDS", 0)
    keep("http://good.example/1", texts["bus"], trusted=True)
    for number in range(6):
        keep(f"http://paper{number}.example/1", texts["bus"])
    found = keep.memory.genuine(keep.page("http://c.example/", texts["bus"]))
    assert found[0].article.url == "http://good.example/1"


def test_two_mirrors_with_different_phrases_tell_each_other_apart(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    first = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    second = inject(texts["bus"], "개편", "먹튀 토토사이트")
    assert keep("http://a.example/1", first) == "injected"
    alone = wonmun.check(keep.page("http://b.example/1", second))
    assert texts["bus"] not in alone.restored
    report = wonmun.check(keep.page("http://b.example/1", second), keep.memory)
    assert {(f.replacement, f.source) for f in report.findings} == {("개편", "copy")}
    assert texts["bus"] in report.restored
    assert keep("http://b.example/1", second) == "injected"
    back = wonmun.check(keep.page("http://a.example/1", first), keep.memory)
    assert {(f.replacement, f.source) for f in back.findings} == {("시내버스", "copy")}


def test_a_siblings_own_phrase_is_never_put_in(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    assert keep("http://a.example/1", inject(texts["bus"], "시내버스", "대박 카지노사이트")) == "injected"
    page = keep.page("http://b.example/1", inject(texts["bus"], "시내버스", "먹튀 토토사이트"))
    assert [c.article.url for c in keep.memory.siblings(page)] == ["http://a.example/1"]
    assert "카지노" not in keep.memory.siblings(page)[0].article.text
    assert "카지노" not in wonmun.check(page, keep.memory).restored


def test_two_clean_copies_that_differ_accuse_nobody(keep: Any, texts: dict[str, str]) -> None:
    """An untrusted page that renames a term, or corrects it later, is as good as the one that was seen first."""
    renamed = texts["bus"].replace("시내버스", "마을버스").replace("노선", "운행노선")
    for number, text in enumerate((texts["bus"], renamed, texts["bus"].replace("시내버스", "가람모두"))):
        assert keep(f"http://p{number}.example/1", text) == "clean"
    corrected = wonmun.check(keep.page("http://p0.example/1", renamed), keep.memory)
    assert (corrected.verdict, corrected.restored) == ("clean", corrected.text)


def test_a_publishers_own_edit_is_none_and_its_hacked_page_is_seen(
    keep: Any, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    keep("http://good.example/1", texts["bus"], trusted=True)
    assert keep("http://good.example/1", texts["bus"].replace("시내버스", "마을버스"), trusted=True) == "clean"
    hacked = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    assert wonmun.check(keep.page("http://good.example/1", hacked), keep.memory).verdict == "injected"
