"""Records → JSON answers."""

from __future__ import annotations

import msgspec
from flask import Response


def reply(value: object, status: int = 200) -> Response:
    """Answer with a record (a msgspec struct or a dataclass) as JSON."""
    return Response(msgspec.json.encode(value), status, content_type="application/json")
