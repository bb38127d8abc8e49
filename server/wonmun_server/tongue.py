"""The language that a request is answered in, and how templates and views say things in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import has_request_context, request
from markupsafe import Markup, escape

from wonmun.translate import ENGLISH, catalog
from wonmun.translate.load import LANGUAGES

if TYPE_CHECKING:
    from flask import Flask, Response

    from wonmun.translate import Catalog

COOKIE = "wonmun-language"
NAMES = {"en": "English", "ko": "한국어"}


def install(app: Flask) -> None:
    """Give the templates `t`, `n`, `read` and the language's code; name the language of what is answered."""
    app.jinja_env.globals.update(t=t, n=n, language=lambda: chosen().lang, NAMES=NAMES)
    app.jinja_env.filters.update(read=read)
    app.after_request(_named)


def chosen() -> Catalog:
    """Give the catalog of this reader: the language chosen on the dashboard, else what the browser asks for first.

    English outside a request.
    """
    if not has_request_context():
        return ENGLISH
    picked = request.cookies.get(COOKIE, "")
    if picked not in LANGUAGES:
        wanted = (tag.partition("-")[0].lower() for tag in request.accept_languages.values())
        picked = next((code for code in wanted if code in LANGUAGES), "en")
    return catalog(picked)


def t(template: str, /, **fields: object) -> Markup:
    """Say something of ours; the template may hold markup, what it is filled with is escaped."""
    return Markup(chosen().say(template, **{name: escape(value) for name, value in fields.items()}))  # noqa: S704


def n(number: int, one: str, many: str, /, **fields: object) -> Markup:
    """Say how many: the first template for one, the second for more; `{n}` is the number."""
    return Markup(chosen().count(number, one, many, **{k: escape(v) for k, v in fields.items()}))  # noqa: S704


def read(sentence: str) -> str:
    """Translate a sentence that the engine or the monitor made: evidence, an alert, an error."""
    return chosen().read(sentence)


def _named(response: Response) -> Response:
    if request.blueprint == "check" or (response.mimetype == "text/html" and request.blueprint != "sample"):
        response.headers["Content-Language"] = chosen().lang
        response.vary.update(("Accept-Language", "Cookie"))
    return response
