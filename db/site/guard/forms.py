"""What is sent to the site: of a size, from the site's own pages, with the token that they bear."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl

from db.site.guard.hosts import Hosts

# Datasette's names: of the field and of the cookie that it must equal.
FIELD, COOKIE = "csrftoken", "ds_csrftoken"
# A name and a password; the queue with every finding of a plan chosen.
SMALL, LARGE = 4 * 2**10, 2**20
_SMALL = re.compile(r"(?:/-/(?:login|logout)|/account)$")
# Files in a form, which are read and not kept.
WITH_FILES = 40 * 2**20
# Its bytes are a file, which has limits of its own; the token comes in a header.
_FILE = re.compile(r"/upload/[^/]+/file$")
_FORM_WITH_FILES = re.compile(r"/comments(?:\.docx)?$")
# The token is the first field of a form with files.
_FIRST_FIELD = re.compile(
    rb'--[^\r\n]{1,200}\r\ncontent-disposition: form-data; name="csrftoken"\r\n\r\n([\x21-\x7e]{1,300})\r\n',
    re.IGNORECASE,
)


class Refused(Exception):
    """What was sent is not taken; the message says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


STALE = (
    "Biểu mẫu đã cũ, hoặc được gửi từ một trang khác; chưa có gì thay đổi. Hãy tải lại trang rồi gửi lại. / "
    "The form is stale or was sent from another site; nothing has changed. Load the page again and send it once more."
)


async def accepted(path: str, headers: Mapping[str, str], receive: Any, hosts: Hosts) -> tuple[str, Any]:
    """The token of what is sent, and how its body is received: read to its end, unless it is a file.

    Raises:
        Refused: it comes from elsewhere, without the token, or is too large.
    """
    if not is_own(headers, hosts):
        raise Refused(403, STALE)
    wanted = cookies_of(headers.get("cookie", "")).get(COOKIE, "")
    if not wanted or not wanted.isascii():
        raise Refused(403, STALE)
    in_header = headers.get("x-csrftoken", "")
    if _FILE.match(path):
        _same(in_header, wanted)
        return wanted, receive
    body = await _read(receive, _most(path), headers.get("content-length", ""))
    _same(in_header or _in_form(headers, body), wanted)
    return wanted, _again(body, receive)


def _most(path: str) -> int:
    """How many bytes may be sent to an address."""
    if _FORM_WITH_FILES.search(path):
        return WITH_FILES
    return SMALL if is_signing_in(path) else LARGE


def is_signing_in(path: str) -> bool:
    """Whether an address takes passwords, or ends what they began."""
    return _SMALL.match(path) is not None


def is_own(headers: Mapping[str, str], hosts: Hosts) -> bool:
    """Whether a request comes from a page of this site, or from no page at all."""
    host = headers.get("host", "")
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    from_ = headers.get("origin") or headers.get("referer")
    return from_ is None or hosts.same(from_, host)


def cookies_of(header: str) -> dict[str, str]:
    """The cookies of a header; none of one that is not understood."""
    try:
        return {name: one.value for name, one in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _same(given: str, wanted: str) -> None:
    if not secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode()):
        raise Refused(403, STALE)


def _in_form(headers: Mapping[str, str], body: bytes) -> str:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        first = _FIRST_FIELD.match(body)
        return first[1].decode() if first else ""
    if kind != "application/x-www-form-urlencoded":
        return ""
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True)).get(FIELD, "")
    except ValueError:
        return ""


async def _read(receive: Any, limit: int, length: str) -> bytes:
    said = f"Dữ liệu gửi lên vượt {limit // 1024} KB. / What was sent is larger than {limit // 1024} KB."
    if length.isdigit() and int(length) > limit:
        raise Refused(413, said)
    parts: list[bytes] = []
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise Refused(400, "Kết nối bị ngắt. / The connection was broken off.")
        parts.append(message.get("body", b""))
        if sum(map(len, parts)) > limit:
            raise Refused(413, said)
        more = message.get("more_body", False)
    return b"".join(parts)


def _again(body: bytes, receive: Any) -> Any:
    """Gives a body that has been read once more, then what follows it."""
    left = [{"type": "http.request", "body": body, "more_body": False}]

    async def received() -> Any:
        return left.pop() if left else await receive()

    return received
