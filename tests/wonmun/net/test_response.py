"""Headers and waiting times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wonmun.net.response import Headers, retry_after

NOW = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("90", 90.0),
        ("999999999", 7 * 86400.0),
        ("Thu, 01 Jan 2026 12:01:00 GMT", 60.0),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("Thu, 99 Jan 2026", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_headers_keep_order_and_ignore_case() -> None:
    headers = Headers([("X-A", "1"), ("x-a", "2")])
    assert list(headers) == [("X-A", "1"), ("x-a", "2")]
    assert headers.get("X-a") == "1"
    assert headers.get("missing", "none") == "none"
