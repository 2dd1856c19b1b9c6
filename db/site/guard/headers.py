"""What every answer says to a browser, Datasette's pages and errors with the rest: nothing from elsewhere, in no frame, no guessing."""

from __future__ import annotations

from typing import Any

Headers = list[tuple[bytes, bytes]]

# Nothing leaves the machine: what a page may load comes from the site itself.
POLICY = (
    "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
# Datasette's own pages have scripts and styles in them.
OTHERS = (
    "default-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

ALWAYS: dict[bytes, bytes] = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}
# For a day: their addresses change with what they hold.
_STATIC = (b"cache-control", b"public, max-age=86400")


def completed(headers: Headers, *, path: str, status: int, secure: bool) -> Headers:
    """The headers of an answer with what it lacks.

    Args:
        headers: what the page said.
        path: the address.
        status: of the answer.
        secure: whether the browser came over HTTPS.
    """
    out = [(name.lower(), value) for name, value in headers]
    out = [(name, value) for name, value in out if name not in ALWAYS]
    out = [(name, _flagged(value, secure=secure) if name == b"set-cookie" else value) for name, value in out]
    names = {name for name, _ in out}
    out += ALWAYS.items()
    if b"content-security-policy" not in names:
        out.append((b"content-security-policy", (OTHERS if is_datasettes(path) else POLICY).encode()))
    if path.startswith("/static/") and status == 200:
        out = [*((name, value) for name, value in out if name != b"cache-control"), _STATIC]
    return out


def is_datasettes(path: str) -> bool:
    """Whether an address is of Datasette's own pages."""
    return path.startswith(("/-/", "/kehoach", "/_", "/."))


def _flagged(cookie: bytes, *, secure: bool) -> bytes:
    """A cookie that no script reads, that no other site's form or picture brings along, and that goes over HTTPS alone where it came so."""
    said = {part.strip().partition(b"=")[0].lower() for part in cookie.split(b";")[1:]}
    wanted: list[tuple[bytes, Any]] = [(b"HttpOnly", True), (b"SameSite=Lax", True), (b"Secure", secure)]
    added = [flag for flag, on in wanted if on and flag.partition(b"=")[0].lower() not in said]
    return b"; ".join([cookie, *added])
