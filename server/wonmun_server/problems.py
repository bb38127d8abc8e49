"""Every failure as one shape: an RFC 9457 problem document, or for a browser a page that says the same."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException, NotFound, SecurityError

from wonmun.errors import InputError, WonmunError

if TYPE_CHECKING:
    from flask import Flask

MEDIA_TYPE = "application/problem+json"
NOTHING = "Nothing is at this address; look whether it is written right."
FAILED = "The server failed at this request; its output says why."
logger = logging.getLogger(__name__)


def problem_body(status: int, detail: str) -> bytes:
    """Write the document. `detail` is one sentence: what, where, what to do."""
    title = HTTPStatus(status).phrase
    return msgspec.json.encode({"type": "about:blank", "title": title, "status": status, "detail": detail})


def install(app: Flask) -> None:
    """Answer every exception of the app with a problem."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(WonmunError, _known)
    app.register_error_handler(Exception, _unknown)


def _http(error: HTTPException) -> Response:
    if error.response is not None:  # a redirect that routing raised
        return make_response(error.response)
    if isinstance(error, SecurityError):
        error.description = "The Host header names no trusted host; add it to server.trusted_hosts if it is yours."
    elif isinstance(error, NotFound) and error.description == NotFound.description:
        error.description = NOTHING
    answer = _shaped(error.code or 500, error.description or "")
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after", "www-authenticate"}:
            answer.headers[name] = value
    return answer


def _known(error: WonmunError) -> Response:
    return _shaped(400 if isinstance(error, InputError) else 503, str(error))


def _unknown(error: Exception) -> Response:
    # The address may carry a one-time code or the read token, so only the name of the view is written down.
    logger.error("request failed in %s", request.endpoint, exc_info=error)
    return _shaped(500, FAILED)


def _shaped(status: int, detail: str) -> Response:
    # A page has links of this host, which nothing can make for a foreign one: under that every answer is a document.
    machine = request.path.startswith(("/v1/", "/out/")) or isinstance(request.routing_exception, SecurityError)
    if not machine and request.accept_mimetypes.accept_html and request.accept_mimetypes:
        page = render_template("problem.html", title=HTTPStatus(status).phrase, status=status, detail=detail)
        return Response(page, status, mimetype="text/html")
    return Response(problem_body(status, detail), status, content_type=MEDIA_TYPE)
