"""/v1/feeds: feeds and their health; adding, pausing and removing them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, abort

from wonmun_monitor.log.feeds import add_feed, remove_feed
from wonmun_monitor.log.queries.feeds import FeedRow, get_feed, list_feeds
from wonmun_monitor.log.readers import pause_feed
from wonmun_server.api.pages import NUMBER
from wonmun_server.api.shapes import FeedChange, FeedIn, Feeds
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/v1/feeds")
def many() -> ResponseReturnValue:
    """List all feeds."""
    return reply(Feeds(list_feeds(context().store.log.db)))


@blueprint.post("/v1/feeds")
def add() -> ResponseReturnValue:
    """Add a feed, or bring a removed one back; it is polled at once."""
    asked = read_json(FeedIn)
    store = context().store
    number = store.write(lambda log: add_feed(log, asked.url, time.time(), trust=asked.trust))
    return reply(_one(number), 201)


@blueprint.patch(f"/v1/feeds/{NUMBER}")
def change(number: int) -> ResponseReturnValue:
    """Pause a feed, or go on with it."""
    asked = read_json(FeedChange)
    if not context().store.write(lambda log: pause_feed(log, number, time.time(), enabled=asked.enabled)):
        abort(404, f"There is no feed {number}.")
    return reply(_one(number))


@blueprint.delete(f"/v1/feeds/{NUMBER}")
def remove(number: int) -> ResponseReturnValue:
    """Stop polling a feed; its pages stay."""
    if not context().store.write(lambda log: remove_feed(log, number)):
        abort(404, f"There is no feed {number}.")
    return "", 204


def _one(number: int) -> FeedRow:
    row = get_feed(context().store.log.db, number)
    assert row is not None, "a feed that was just written is there"
    return row
