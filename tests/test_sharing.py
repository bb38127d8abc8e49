"""Which tests one process runs in a row."""

from __future__ import annotations

import pytest

from tests.conftest import pytest_xdist_make_scheduler, row


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("tests/browser/test_results.py::test_marked[chromium]", "chromium"),
        ("tests/browser/test_same_answer.py::test_page_as_shown_and_as_html[firefox-a doorway]", "firefox"),
        ("tests/browser/test_accessible.py::test_popup[chromium-dark]", "chromium"),
        ("tests/browser/test_interface.py::test_the_interface_in_korean", "tests/browser/test_interface.py"),
        ("tests/wonmun/test_offsets.py::test_both_ways[firefox]", "tests/wonmun/test_offsets.py"),
    ],
)
def test_one_browser_is_one_row_and_so_is_a_file(test: str, expected: str) -> None:
    assert row(test) == expected


def test_tests_are_shared_out_by_rows(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each browser and server was started twice: a new pytest had let the marks that said this before mean nothing."""
    remote = pytest.importorskip("xdist.remote")
    monkeypatch.setattr(pytestconfig.option, "tx", ["2*popen"])
    scheduler = pytest_xdist_make_scheduler(pytestconfig, remote.Producer("rows"))
    assert scheduler._split_scope("tests/browser/test_results.py::test_marked[chromium]") == "chromium"
