"""`python -m tests.generators [FAMILY …] [--seed N] [--count N]`: how many documents of each family are read as they were written."""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace

from tests.generators.case import faults
from tests.generators.damage import damaged
from tests.generators.families import FAMILIES


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generators", description=__doc__)
    parser.add_argument("families", nargs="*", help=f"of {', '.join(FAMILIES)}; all where none is named")
    parser.add_argument("--seed", default=str(time.time_ns()), help="another one each time where none is given")
    parser.add_argument("--count", type=int, default=100, help="documents of each family")
    parser.add_argument("--show", type=int, default=3, help="how many of a family's faults are printed")
    parser.add_argument("--damaged", action="store_true", help="texts in the ruins that a portal makes of them")
    args = parser.parse_args()
    sys.stdout.write(f"seed {args.seed}\n")
    for name in args.families or FAMILIES:
        wrong = []
        for number in range(args.count):
            rng = random.Random(f"{args.seed}-{number}")
            case = FAMILIES[name](rng)
            if args.damaged and case.path.endswith((".txt", ".md")):
                case = replace(case, data=damaged(case.data.decode(), rng).encode())
            if found := faults(case):
                wrong.append((number, found))
        sys.stdout.write(f"{name:24} {args.count - len(wrong):5} of {args.count}\n")
        for number, found in wrong[: args.show]:
            sys.stdout.writelines(f"    {number}: {one}\n" for one in found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
