"""The dashboard's front page, and signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import Unauthorized

from wonmun_server import security
from wonmun_server.context import context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def front() -> ResponseReturnValue:
    """Show what is injected now."""
    return render_template("front.html")


@blueprint.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Take the one-time code of the printed address; give a cookie for it and lead to the front page."""
    code = request.args.get("code", "")
    if not context().sign_in.redeem(code):
        if security.signed_in():
            return redirect(url_for("home.front"))
        raise Unauthorized(
            "This address was used before, or is wrong; `wonmun pair --sign-in` prints a new one."
        )
    answer = redirect(url_for("home.front"))
    security.give_cookie(answer)
    return answer
