"""How often somebody has tried to sign in and failed: the more often, the longer the next answer takes, five seconds at most.

Counted are the browser, the address and the name that an attempt comes with. Nobody is shut out: a delay is all there is. An attempt
counts as failed from when it begins until its password turns out right, so that a hundred at once are not the first of each.
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence

# What costs nobody anything: a person who tries all of her passwords.
FREE = 5
LONGEST = 5.0
# Seconds after which what was tried is forgotten, and how many are remembered at most.
_WINDOW = 900
_MOST = 20_000

# What an attempt is known by: its kind and its value.
Key = tuple[str, str]


class Attempts:
    """Failures by key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[Key, tuple[int, float]] = OrderedDict()

    def failures(self, key: Key) -> int:
        """How often a key has failed of late."""
        count, at = self._known.get(key, (0, 0.0))
        return count if self._clock() - at < _WINDOW else 0

    def begin(self, keys: Sequence[Key]) -> tuple[int, ...]:
        """Counts an attempt; gives how often each of its keys had failed before."""
        before = tuple(self.failures(key) for key in keys)
        for key, count in zip(keys, before, strict=True):
            self._known[key] = (count + 1, self._clock())
            self._known.move_to_end(key)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        return before

    def succeed(self, keys: Sequence[Key], forgiven: Sequence[Key]) -> None:
        """Takes an attempt back that was right; of some of its keys all that went before as well."""
        for key in keys:
            count, at = self._known.get(key, (0, 0.0))
            if key in forgiven or count <= 1:
                self._known.pop(key, None)
            else:
                self._known[key] = (count - 1, at)


def delay(failures: int) -> float:
    """Seconds that an answer takes longer after so many failures.

    >>> [delay(count) for count in (0, 4, 5, 6, 7, 8, 9, 10, 1000)]
    [0.0, 0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 5.0, 5.0]
    """
    return 0.0 if failures < FREE else min(LONGEST, 0.25 * 2 ** min(failures - FREE, 10))


def network(address: str) -> str:
    """What of an address one household or office shares: all of IPv4, the first half of IPv6.

    >>> network("10.0.0.7"), network("2001:db8:1:2:3::4"), network("?")
    ('10.0.0.7', '2001:db8:1:2::/64', '?')
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((known, 64), strict=False)) if known.version == 6 else address
