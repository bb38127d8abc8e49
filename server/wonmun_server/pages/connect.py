"""Pairing an extension by a code shown here, and the addresses for feed readers and blocklist subscribers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, url_for

from wonmun_server.context import context
from wonmun_server.out import FORMATS

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("connect", __name__)


@blueprint.get("/connect")
def page() -> ResponseReturnValue:
    """Show how to pair, and the addresses to subscribe to."""
    return _page()


@blueprint.post("/connect/code")
def code() -> ResponseReturnValue:
    """Show a new one-time code."""
    return _page(context().pairing.issue())


@blueprint.post("/connect/renew")
def renew() -> ResponseReturnValue:
    """Make the addresses that were given away stop working."""
    context().tokens.renew_reading()
    return redirect(url_for("connect.page"), 303)


def _page(issued: str = "") -> ResponseReturnValue:
    token = context().tokens.reading
    lists = {name: url_for("out.blocklist", token=token, name=name, _external=True) for name in FORMATS}
    atom = url_for("out.findings", token=token, _external=True)
    return render_template("connect.html", code=issued, atom=atom, lists=lists)
