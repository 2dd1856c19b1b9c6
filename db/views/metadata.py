"""Descriptions of tables, views and columns, as data and as Datasette's metadata."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

# The name under which the database is served.
NAME = "kehoach"


@lru_cache(maxsize=1)
def descriptions() -> dict[str, Any]:
    """The content of `descriptions.toml`."""
    return tomllib.loads(resources.files("db.views").joinpath("descriptions.toml").read_text(encoding="utf-8"))


def column(table: str, name: str) -> dict[str, str]:
    """What a column means: the table's own words, else the common ones.

    Raises:
        KeyError: nothing describes it.
    """
    known = descriptions()
    own = known["table"][table].get("columns", {})
    found: dict[str, str] = own[name] if name in own else known["column"][name]
    return found


def datasette(columns: dict[str, list[str]], queries: dict[str, Any] | None = None) -> dict[str, Any]:
    """Metadata as Datasette 0.65 reads it.

    Args:
        columns: the columns of each table and view that is there.
        queries: the named queries behind the site's pages.
    """
    known = descriptions()
    head = known["database"]
    tables: dict[str, Any] = {}
    for name, entry in known["table"].items():
        if name not in columns:
            continue
        tables[name] = {
            "description": f"{entry['vi']} / {entry['en']}",
            "columns": {column_name: _both(column(name, column_name)) for column_name in columns[name]},
            **({"facets": entry["facets"]} if "facets" in entry else {}),
            **({"label_column": entry["label"]} if "label" in entry else {}),
        }
    return {
        "title": head["title_vi"],
        "description": f"{head['description_vi']} / {head['description_en']}",
        "databases": {
            NAME: {
                "title": head["title_vi"],
                "description": head["description_en"],
                "tables": tables,
                "queries": queries or {},
            }
        },
    }


def _both(entry: dict[str, str]) -> str:
    return f"{entry['vi']} / {entry['en']}"
