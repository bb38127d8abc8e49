"""The local server: what the browser extension asks, and the dashboard. Imports `server → log → wonmun`."""

from __future__ import annotations

API = 1
"""Number of the HTTP interface; it changes only where an older extension would break."""
