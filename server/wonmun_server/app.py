"""The Flask application factory: wiring, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, request

from wonmun_server import api, out, pages, problems, sample, security
from wonmun_server.api.asked import Number
from wonmun_server.pages import words

if TYPE_CHECKING:
    from wonmun_server.context import Context


class App(Flask):
    """Flask that names the view where something failed, and not the address, which may hold a code or a token."""

    def log_exception(self, exc_info: Any) -> None:
        """Write down a failure that no handler was asked about."""
        self.logger.error("request failed in %s", request.endpoint, exc_info=exc_info)


def create_app(context: Context) -> Flask:
    """Put the application together. It opens nothing and starts nothing: what lives long is in `context`."""
    app = App(__name__)
    app.extensions["wonmun"] = context
    app.json.sort_keys = False  # type: ignore[attr-defined] # Flask's default provider has it
    app.url_map.converters["number"] = Number
    security.install(app)
    problems.install(app)
    words.install(app)
    for blueprint in (*api.blueprints, *out.blueprints, *pages.blueprints):
        app.register_blueprint(blueprint)
    if context.settings.sample:
        app.register_blueprint(sample.blueprint)
    return app
