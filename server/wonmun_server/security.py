"""Who may ask: Host, token or cookie, origin, rate; and the headers that every answer carries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, TooManyRequests, Unauthorized

from wonmun import __version__
from wonmun_server import API
from wonmun_server.context import context
from wonmun_server.hosts import trusted_hosts

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.wrappers import Response as BaseResponse

    from wonmun_server.context import Context

PUBLIC = {"health.health", "pair.pair", "openapi.openapi", "home.sign_in", "static"}
"""Views that need no token. Those of the blueprints `sample` and `out` guard themselves."""
PUBLIC_BLUEPRINTS = {"sample", "out"}
COOKIE_DAYS = 30
TRUSTED_FACTOR = 10
"""How many times `server.rate` a client with the token may ask: a reader opening many tabs is no attack."""
_SAFE = {"GET", "HEAD", "OPTIONS"}
# "same-origin" and not "no-referrer": with that, browsers send `Origin: null` with the dashboard's own forms.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Wonmun-Version": __version__,
    "Wonmun-Api": str(API),
}


def install(app: Flask) -> None:
    """Guard every request of the app and finish every answer."""
    server = context_of(app).settings.server
    app.config["TRUSTED_HOSTS"] = trusted_hosts(server)
    app.config["MAX_CONTENT_LENGTH"] = int(server.max_body)
    app.before_request(_guard)
    app.after_request(finish)


def context_of(app: Flask) -> Context:
    """Return the context of an app that is not handling a request."""
    found: Context = app.extensions["wonmun"]
    return found


def finish(response: Response) -> Response:
    """Add the headers that every answer carries. None of them is a CORS header, on purpose."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _guard() -> None:
    if request.routing_exception is not None:
        return  # a foreign Host, or no such address: answered as such, before anything else is looked at
    trusted = signed_in()
    _limit(trusted=trusted)
    if request.endpoint in PUBLIC or request.blueprint in PUBLIC_BLUEPRINTS:
        return
    if not trusted:
        raise Unauthorized(
            "This needs the token of a paired client: Authorization: Bearer TOKEN; `wonmun pair` pairs one.",
            www_authenticate=WWWAuthenticate("bearer"),
        )
    if request.method not in _SAFE and not _has_token():
        _same_origin()


def _limit(*, trusted: bool) -> None:
    ours = context()
    rate = ours.settings.server.rate * (TRUSTED_FACTOR if trusted else 1)
    wait = ours.rate.wait(f"{request.remote_addr} {trusted}", rate)
    if wait:
        raise TooManyRequests(f"More than {rate} requests a minute (server.rate).", retry_after=math.ceil(wait))


def _has_token() -> bool:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return kind.lower() == "bearer" and context().tokens.is_token(token.strip())


def _same_origin() -> None:
    """Refuse a change with the cookie alone: pages of this machine's other ports are the same site."""
    origin = request.headers.get("Origin", "")
    if (
        origin
        and urlsplit(origin).netloc == request.host
        and request.headers.get("Sec-Fetch-Site") in {None, "same-origin"}
    ):
        return
    raise Forbidden("This change came from another page than the dashboard; nothing was done.")


def cookie_name() -> str:
    """One name a port: cookies of one machine are shared by all its ports."""
    return f"wonmun-{urlsplit(request.host_url).port or 80}"


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(context().tokens.token, salt="dashboard")


def give_cookie(response: BaseResponse) -> None:
    """Sign this browser in for thirty days, or until the token file is deleted."""
    value = _signer().dumps("dashboard")
    response.set_cookie(
        cookie_name(),
        str(value),
        max_age=COOKIE_DAYS * 86400,
        httponly=True,
        samesite="Strict",
        path="/",
        secure=request.is_secure,
    )


def take_cookie(response: BaseResponse) -> None:
    """Sign this browser out."""
    response.delete_cookie(cookie_name(), httponly=True, samesite="Strict", path="/", secure=request.is_secure)


def signed_in() -> bool:
    """Whether this request carries the token or the cookie."""
    return _has_token() or _has_cookie()


def _has_cookie() -> bool:
    value = request.cookies.get(cookie_name(), "")
    if not value:
        return False
    try:
        return bool(_signer().loads(value, max_age=COOKIE_DAYS * 86400) == "dashboard")
    except BadSignature:
        return False
