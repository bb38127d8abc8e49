"""/v1/campaigns: findings that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort

from wonmun_monitor.log.queries.campaigns import get_campaign, list_campaigns
from wonmun_server.api.asked import MOST, asked
from wonmun_server.api.pages import NUMBER
from wonmun_server.api.shapes import Campaigns
from wonmun_server.context import context
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("campaigns", __name__)


@blueprint.get("/v1/campaigns")
def many() -> ResponseReturnValue:
    """List campaigns, the latest active first."""
    return reply(Campaigns(list_campaigns(context().store.log.db, limit=asked().number("size", 1, MOST) or 50)))


@blueprint.get(f"/v1/campaigns/{NUMBER}")
def one(number: int) -> ResponseReturnValue:
    """Tell one campaign's story: phrases, hosts, what ties it together, how it grew."""
    story = get_campaign(context().store.log.db, number)
    return reply(story) if story else abort(404, f"The log knows no campaign {number}.")
