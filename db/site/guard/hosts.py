"""Under which names the site may be asked for: a web page elsewhere whose name comes to point here (DNS rebinding) is refused.

An address in digits cannot be rebound; of names those count that `--host-name` gives, and those of this machine.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

_LOCAL = frozenset({"localhost", "localhost.localdomain"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names of a site."""

    given: tuple[str, ...]
    loopback: bool
    machine: str

    @classmethod
    def of(cls, names: Iterable[str], *, loopback: bool) -> Hosts:
        """Those given, and where others can reach the site the machine's own."""
        return cls(tuple(name.lower() for name in names), loopback, "" if loopback else socket.gethostname().lower())

    def knows(self, host: str) -> bool:
        """Whether a `Host` header is of this site."""
        name = name_of(host)
        if name is None:
            return False
        if name in self.given or name in _LOCAL:
            return True
        address = _address(name)
        if address is not None:
            return address.is_loopback or not self.loopback
        return bool(self.machine) and name == self.machine

    def public(self, host: str) -> str:
        """The host under which others find the site: the given name where the request came under another, of a proxy say."""
        return host if not self.given or name_of(host) in self.given else self.given[0]

    def same(self, origin: str, host: str) -> bool:
        """Whether an `Origin` or `Referer` is of this site, as it was asked for or by its given name."""
        try:
            parts = urlsplit(origin)
            named = parts.hostname
        except ValueError:
            return False
        if parts.scheme not in ("http", "https") or named is None:
            return False
        return _with_port(parts.netloc, parts.scheme) == _with_port(host, parts.scheme) or named in self.given


def name_of(host: str) -> str | None:
    """The name in a `Host` header, without its port.

    >>> name_of("Kehoach.tinh.vn:8001"), name_of("[::1]:80"), name_of("a b"), name_of("user@host")
    ('kehoach.tinh.vn', '::1', None, None)
    """
    if not host or any(char.isspace() or char in "@/\\?#," for char in host):
        return None
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018  (raises where it is no number)
    except ValueError:
        return None
    return parts.hostname.rstrip(".") if parts.hostname else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _with_port(host: str, scheme: str) -> str:
    standard = {"http": ":80", "https": ":443"}[scheme]
    return host.lower().removesuffix(standard)
