"""POST /v1/check: the page that a reader has open, checked against what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

import wonmun
from wonmun_server.body import read_json
from wonmun_server.wire import CheckIn, answer_of, page_of

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


blueprint = Blueprint("check", __name__)


@blueprint.post("/v1/check")
def check() -> ResponseReturnValue:
    """Answer at once with what is known."""
    mapped = page_of(read_json(CheckIn))
    report = wonmun.check(mapped.page)
    source = {"genuine_url": report.genuine_url, "how": "log"} if report.genuine_url else {}
    return answer_of(report, mapped, source)
