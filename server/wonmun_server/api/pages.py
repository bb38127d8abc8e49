"""/v1/pages: what the log knows of pages; POST visits one now."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, abort

from wonmun_monitor.log.pages import add_page
from wonmun_monitor.log.queries.page import get_page
from wonmun_monitor.log.queries.pages import list_pages
from wonmun_monitor.urls import normalise
from wonmun_server.api.asked import asked
from wonmun_server.api.shapes import Pages, VisitIn, VisitOut
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("pages", __name__)
NUMBER = "<number:number>"


@blueprint.get("/v1/pages")
def many() -> ResponseReturnValue:
    """List pages by state, host, phrase, campaign, feed, time and words, a stretch at a time."""
    found = list_pages(context().store.log.db, asked().pages())
    return reply(Pages(found.pages, found.next))


@blueprint.get(f"/v1/pages/{NUMBER}")
def one(number: int) -> ResponseReturnValue:
    """Tell one page's story."""
    story = get_page(context().store.log.db, number)
    return reply(story) if story else abort(404, f"The log knows no page {number}.")


@blueprint.post("/v1/pages")
def visit() -> ResponseReturnValue:
    """Have a page visited now, known or not."""
    wanted = read_json(VisitIn)
    number = context().store.write(lambda log: add_page(log, wanted.url, time.time()))
    return reply(VisitOut(number, normalise(wanted.url)), 202)
