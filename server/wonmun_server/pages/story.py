"""One page's story: time line, text before and after, evidence in words, what each kind of visitor was shown."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest

from wonmun_monitor.log.pages import add_page
from wonmun_monitor.log.queries.page import PageStory, get_page
from wonmun_monitor.log.readers import add_report
from wonmun_server.api.pages import NUMBER
from wonmun_server.context import context
from wonmun_server.pages.diff import Paragraph, Piece, between, by_places, paragraphs
from wonmun_server.pages.timeline import timeline
from wonmun_server.pages.words import WRONGS
from wonmun_server.tongue import read, t

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("story", __name__)
DONE = {
    "visit": "It will be visited within seconds; load this page again to see what was found.",
    "reported": "Thank you; your report is kept in the log.",
}
VIEWS = {
    "diff": "Before and after",
    "seen": "As found",
    "restored": "Restored",
    "earlier": "Against its own clean text",
}


@blueprint.get(f"/pages/{NUMBER}")
def page(number: int) -> ResponseReturnValue:
    """Tell a page's story."""
    story = _story(number)
    view = request.args.get("view", "diff")
    shown_to = request.args.get("as", "" if "view" in request.args else _shown_otherwise(story))
    if shown_to not in _others(story):
        shown_to = ""
    views = {name: label for name, label in VIEWS.items() if name in _useful(story)}
    return render_template(
        "story.html",
        story=story,
        page=story.page,
        views=views,
        view=view if view in views else "diff",
        shown_to=shown_to,
        others=_others(story),
        text=_text(story, view, shown_to),
        events=timeline(story),
        origin=_origin(story),
        done=DONE.get(request.args.get("done", "")),
    )


def _origin(story: PageStory) -> str:
    """Say where the genuine copy came from."""
    known = story.genuine
    if known is None:
        return ""
    if known.page_id == story.page.id:
        return t("this page's own earlier text")
    who = t("a trusted publisher's page") if known.trusted else t("a page that was found clean")
    if known.reason and known.led_from == story.page.url:
        return f"{who}; {read(known.reason)}"
    if known.feed:
        return t("{who}, from the feed {feed}", who=who, feed=known.feed)
    return t("{who}, which {page} led to", who=who, page=known.led_from) if known.reason else who


def _useful(story: PageStory) -> set[str]:
    """Say which views show something of their own; a clean page has its text and nothing else."""
    useful = {"diff"}
    if story.findings:
        useful |= {"seen", "restored"}
    if story.earlier is not None and story.earlier != story.text:
        useful.add("earlier")
    return useful


def _others(story: PageStory) -> dict[str, str]:
    """Give the visitors who are shown something else than a reader is, with their texts."""
    reader = _as_reader(story)
    return {profile: text for profile, text in story.shown if text != reader}


def _as_reader(story: PageStory) -> str:
    return dict(story.shown).get("reader", story.text)


def _shown_otherwise(story: PageStory) -> str:
    """Give the visitor whose text tells the most: the first who alone is shown what was found."""
    cloaked = (f for f in story.findings if f.cloaked and f.cleared_at is None)
    return next((profile for f in cloaked for profile in f.profiles if profile != "reader"), "")


def _text(story: PageStory, view: str, shown_to: str) -> tuple[Paragraph, ...]:
    """Give the text in the view that was asked for."""
    everything = "all" in request.args
    if shown_to:
        return paragraphs(between(_as_reader(story), _others(story)[shown_to]), everything=everything)
    if view == "seen":
        return paragraphs((Piece(kept=story.text),))
    if view == "restored":
        return paragraphs((Piece(kept=story.restored),))
    if view == "earlier" and story.earlier is not None:
        return paragraphs(between(story.earlier, story.text))
    current = [f for f in story.findings if f.snapshot_id is not None and f.cleared_at is None]
    return paragraphs(by_places(story.text, [p for f in current for p in f.places]), everything=everything)


@blueprint.post("/pages")
def visit() -> ResponseReturnValue:
    """Have a page visited that somebody typed in."""
    return _visit(request.form.get("url", "").strip())


@blueprint.post(f"/pages/{NUMBER}/visit")
def visit_again(number: int) -> ResponseReturnValue:
    """Have a page visited that is known."""
    return _visit(_story(number).page.url)


@blueprint.post(f"/pages/{NUMBER}/report")
def report(number: int) -> ResponseReturnValue:
    """Keep somebody's word that the verdict is wrong."""
    url, wrong = _story(number).page.url, request.form.get("wrong", "")
    if wrong not in WRONGS:
        raise BadRequest("This is nothing that can be reported; use the buttons of the page.")
    context().store.write(lambda log: add_report(log, url, wrong, "", time.time()))
    return redirect(url_for("story.page", number=number, done="reported"), 303)


def _visit(url: str) -> ResponseReturnValue:
    number = context().store.write(lambda log: add_page(log, url, time.time()))
    return redirect(url_for("story.page", number=number, done="visit"), 303)


def _story(number: int) -> PageStory:
    story = get_page(context().store.log.db, number)
    return story or abort(404, f"The log knows no page {number}.")
