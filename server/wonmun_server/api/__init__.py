"""The JSON interface under /v1: a resource a file, no SQL; `openapi` describes all of it."""

from __future__ import annotations

from wonmun_server.api import check, health, pair

blueprints = (health.blueprint, pair.blueprint, check.blueprint)
