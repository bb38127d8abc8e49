"""Feeds and their health; adding, pausing and removing them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest

from wonmun_monitor.log.feeds import add_feed, add_preset, remove_feed
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.log.readers import pause_feed
from wonmun_monitor.presets import load_preset, preset_names
from wonmun_monitor.sources import removed_by_hand, wanted
from wonmun_server.api.pages import NUMBER
from wonmun_server.context import context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("feed", __name__)


@blueprint.get("/feeds")
def many() -> ResponseReturnValue:
    """List feeds, and the presets of which not all are among them."""
    feeds = list_feeds(context().store.log.db)
    there = {feed.url for feed in feeds}
    presets = [preset for preset in map(load_preset, preset_names()) if {one.url for one in preset.feeds} - there]
    off = removed_by_hand(context().store.log.db, wanted(context().settings))
    return render_template("feeds.html", feeds=feeds, presets=presets, off=off)


@blueprint.post("/feeds")
def add() -> ResponseReturnValue:
    """Add a feed from the form."""
    address = request.form.get("url", "").strip()
    if not address:
        raise BadRequest("No address was given; paste the feed's address into the field.")
    trust = request.form.get("trust") == "yes"
    context().store.write(lambda log: add_feed(log, address, time.time(), trust=trust))
    return redirect(url_for("feed.many"), 303)


@blueprint.post("/feeds/presets")
def add_all() -> ResponseReturnValue:
    """Add all feeds of a preset."""
    name = request.form.get("preset", "")
    if name not in preset_names():
        raise BadRequest("There is no such list of feeds; use the buttons of the page.")
    context().store.write(lambda log: add_preset(log, load_preset(name), time.time()))
    return redirect(url_for("feed.many"), 303)


@blueprint.post(f"/feeds/{NUMBER}/remove")
def remove(number: int) -> ResponseReturnValue:
    """Stop polling a feed; its pages stay."""
    context().store.write(lambda log: remove_feed(log, number))
    return redirect(url_for("feed.many"), 303)


@blueprint.post(f"/feeds/{NUMBER}/pause")
def pause(number: int) -> ResponseReturnValue:
    """Pause a feed, or go on with it."""
    enabled = request.form.get("enabled") == "yes"
    context().store.write(lambda log: pause_feed(log, number, time.time(), enabled=enabled))
    return redirect(url_for("feed.many"), 303)
