"""`python -m tests.torture [PART]... [--share S] [--anew]`: runs parts from where they stand, then prints what each has come to."""

from __future__ import annotations

import argparse
import sys
import time

from tests.torture import crowd, fuzz, kills, mutants, outside, routes
from tests.torture.part import STATE, Part, State, run

PARTS: tuple[Part, ...] = (*kills.PARTS, *outside.PARTS, *routes.PARTS, *crowd.PARTS, *mutants.PARTS, *fuzz.PARTS)


def main() -> int:
    """Runs what is asked for; 1 where something failed."""
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("names", nargs="*", metavar="PART", help="mutants, or mutants.docx; all without")
    parser.add_argument("--share", type=float, default=1.0, help="how much of each part: 0.1 is a tenth")
    parser.add_argument("--anew", action="store_true", help="forget what was done before")
    given = parser.parse_args()
    chosen = [part for part in PARTS if not given.names or any(_named(part, name) for name in given.names)]
    for part in chosen:
        if given.anew:
            (STATE / f"{part.name}.json").unlink(missing_ok=True)
        told = time.monotonic()
        for state in run(part, given.share):
            if time.monotonic() - told > 30:
                told = time.monotonic()
                print(f"  {part.name}: {state.done}/{part.steps}, {len(state.failures)} failures", file=sys.stderr)
    print(f"{'part':<18}{'cases':>12}{'of':>12}{'failures':>10}{'minutes':>9}  what")
    failed = 0
    for part in chosen:
        state = State.of(part)
        failed += len(state.failures)
        print(
            f"{part.name:<18}{state.done * part.each:>12,}{part.steps * part.each:>12,}{len(state.failures):>10}{state.seconds / 60:>9.1f}  {part.says}"
        )
    for part in chosen:
        for failure in State.of(part).failures[:20]:
            print(f"{part.name}: {failure}")
    return 1 if failed else 0


def _named(part: Part, name: str) -> bool:
    return part.name == name or part.name.startswith(f"{name}.")


if __name__ == "__main__":
    sys.exit(main())
