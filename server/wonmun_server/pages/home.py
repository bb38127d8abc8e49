"""The dashboard's front page, and signing in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest, Unauthorized

from wonmun_monitor.log.queries.alerts import list_alerts
from wonmun_monitor.log.queries.campaigns import list_campaigns
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.log.queries.page import list_reports
from wonmun_monitor.log.queries.pages import PageQuery, list_pages
from wonmun_monitor.log.queries.stats import by_day, get_stats
from wonmun_server import security
from wonmun_server.context import context
from wonmun_server.pages.plot import bars
from wonmun_server.tongue import COOKIE, NAMES, t

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def front() -> ResponseReturnValue:
    """Show what is injected now, the newest alerts, findings over time, campaigns, and how the feeds do."""
    db = context().store.log.db
    days = by_day(db, time.time())
    return render_template(
        "front.html",
        stats=get_stats(db),
        injected=list_pages(db, PageQuery(state="injected", limit=5)).pages,
        alerts=list_alerts(db, limit=5),
        campaigns=list_campaigns(db, limit=6),
        feeds=list_feeds(db),
        reports=list_reports(db, limit=4),
        days=days,
        plot=bars(t("New findings a day, last 30 days"), [(d.day, d.findings) for d in days]),
    )


@blueprint.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Take the one-time code of the printed address; give a cookie for it and lead to the front page."""
    code = request.args.get("code", "")
    if not context().sign_in.redeem(code):
        if security.signed_in():
            return redirect(url_for("home.front"))
        raise Unauthorized("This address was used before, or is wrong; `wonmun pair --sign-in` prints a new one.")
    answer = redirect(url_for("home.front"))
    security.give_cookie(answer)
    return answer


@blueprint.post("/language")
def speak() -> ResponseReturnValue:
    """Keep the language that this browser's reader chose, and lead back."""
    picked, back = request.form.get("language", ""), request.form.get("back", "/")
    if picked not in NAMES:
        raise BadRequest("The dashboard does not speak this language; use the buttons of the page.")
    inside = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = redirect(back.rstrip("?") if inside else url_for("home.front"), 303)
    answer.set_cookie(COOKIE, picked, max_age=365 * 86400, httponly=True, samesite="Strict")
    return answer


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Take this browser's cookie back; other browsers stay signed in."""
    answer = redirect(url_for("home.front"), 303)
    security.take_cookie(answer)
    return answer
