"""What commands ask the running server on this machine: who it is, and codes, with the token that both can read."""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING, Any

import msgspec

from wonmun.errors import WonmunError
from wonmun.settings import data_folder
from wonmun_monitor.urls import base_address
from wonmun_server.token import load_tokens

if TYPE_CHECKING:
    from wonmun.settings import Settings

_PATIENCE = 5.0


def version(settings: Settings) -> str | None:
    """Tell which version of wonmun answers; None where another program does. Raises `OSError` where none does."""
    address = base_address(settings.server.host, settings.server.port)
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=_PATIENCE)
    try:
        connection.connect()
        try:
            connection.request("GET", "/v1/health")
            return connection.getresponse().getheader("Wonmun-Version")
        except (OSError, http.client.HTTPException):
            return None
    finally:
        connection.close()


def pairing_code(settings: Settings) -> str:
    """Get a new one-time code. Raises `WonmunError` where no server answers or it is another one."""
    return str(_post(settings, "/v1/pair/codes", {"purpose": "extension"})["code"])


def sign_in_address(settings: Settings) -> str:
    """Get an address that signs one browser in, once. Raises `WonmunError` as `pairing_code` does."""
    code = _post(settings, "/v1/pair/codes", {"purpose": "sign_in"})["code"]
    return f"{base_address(settings.server.host, settings.server.port)}/sign-in?code={code}"


def _post(settings: Settings, path: str, body: dict[str, Any]) -> dict[str, Any]:
    address = base_address(settings.server.host, settings.server.port)
    token = load_tokens(data_folder()).token
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=_PATIENCE)
    try:
        connection.request("POST", path, msgspec.json.encode(body), headers)
        answer = connection.getresponse()
        read = answer.read()
    except (OSError, http.client.HTTPException) as error:
        why = (isinstance(error, OSError) and error.strerror) or error
        raise WonmunError(f"No server answers at {address} ({why}); start it with `wonmun up`") from error
    finally:
        connection.close()
    if answer.getheader("Wonmun-Version") is None:
        raise WonmunError(f"{address} is another program, not wonmun; choose another server.port")
    if answer.status == 401:
        raise WonmunError(
            f"The server at {address} has another token; use the same WONMUN_DATA (or WONMUN_TOKEN) for both"
        )
    if answer.status != 201:
        raise WonmunError(f"The server at {address} answers {answer.status}; see what it printed")
    found: dict[str, Any] = msgspec.json.decode(read)
    return found
