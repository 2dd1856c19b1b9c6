"""Passwords as hashes of datasette-auth-passwords (PBKDF2): made and checked as slowly for a name that nobody has as for one that is there."""

from __future__ import annotations

import secrets
from base64 import b64encode
from inspect import signature

from datasette_auth_passwords.utils import ALGORITHM, hash_password, verify_password

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


def _nobodys() -> str:
    """What no password has and costs as much to check; nothing is hashed for it, so that the first name that nobody has takes no longer."""
    iterations = signature(hash_password).parameters["iterations"].default
    return f"{ALGORITHM}${iterations}${secrets.token_hex(16)}${b64encode(bytes(32)).decode()}"


def problem(password: str) -> str | None:
    """Why a password will not do, where it does not."""
    if len(password) < SHORTEST:
        return f"mật khẩu cần ít nhất {SHORTEST} ký tự / a password needs {SHORTEST} characters at least"
    if len(password) > LONGEST:
        return f"mật khẩu dài quá {LONGEST} ký tự / a password has {LONGEST} characters at most"
    return None
