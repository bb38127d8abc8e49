"""Every call of the interface as a row: path, parameters, what goes in and out; a test holds it to the routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from wonmun_monitor.blocklists import FORMATS
from wonmun_monitor.log.queries.campaigns import CampaignStory
from wonmun_monitor.log.queries.feeds import FeedRow
from wonmun_monitor.log.queries.page import PageStory
from wonmun_monitor.log.queries.pages import SORTS, STATES
from wonmun_server.api import shapes
from wonmun_server.api.asked import LARGEST, MOST
from wonmun_server.wire import Answer, CheckIn

_WHEN = r"^([0-9]{1,4}[smhdw]|20[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value in the path or the query string."""

    name: str
    schema: dict[str, Any]
    says: str
    place: Literal["query", "path"] = "query"


@dataclass(frozen=True, slots=True)
class Operation:
    """One call. `asks` and `gives` are the records of its bodies; `media` the type of an answer that is no JSON."""

    method: Literal["get", "post", "patch", "delete"]
    path: str
    id: str
    says: str
    parameters: tuple[Parameter, ...] = ()
    asks: Any = None
    gives: Any = None
    media: str = ""
    status: int = 200
    open: bool = False
    """Needs no token in a header."""
    problems: tuple[int, ...] = ()
    """Beside those that every call, or every call with a body or a path parameter, can answer."""


def _text(name: str, says: str) -> Parameter:
    return Parameter(name, {"type": "string", "minLength": 1, "maxLength": 500}, says)


def _choice(name: str, words: tuple[str, ...], says: str) -> Parameter:
    return Parameter(name, {"type": "string", "enum": list(words)}, says)


def _when(name: str, says: str) -> Parameter:
    return Parameter(name, {"type": "string", "pattern": _WHEN}, says)


_NUMBER = {"type": "integer", "minimum": 0, "maximum": LARGEST}
_SIZE = Parameter("size", {"type": "integer", "minimum": 1, "maximum": MOST}, "How many at most")
_ID = Parameter("number", _NUMBER, "The number of the thing", "path")
_TOKEN = Parameter("token", {"type": "string"}, "The read-only token; the dashboard's page Connect shows it", "path")
_PAGES = (
    _choice("state", STATES, "Only pages in this state"),
    Parameter("host", {"type": "string", "pattern": shapes.HOST}, "Only pages of this host"),
    _text("phrase", "Only pages with a found phrase that holds this, however spaced"),
    Parameter("campaign", _NUMBER, "Only pages of this campaign"),
    _text("feed", "Only pages that this feed (number or address) named"),
    _when("since", "Seen since then: a date, or an age such as 7d"),
    _when("until", "Seen until then"),
    _text("text", "Only pages whose text holds all these words"),
    _choice("sort", SORTS, "Newest, or highest score, first"),
    _SIZE,
    Parameter(
        "next", {"type": "string", "pattern": r"^[0-9]{1,10}(\.[0-9]{1,6})?_[0-9]{1,9}$"}, "From the last answer"
    ),
)

OPERATIONS: tuple[Operation, ...] = (
    Operation("get", "/v1/health", "health", "Who answers here", gives=shapes.Health, open=True),
    Operation("get", "/v1/openapi.json", "openapi", "This description", media="application/json", open=True),
    Operation("post", "/v1/pair", "pair", "Exchange a one-time code for the token", (), shapes.PairIn,
              shapes.PairOut, open=True, problems=(403,)),
    Operation("post", "/v1/pair/codes", "newCode", "Make a one-time code", (), shapes.CodeIn, shapes.CodeOut,
              status=201),
    Operation("post", "/v1/check", "check", "Check a page that a reader has open", (), CheckIn, Answer),
    Operation("get", "/v1/check/{number}", "checkAgain", "The better answer, once the genuine copy has come",
              (Parameter("number", {"type": "string"}, "As `source.id` said", "path"),), gives=Answer),
    Operation("post", "/v1/known", "known", "Which of these addresses are known to be injected", (), shapes.KnownIn,
              shapes.KnownOut),
    Operation("get", "/v1/pages", "pages", "Pages of the log, a stretch at a time", _PAGES, gives=shapes.Pages),
    Operation("post", "/v1/pages", "visit", "Have a page visited now", (), shapes.VisitIn, shapes.VisitOut, status=202),
    Operation("get", "/v1/pages/{number}", "page", "One page's story", (_ID,), gives=PageStory),
    Operation("get", "/v1/alerts", "alerts", "Alerts, newest first",
              (_choice("pending", ("true", "false"), "Only those that wait"), _SIZE,
               Parameter("next", _NUMBER, "From the last answer")), gives=shapes.Alerts),
    Operation("get", "/v1/campaigns", "campaigns", "Campaigns, the latest active first", (_SIZE,),
              gives=shapes.Campaigns),
    Operation("get", "/v1/campaigns/{number}", "campaign", "One campaign's story", (_ID,), gives=CampaignStory),
    Operation("get", "/v1/feeds", "feeds", "Feeds and their health", gives=shapes.Feeds),
    Operation("post", "/v1/feeds", "addFeed", "Add a feed", (), shapes.FeedIn, FeedRow, status=201),
    Operation("patch", "/v1/feeds/{number}", "changeFeed", "Pause a feed, or go on with it", (_ID,),
              shapes.FeedChange, FeedRow),
    Operation("delete", "/v1/feeds/{number}", "removeFeed", "Stop polling a feed; its pages stay", (_ID,), status=204),
    Operation("get", "/v1/stats", "stats", "The log in numbers, and the last thirty days", gives=shapes.StatsOut),
    Operation("get", "/v1/reports", "reports", "Readers' reports, newest first", (_SIZE,), gives=shapes.Reports),
    Operation("post", "/v1/reports", "report", "Say that the tool was wrong", (), shapes.ReportIn, shapes.ReportOut,
              status=201),
    Operation("get", "/out/{token}/findings.atom", "findingsFeed", "The newest findings as Atom", (_TOKEN,),
              media="application/atom+xml", open=True),
    Operation("get", "/out/{token}/blocklist/{name}.txt", "blocklist", "Hosts that serve injected copies",
              (_TOKEN, Parameter("name", {"type": "string", "enum": list(FORMATS)}, "The format", "path")),
              media="text/plain", open=True),
)  # fmt: skip
