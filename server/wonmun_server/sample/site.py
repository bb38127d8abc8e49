"""Serves the sample under /sample/: for the newspaper and for its mirror a front page, articles, a feed."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, render_template, url_for

from wonmun_server.sample.copies import Article, articles, copies

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


PAPERS = {"paper": "한빛일보", "mirror": "오늘의 뉴스모음"}
_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The mirror hides its links by a style attribute, as real ones do; no script runs on any of these pages."""

blueprint = Blueprint("sample", __name__, url_prefix="/sample")


@blueprint.after_request
def _allow_styles(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/")
def paper() -> ResponseReturnValue:
    """Serve the newspaper's front page."""
    return render_template("sample/front.html", paper="paper", name=PAPERS["paper"], articles=articles().values())


@blueprint.get("/mirror/")
def mirror() -> ResponseReturnValue:
    """Serve the mirror's front page."""
    return render_template("sample/front.html", paper="mirror", name=PAPERS["mirror"], articles=copies().values())


@blueprint.get("/articles/<name>")
def paper_article(name: str) -> ResponseReturnValue:
    """Serve a genuine article."""
    return _page("paper", articles(), name)


@blueprint.get("/mirror/<name>")
def mirror_article(name: str) -> ResponseReturnValue:
    """Serve a copy."""
    return _page("mirror", copies(), name)


@blueprint.get("/feed.xml")
def paper_feed() -> ResponseReturnValue:
    """Serve the newspaper's own feed, which is trusted."""
    return _feed("paper", articles())


@blueprint.get("/mirror/feed.xml")
def mirror_feed() -> ResponseReturnValue:
    """Serve the mirror's feed, which is watched."""
    return _feed("mirror", copies())


def _page(paper: str, served: dict[str, Article], name: str) -> ResponseReturnValue:
    article = served.get(name)
    if article is None:
        abort(404, "The sample has no such article.")
    others = [a for a in served.values() if a.id != name][:4]
    return render_template("sample/article.html", paper=paper, name=PAPERS[paper], article=article, others=others)


def _feed(paper: str, served: dict[str, Article]) -> ResponseReturnValue:
    items = [
        (a, url_for(f"sample.{paper}_article", name=a.id, _external=True), format_datetime(a.date))
        for a in served.values()
    ]
    home = url_for(f"sample.{paper}", _external=True)
    body = render_template("sample/feed.xml", name=PAPERS[paper], home=home, items=items)
    return Response(body, content_type="application/rss+xml; charset=utf-8")
