"""Pages found by what people ask: words, state, host, phrase, time; every filter is a plain link or form field."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for

from wonmun_monitor.log.queries.pages import SORTS, STATES, list_pages
from wonmun_server.api.asked import asked
from wonmun_server.context import context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("search", __name__)
FIELDS = ("text", "state", "host", "phrase", "campaign", "feed", "since", "until", "sort")
SPANS = {"": "ever", "1d": "last day", "7d": "last week", "30d": "last month"}


@blueprint.get("/pages")
def pages() -> ResponseReturnValue:
    """List pages."""
    db = context().store.log.db
    found = list_pages(db, asked(blank=False).pages(size=30))
    return render_template(
        "pages.html",
        found=found,
        given={name: request.args.get(name, "") for name in FIELDS},
        link=link,
        states=STATES,
        sorts=SORTS,
        spans=SPANS,
    )


def link(**changes: str | None) -> str:
    """Give the address of the same question with some filters changed; None or "" drops one."""
    asked = {name: request.args.get(name) for name in FIELDS} | changes
    question = urlencode({name: value for name, value in asked.items() if value})
    return f"{url_for('search.pages')}?{question}"
