"""The feed of findings and the blocklists, for programs that can send no header: a read-only token is in the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, render_template, request, url_for

from wonmun_monitor.blocklists import FORMATS, write_blocklist
from wonmun_monitor.log.queries.findings import list_findings
from wonmun_monitor.log.queries.stats import injected_hosts
from wonmun_monitor.xml import fit
from wonmun_server.context import context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

__all__ = ["FORMATS", "blueprint"]

blueprint = Blueprint("out", __name__, url_prefix="/out/<token>")
_ENTRIES = 50
_NAMES = ", ".join(FORMATS)


@blueprint.get("/findings.atom")
def findings(token: str) -> ResponseReturnValue:
    """List the newest findings of pages that are injected now, as Atom."""
    _allow(token)
    found = list_findings(context().store.log.db, limit=_ENTRIES)
    updated = max((f.last_seen for f in found), default="1970-01-01T00:00:00Z")
    home = url_for("home.front", _external=True)
    body = render_template("findings.atom.xml", findings=found, updated=updated, home=home)
    return _subscribed(fit(body), "application/atom+xml")


@blueprint.get("/blocklist/<name>.txt")
def blocklist(token: str, name: str) -> ResponseReturnValue:
    """List the hosts that serve injected copies, in the format that `name` names."""
    _allow(token)
    if name not in FORMATS:
        abort(404, f"There is no such format; there are {_NAMES}.")
    hosts = (counted.host for counted in injected_hosts(context().store.log.db))
    return _subscribed(write_blocklist(hosts, name), "text/plain")


def _subscribed(body: str, kind: str) -> Response:
    """Answer 304 to a subscriber that has this very body already: they ask again and again."""
    response = Response(body, content_type=f"{kind}; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def _allow(token: str) -> None:
    """A wrong token looks like an address that does not exist."""
    if not context().tokens.is_reading(token):
        abort(404, "There is nothing at this address; the dashboard's page Connect shows the current ones.")
