"""GET /v1/health: who answers here; how the extension tells "not running" from "wrong version"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from wonmun import __version__
from wonmun_server import API
from wonmun_server.api.shapes import Health
from wonmun_server.reply import reply

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


blueprint = Blueprint("health", __name__)


@blueprint.get("/v1/health")
def health() -> ResponseReturnValue:
    """Name, version, number of the interface."""
    return reply(Health("ok", "wonmun", __version__, API))
