"""POST /v1/pair: a one-time code → the token; /v1/pair/codes: a new code, for who has the token."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from flask import Blueprint
from werkzeug.exceptions import Forbidden, TooManyRequests

from wonmun_server.body import read_json
from wonmun_server.context import context
from wonmun_server.pairing import LIFETIME, Locked

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


blueprint = Blueprint("pair", __name__)


class PairIn(msgspec.Struct, frozen=True):
    """The code as it was typed."""

    code: Annotated[str, msgspec.Meta(max_length=100)]


class CodeIn(msgspec.Struct, frozen=True):
    """What the code is for: pairing an extension, or signing a browser in."""

    purpose: Literal["pair", "sign_in"] = "pair"


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
    return {"token": ours.tokens.token}


@blueprint.post("/v1/pair/codes")
def codes() -> ResponseReturnValue:
    """Make a code; this is how `wonmun pair` asks the running server for one."""
    asked = read_json(CodeIn)
    ours = context()
    if asked.purpose == "sign_in":
        return {"code": ours.sign_in.issue()}, 201
    return {"code": ours.pairing.issue(), "seconds": int(LIFETIME)}, 201
