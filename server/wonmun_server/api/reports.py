"""/v1/reports: a reader says that the tool was wrong; kept in the log, shown on the dashboard."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint

from wonmun_monitor.log.queries.page import list_reports
from wonmun_monitor.log.readers import add_report
from wonmun_server.api.asked import MOST, asked
from wonmun_server.api.shapes import ReportIn, ReportOut, Reports
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("reports", __name__)


@blueprint.post("/v1/reports")
def add() -> ResponseReturnValue:
    """Keep a report."""
    said = read_json(ReportIn)
    kept = context().store.write(lambda log: add_report(log, said.url, said.wrong, said.note or "", time.time()))
    return reply(ReportOut(kept), 201)


@blueprint.get("/v1/reports")
def many() -> ResponseReturnValue:
    """List reports, newest first."""
    return reply(Reports(list_reports(context().store.log.db, limit=asked().number("size", 1, MOST) or 50)))
