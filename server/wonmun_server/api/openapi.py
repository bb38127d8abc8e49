"""GET /v1/openapi.json: a description of the whole interface, made of the records that it speaks in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from flask import Blueprint, Response

from wonmun import __version__
from wonmun_server.api.operations import OPERATIONS, Operation
from wonmun_server.api.shapes import Problem
from wonmun_server.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("openapi", __name__)
_REFERENCE = "#/components/schemas/{name}"
_PROBLEMS = {
    400: "The request says something that cannot be; the detail says what and where",
    401: "No token, or a wrong one",
    403: "The code is wrong, or the change came from another page",
    404: "There is no such thing",
    413: "The body is larger than server.max_body",
    415: "The body is not application/json",
    429: "Too many requests, or too many wrong codes; Retry-After says how long to wait",
    503: "The log cannot be used at the moment",
}
_VERSION = {"schema": {"type": "string"}, "description": "The server's version; on every answer"}


@blueprint.get("/v1/openapi.json")
def openapi() -> ResponseReturnValue:
    """Describe everything."""
    return Response(_encoded(), content_type="application/json")


@cache
def _encoded() -> bytes:
    return msgspec.json.encode(description())


def description() -> dict[str, Any]:
    """Write the description, OpenAPI 3.1."""
    kinds = [kind for operation in OPERATIONS for kind in (operation.asks, operation.gives) if kind]
    _, schemas = msgspec.json.schema_components((*kinds, Problem), ref_template=_REFERENCE)
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "wonmun",
            "version": __version__,
            "description": "Finds phrases injected into copies of genuine articles. Offsets count UTF-16 code units.",
        },
        "paths": paths,
        "security": [{"token": []}],
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {_name(status): _problem(status, text) for status, text in _PROBLEMS.items()},
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    parameters = [
        {"name": p.name, "in": p.place, "required": p.place == "path", "description": p.says, "schema": p.schema}
        for p in operation.parameters
    ]
    described: dict[str, Any] = {
        "operationId": operation.id,
        "summary": operation.says,
        "parameters": parameters,
        "responses": {str(operation.status): _answer(operation)} | _unchanged(operation) | _problems_of(operation),
    }
    if operation.open:
        described["security"] = []
    if operation.asks:
        content = {"application/json": {"schema": _schema(operation.asks)}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _answer(operation: Operation) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": "As asked", "headers": {"Wonmun-Version": _VERSION}}
    if operation.gives:
        answer["content"] = {"application/json": {"schema": _schema(operation.gives)}}
    elif operation.media:
        kind = "object" if operation.media.endswith("json") else "string"
        answer["content"] = {operation.media: {"schema": {"type": kind}}}
    return answer


def _unchanged(operation: Operation) -> dict[str, Any]:
    """What is subscribed to (it stands under /out/) answers a known ETag with 304."""
    return {"304": {"description": "As you have it already"}} if operation.path.startswith("/out/") else {}


def _problems_of(operation: Operation) -> dict[str, Any]:
    statuses = {400, 429, 503, *operation.problems}
    if not operation.open:
        statuses |= {401, 403}
    if operation.asks:
        statuses |= {413, 415}
    if any(p.place == "path" for p in operation.parameters):
        statuses.add(404)
    return {str(status): {"$ref": f"#/components/responses/{_name(status)}"} for status in sorted(statuses)}


def _problem(status: int, text: str) -> dict[str, Any]:
    headers = {"Retry-After": {"schema": {"type": "integer"}}} if status == 429 else {}
    content = {MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(name="Problem")}}}
    return {"description": text, "content": content, "headers": headers}


def _name(status: int) -> str:
    return f"Problem{status}"


def _schema(kind: Any) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(name=kind.__name__)}
