"""GET /v1/stats: the log in numbers, and day by day."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Blueprint

from wonmun_monitor.log.queries.stats import by_day, get_stats
from wonmun_server.api.shapes import StatsOut
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("stats", __name__)


@blueprint.get("/v1/stats")
def stats() -> ResponseReturnValue:
    """Count."""
    db = context().store.log.db
    return reply(StatsOut(**asdict(get_stats(db)), days=by_day(db, time.time())))
