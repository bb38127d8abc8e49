"""The dashboard as somebody reads it: a page's tree, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def shown(client: FlaskClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    return html.fromstring(answer.get_data(as_text=True))


def text_of(tree: html.HtmlElement) -> str:
    return " ".join(tree.text_content().split())
