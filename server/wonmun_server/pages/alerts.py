"""Alerts, and what readers reported: the whole lists behind the front page's newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from wonmun_monitor.log.queries.alerts import list_alerts
from wonmun_monitor.log.queries.page import list_reports
from wonmun_server.api.asked import asked
from wonmun_server.context import context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("alert", __name__)
_SIZE = 50


@blueprint.get("/alerts")
def many() -> ResponseReturnValue:
    """List alerts, newest first, and readers' reports."""
    db = context().store.log.db
    rows = list_alerts(db, limit=_SIZE + 1, before=asked().number("next"))
    following = rows[_SIZE - 1].id if len(rows) > _SIZE else None
    return render_template("alerts.html", alerts=rows[:_SIZE], following=following, reports=list_reports(db))
