"""POST /v1/check: the page that a reader has open; GET /v1/check/ID: the better answer, once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort

from wonmun_server import checks
from wonmun_server.api.spoken import spoken
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.mapping import page_of
from wonmun_server.reply import reply
from wonmun_server.wire import CheckIn

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("check", __name__)


@blueprint.post("/v1/check")
def check() -> ResponseReturnValue:
    """Check a page."""
    answer = checks.check(page_of(read_json(CheckIn)), context())
    context().asked.set()
    return reply(spoken(answer))


@blueprint.get("/v1/check/<number>")
def better(number: str) -> ResponseReturnValue:
    """Give the best answer so far about a page whose genuine copy is being fetched."""
    answer = context().pending.answer(number)
    return reply(spoken(answer)) if answer else abort(404, "No such check, or it was over ten minutes ago; ask again.")
