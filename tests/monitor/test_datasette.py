"""datasette.yaml names what is there: tables, columns, and queries that run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wonmun_monitor.log.connect import open_log

ROOT = Path(__file__).parent.parent.parent
TREE: dict[str, Any] = yaml.safe_load((ROOT / "monitor" / "datasette.yaml").read_text(encoding="utf-8"))
LOG = TREE["databases"]["log"]


@pytest.mark.parametrize("table", LOG["tables"])
def test_tables_and_facets_exist(table: str) -> None:
    with open_log(":memory:") as log:
        there = {row["name"] for row in log.db.execute(f"PRAGMA table_info({table})")}
    assert there
    said = LOG["tables"][table]
    named = {*said.get("facets", ()), *(said[k] for k in ("label_column", "sort_desc") if k in said)}
    assert named <= there


@pytest.mark.parametrize("query", LOG["queries"])
def test_queries_run(query: str) -> None:
    with open_log(":memory:") as log:
        assert log.db.execute(LOG["queries"][query]["sql"]).fetchall() == []


def test_every_foreign_key_names_its_column() -> None:
    """datasette 0.65 answers 500 where one does not (seen on five of seven tables)."""
    with open_log(":memory:") as log:
        tables = [row[0] for row in log.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        keys = [tuple(row) for table in tables for row in log.db.execute(f"PRAGMA foreign_key_list({table})")]
    assert len(keys) >= 12
    assert all(key[4] == "id" for key in keys)
