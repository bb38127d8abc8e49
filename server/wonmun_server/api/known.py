"""POST /v1/known: which of a result page's links lead to injected pages, all of them in one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from wonmun_monitor.log.readers import known_injected
from wonmun_server.api.shapes import Known, KnownIn, KnownOut
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("known", __name__)


@blueprint.post("/v1/known")
def known() -> ResponseReturnValue:
    """Look addresses up; what is not known to be injected is left out of the answer."""
    asked = read_json(KnownIn)
    rows = known_injected(context().store.log.db, asked.urls)
    return reply(KnownOut(tuple(Known(r.url, "host" if r.page is None else "address", r.page, r.pages) for r in rows)))
