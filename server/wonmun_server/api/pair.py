"""POST /v1/pair: a one-time code → the token; /v1/pair/codes: a new code, for who has the token."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from flask import Blueprint
from werkzeug.exceptions import Forbidden, TooManyRequests

from wonmun_server.api.shapes import CodeIn, CodeOut, PairIn, PairOut
from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.pairing import LIFETIME, Locked
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


blueprint = Blueprint("pair", __name__)


@blueprint.post("/v1/pair")
def pair() -> ResponseReturnValue:
    """Exchange a code for the token. Wrong, used or old: 403; after five wrong ones: 429 for a minute."""
    asked = read_json(PairIn)
    ours = context()
    try:
        right = ours.pairing.redeem(asked.code)
    except Locked as locked:
        raise TooManyRequests(
            "Five wrong codes in a row: pairing is locked for a minute.",
            retry_after=math.ceil(locked.seconds),
        ) from locked
    if not right:
        raise Forbidden("This code is wrong, used or older than ten minutes; `wonmun pair` prints a new one.")
    return reply(PairOut(ours.tokens.token))


@blueprint.post("/v1/pair/codes")
def codes() -> ResponseReturnValue:
    """Make a code; this is how `wonmun pair` asks the running server for one."""
    asked = read_json(CodeIn)
    ours = context()
    if asked.purpose == "sign_in":
        return reply(CodeOut(ours.sign_in.issue()), 201)
    return reply(CodeOut(ours.pairing.issue(), int(LIFETIME)), 201)
