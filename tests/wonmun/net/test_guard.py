"""Which URLs and addresses are let through: rules alone, no lookup."""

from __future__ import annotations

import contextlib
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.errors import FetchError
from wonmun.net.addresses import denied, literal
from wonmun.net.guard import Allowed, judge


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/",
        "http://example.com:8080/a?b=c#d",
        "https://한국.example/기사",
        "http://93.184.216.34/",
        "http://[2606:2800:220:1:248:1893:25c8:1946]/",
        "HTTPS://EXAMPLE.COM",
    ],
)
def test_let_through(url: str) -> None:
    assert not judge(url).private_allowed


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("ftp://example.com/", "ftp"),
        ("file:///etc/passwd", "file"),
        ("example.com", "without a scheme"),
        ("data:text/html,x", "data"),
        ("http://", "host"),
        ("http:///path", "host"),
        ("http://exa mple.com/", "space"),
        ("http://example.com\\@127.0.0.1/", "backslash"),
        ("http://example.com/\r\nX: y", "control"),
        ("http://a:b@example.com/", "password"),
        ("http://@example.com/", "password"),
        ("http://example.com:99999/", "valid"),
        ("http://example.com:x/", "valid"),
        ("http://example.com:22/", "port 22"),
        ("http://example.com:6379/", "port 6379"),
        ("http://[::1", "valid"),
        ("http://1.2.3.4.5/", "neither"),
        ("http://256.1.1.1/", "neither"),
        ("http://127.0.0.1/", "loopback"),
        ("http://127.1/", "loopback"),
        ("http://0x7f.0.0.1/", "loopback"),
        ("http://017700000001/", "loopback"),
        ("http://3232235521/", "private"),
        ("http://[::ffff:a00:1]/", "private"),
        ("http://[64:ff9b::a9fe:a9fe]/", "NAT64"),
        ("http://[fe80::1%25eth0]/", "link-local"),
        ("http://localhost/", "local networks"),
        ("http://a.localhost./", "local networks"),
        ("http://printer.local/", "local networks"),
        ("http://ⓛocalhost/", "local networks"),
        ("http://metadata.google.internal/", "local networks"),
        ("http://" + "a" * 9000, "longer"),
    ],
)
def test_refused_with_a_reason(url: str, named: str) -> None:
    with pytest.raises(FetchError) as caught:
        judge(url)
    assert caught.value.kind == "refused"
    assert named in str(caught.value)


@pytest.mark.parametrize(
    ("entry", "url", "allowed"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000/x", True),
        ("127.0.0.1:8000", "http://2130706433:8000/x", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8001/x", False),
        ("127.0.0.1:8000", "http://127.0.0.2:8000/x", False),
        ("localhost:8000", "http://localhost:8000/x", True),
        ("localhost:8000", "http://127.0.0.1:8000/x", False),
        ("[::1]:8000", "http://[::1]:8000/x", True),
        ("intern.lan", "https://intern.lan/x", True),
        ("intern.lan", "https://intern.lan:444/x", False),
    ],
)
def test_private_places_are_allowed_by_name_and_port(entry: str, url: str, *, allowed: bool) -> None:
    rules = Allowed.of([entry])
    if allowed:
        assert judge(url, rules).private_allowed
    else:
        with pytest.raises(FetchError):
            judge(url, rules)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::808:808", "2a00::1"]
)
def test_global_addresses_may_be_asked(address: str) -> None:
    assert denied(address) == ""


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_passes(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    inside = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_unspecified
    )
    if inside and ipaddress.ip_address("64:ff9b::") != address:
        assert denied(str(address))


@given(st.integers(0, 2**32 - 1))
def test_every_writing_of_an_address_is_read(number: int) -> None:
    wanted = ipaddress.IPv4Address(number)
    high, low = divmod(number, 2**24)
    for text in (str(wanted), str(number), hex(number), f"0{number:o}", f"{high}.{low}", f"0x{high:x}.{low}"):
        assert literal(text) == wanted


@given(st.text(max_size=60))
def test_judging_raises_fetch_errors_only(text: str) -> None:
    for url in (text, f"http://{text}", f"http://{text}/", f"http://a.example:{text}/"):
        with contextlib.suppress(FetchError):
            judge(url)
