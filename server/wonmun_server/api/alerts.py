"""GET /v1/alerts: what was said, and what still waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from wonmun_monitor.log.queries.alerts import list_alerts
from wonmun_server.api.asked import MOST, asked
from wonmun_server.api.shapes import Alerts
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("alerts", __name__)


@blueprint.get("/v1/alerts")
def many() -> ResponseReturnValue:
    """List alerts, newest first; `pending=true` only those that wait."""
    said = asked()
    size = said.number("size", 1, MOST) or 50
    pending = said.choice("pending", ("true", "false")) == "true"
    rows = list_alerts(context().store.log.db, pending=pending, limit=size + 1, before=said.number("next"))
    more = len(rows) > size
    return reply(Alerts(rows[:size], rows[size - 1].id if more else None))
