"""Pairing: wrong, missing, replayed, old and guessed codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import TOKEN, Clock, detail
from wonmun_server.pairing import ALPHABET, LOCK, Locked, Pairing, SignIn

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context


def test_a_code_is_good_once(stranger: FlaskClient, context: Context) -> None:
    code = context.pairing.issue()
    assert stranger.post("/v1/pair", json={"code": code}).get_json() == {"token": TOKEN}
    again = stranger.post("/v1/pair", json={"code": code})
    assert again.status_code == 403
    assert "wonmun pair" in detail(again)


def test_a_code_may_be_typed_carelessly(clock: Clock) -> None:
    pairing = Pairing(clock)
    code = pairing.issue()
    assert pairing.redeem(f" {code.lower().replace('-', ' ')} ")


def test_codes_avoid_letters_that_people_confuse() -> None:
    assert not set("01IO") & set(ALPHABET)


def test_a_code_ends_after_ten_minutes(clock: Clock) -> None:
    pairing = Pairing(clock)
    early, late = pairing.issue(), pairing.issue()
    clock.now += 599
    assert pairing.redeem(early)
    clock.now += 2
    assert not pairing.redeem(late)


@pytest.mark.parametrize("body", [{}, {"code": 5}, {"code": None}, [], {"code": "x" * 101}])
def test_a_missing_code_is_a_bad_request(stranger: FlaskClient, body: object) -> None:
    answer = stranger.post("/v1/pair", json=body)
    assert answer.status_code == 400
    detail(answer)


def test_five_wrong_codes_lock_pairing_for_a_minute_even_for_the_right_one(
    stranger: FlaskClient, context: Context, clock: Clock
) -> None:
    code = context.pairing.issue()
    for _ in range(5):
        assert stranger.post("/v1/pair", json={"code": "AAAA-AAAA"}).status_code == 403
    locked = stranger.post("/v1/pair", json={"code": code})
    assert locked.status_code == 429
    assert 0 < int(locked.headers["Retry-After"]) <= 60
    detail(locked)
    clock.now += LOCK + 1
    assert stranger.post("/v1/pair", json={"code": code}).status_code == 200


def test_guessing_for_ten_minutes_gets_fifty_tries(clock: Clock) -> None:
    pairing = Pairing(clock)
    compared = 0
    for _ in range(600):
        clock.now += 1
        try:
            pairing.redeem("AAAAAAAA")
            compared += 1
        except Locked:
            pass
    assert compared <= 60


def test_only_a_paired_client_gets_new_codes(stranger: FlaskClient, client: FlaskClient) -> None:
    assert stranger.post("/v1/pair/codes", json={}).status_code == 401
    made = client.post("/v1/pair/codes", json={})
    assert made.status_code == 201
    assert stranger.post("/v1/pair", json={"code": made.get_json()["code"]}).status_code == 200


def test_waiting_codes_are_bounded(clock: Clock) -> None:
    pairing = Pairing(clock)
    first = pairing.issue()
    for _ in range(20):
        pairing.issue()
    assert not pairing.redeem(first)


def test_a_sign_in_code_is_good_once() -> None:
    door = SignIn()
    code = door.issue()
    assert door.redeem(code)
    assert not door.redeem(code)
    assert not door.redeem("")
