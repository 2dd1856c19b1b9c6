"""A part of the torture: numbered steps, each the same whenever it is run; what it found and how far it came stands in a file."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.conftest import ROOT

STATE = ROOT / "build/torture"

# One step: its number in, what is wrong out; `counted` says how many cases it holds.
Step = Callable[[int], list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """Steps under a name; `each` is how many cases one step holds, `opened` what all of them stand on."""

    name: str
    says: str
    steps: int
    each: int
    opened: Callable[[], AbstractContextManager[Step]]


@dataclass(slots=True)
class State:
    """How far a part has come."""

    done: int = 0
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, part: Part) -> State:
        """What the file says, or nothing yet."""
        path = STATE / f"{part.name}.json"
        return cls(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else cls()

    def save(self, part: Part) -> None:
        """Writes the file, whole or not at all."""
        STATE.mkdir(parents=True, exist_ok=True)
        path = STATE / f"{part.name}.json"
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        new.replace(path)


def run(part: Part, share: float = 1.0) -> Iterator[State]:
    """Goes on with a part until so much of it is done; gives its state after each step."""
    state = State.of(part)
    last = max(1, round(part.steps * share))
    if state.done >= last:
        return
    with part.opened() as step:
        while state.done < last:
            began = time.monotonic()
            state.failures += [f"step {state.done}: {one}" for one in step(state.done)]
            state.done += 1
            state.seconds += time.monotonic() - began
            state.save(part)
            yield state


def simple(step: Step) -> Callable[[], AbstractContextManager[Step]]:
    """Steps that stand on nothing."""

    def opened() -> Any:
        return nullcontext(step)

    return opened
