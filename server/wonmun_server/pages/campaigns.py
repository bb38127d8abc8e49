"""Campaigns: findings that belong together, and how each grew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template

from wonmun_monitor.log.queries.campaigns import get_campaign, list_campaigns
from wonmun_monitor.log.queries.pages import PageQuery, list_pages
from wonmun_server.api.pages import NUMBER
from wonmun_server.context import context
from wonmun_server.pages.plot import bars
from wonmun_server.tongue import t

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("campaign", __name__)
_MOST = 100


@blueprint.get("/campaigns")
def many() -> ResponseReturnValue:
    """List campaigns, the latest active first."""
    return render_template("campaigns.html", campaigns=list_campaigns(context().store.log.db, limit=_MOST))


@blueprint.get(f"/campaigns/{NUMBER}")
def one(number: int) -> ResponseReturnValue:
    """Tell a campaign's story."""
    db = context().store.log.db
    story = get_campaign(db, number)
    if story is None:
        abort(404, f"The log knows no campaign {number}.")
    return render_template(
        "campaign.html",
        story=story,
        campaign=story.campaign,
        pages=list_pages(db, PageQuery(campaign=number, limit=20)),
        plot=bars(t("Pages found, day by day"), story.growth) if len(story.growth) > 1 else None,
    )
