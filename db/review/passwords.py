"""Passwords as hashes of datasette-auth-passwords (PBKDF2): made and checked as slowly for a name that nobody has as for one that is there."""

from __future__ import annotations

import secrets
from functools import lru_cache

from datasette_auth_passwords.utils import hash_password, verify_password

SHORTEST = 8
# Nobody types more; a longer one would only cost time.
LONGEST = 1024


def hashed(password: str) -> str:
    """A hash to be kept; slow on purpose."""
    return str(hash_password(password))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is that of a hash; without one it takes as long and is not. Slow on purpose: never in the event loop."""
    right = bool(verify_password(password, kept or _nobodys()))
    return right and kept is not None


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hashed(secrets.token_hex(16))


def problem(password: str) -> str | None:
    """Why a password will not do, where it does not."""
    if len(password) < SHORTEST:
        return f"mật khẩu cần ít nhất {SHORTEST} ký tự / a password needs {SHORTEST} characters at least"
    if len(password) > LONGEST:
        return f"mật khẩu dài quá {LONGEST} ký tự / a password has {LONGEST} characters at most"
    return None
