"""What `make bench` runs: every measurement, one table.

python -m tests.bench [--plans 10000] [--records 100000] [--only extraction,doubling,reading,loading,links,site,queries,cluster] [--db plans.db] [--write]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import cluster, doubling, extraction, links, loading, queries, reading, site
from tests.bench.table import Line, machine, markdown

_PARTS = ("extraction", "doubling", "reading", "loading", "links", "site", "queries", "cluster")
_DOCUMENT = Path(__file__).resolve().parents[2] / "docs/benchmarks.md"
_BEGIN, _END = "<!-- table of make bench -->", "<!-- end -->"


def main() -> None:
    """Prints the table; with `--write` it is kept in docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--plans", type=int, default=10_000, help="synthetic plans to load")
    parser.add_argument("--records", type=int, default=100_000, help="plans of records to query")
    parser.add_argument("--only", default=",".join(_PARTS), help="parts, with commas between them")
    parser.add_argument(
        "--db", type=Path, help="a database to measure the site on, instead of one that is loaded first"
    )
    parser.add_argument("--write", action="store_true", help="keep the table in docs/benchmarks.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        found = list(_lines(asked, Path(folder)))
    text = f"{machine()}\n\n{markdown(found)}"
    print(text)
    if asked.write:
        kept = _DOCUMENT.read_text(encoding="utf-8")
        head, rest = kept.split(_BEGIN, 1)
        _DOCUMENT.write_text(f"{head}{_BEGIN}\n{text}\n{_END}{rest.split(_END, 1)[1]}", encoding="utf-8")


def _lines(asked: argparse.Namespace, folder: Path) -> Iterator[Line]:
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= asked.records]
    parts = {
        "extraction": lambda: extraction.lines(),
        "doubling": lambda: doubling.lines(),
        "reading": lambda: reading.lines(),
        "loading": lambda: loading.lines(asked.plans, folder),
        "links": lambda: links.lines(asked.plans, folder),
        "site": lambda: site.lines(asked.plans, folder, asked.db),
        "queries": lambda: queries.lines(sizes, folder, progress=_say),
        "cluster": lambda: cluster.lines(min(asked.plans, 500), folder),
    }
    for name in asked.only.split(","):
        for line in parts[name]():
            _say(f"{line.what}: {line.ratio}; {line.figure}")
            yield line


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
