"""What every request must pass, in this order: Host, origin, token, size.

A name that an attacker points at this machine (DNS rebinding) passes the checks of the origin, so
the Host is checked first.
"""

import hashlib
import hmac
import ipaddress
import math
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from anyio import to_thread
from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interview_cli.errors import InterviewError
from interview_cli.limits import MAX_ANSWER_BYTES, MAX_DOCUMENT_BYTES
from interview_cli.store.accounts import Accounts, derive_cookie, hash_cookie, hash_token
from interview_cli.web.failures import Refused, answer_failure, explain_unexpected

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
COOKIE = "interview_token"
START_PATH = "/start"
"""Where a browser gives the token; it needs none."""
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
USERS_KNOWN_FOR_S = 0.1
"""How long it is believed that there are no users yet. A busy server asks ten times a second."""
_MAX_UPLOAD_BYTES = 2 * (MAX_DOCUMENT_BYTES + MAX_ANSWER_BYTES)
"""Two documents, and the fields beside them."""
_MAX_FORM_BYTES = 4 * MAX_ANSWER_BYTES
"""An answer in a form, where a byte may take three."""
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        # The bars of a report have their length as an attribute.
        "style-src-attr 'unsafe-inline'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]+)?", re.ASCII)


@dataclass
class Access:
    """Who may use the server."""

    hosts: Collection[str]
    """The allowed names of the Host header, in lower case and without a port."""
    token: str | None = None
    """What every request must know; None if it needs nothing."""
    accounts: Accounts | None = None
    """Where the users are kept; None if sessions are not kept in a database."""
    has_users: bool = False
    """Whether there were users when it was last asked: each has a token of their own, and `token`
    lets nobody in then."""
    asked_at: float = -math.inf
    """When it was last asked whether there are users, by the monotonic clock."""

    @property
    def must_ask_for_users(self) -> bool:
        """Whether the first user may have been added by now."""
        if self.accounts is None or self.has_users:
            return False
        return time.monotonic() - self.asked_at > USERS_KNOWN_FOR_S

    def look_for_users(self) -> None:
        """Ask whether there are users by now. Once there were, nobody gets in as none of them.

        Raises StorageFailed: where it is not known whether there are users, nobody gets in.
        """
        if self.accounts and not self.has_users:
            asked_at = time.monotonic()
            self.has_users = self.accounts.has_users()
            self.asked_at = asked_at

    @property
    def users(self) -> Accounts | None:
        """The users, if there are any."""
        return self.accounts if self.has_users else None

    @property
    def needs_token(self) -> bool:
        return self.token is not None or self.has_users

    @property
    def need(self) -> str:
        """What is told to those who have no token."""
        return f"this server needs {'the token of a user' if self.has_users else 'its token'}."

    def admit_token(self, given: str) -> "Visitor | None":
        """Return who has this token, in a time that does not tell how much of it is right."""
        if self.users:
            return _find_visitor(self.users, hash_token(given))
        return EVERYBODY if self.token and _is_equal(given, self.token) else None

    def admit_cookie(self, given: str) -> "Visitor | None":
        """Return who has the token from which this cookie was derived, likewise."""
        if self.users:
            return _find_visitor(self.users, hash_cookie(given))
        is_right = self.token and _is_equal(given, derive_cookie(self.token))
        return EVERYBODY if is_right else None


@dataclass(frozen=True)
class Visitor:
    """Somebody who may use the server."""

    user: str | None = None
    """The user whose sessions these are; None where all share those of the server's owner."""


EVERYBODY = Visitor()


def _find_visitor(accounts: Accounts, given: bytes) -> Visitor | None:
    # The database compares hashes. How long that takes tells something of a stored hash, which
    # nobody can turn into the token.
    user = accounts.find_user(given)
    return Visitor(user) if user else None


def find_user(request: Request) -> str | None:
    """Return the user of a request; None where the server has no users, and at START_PATH."""
    user: str | None = getattr(request.state, "user", None)
    return user


def _is_equal(given: str, expected: str) -> bool:
    digests = (
        hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in (given, expected)
    )
    return hmac.compare_digest(*digests)


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """Refuse what is not allowed, add the headers, and let no exception reach the server."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def send_safely(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        try:
            check_host(request, self._access)
            check_origin(request)
            await check_token(request, self._access)
            await self._app(scope, _count(receive, find_limit(request)), send_safely)
        except InterviewError as failure:
            if not has_begun:
                await answer_failure(request, failure)(scope, receive, send_safely)
        except Exception as error:  # noqa: BLE001 # it may quote a CV, so no log may have it
            if not has_begun:
                bug = explain_unexpected(error)
                await answer_failure(request, bug)(scope, receive, send_safely)


def check_host(request: Request, access: Access) -> None:
    """Raise Refused unless the Host header names this server."""
    named = request.headers.getlist("host")
    match = _HOST.fullmatch(named[0].lower()) if len(named) == 1 else None
    server = request.scope.get("server") or ("", None)
    # The address at which a request arrived cannot be a rebound name.
    own = f"[{server[0]}]" if ":" in server[0] else server[0]
    if match is None or match[1] not in {*access.hosts, own}:
        raise Refused(
            403,
            "the Host header does not name this server.",
            "start it with --allow-host NAME to use it under another name",
        )


def check_origin(request: Request) -> None:
    """Raise Refused for a change that another site asks for.

    A request with neither header does not come from a browser (https://words.filippo.io/csrf).
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        is_own = site in ("same-origin", "none")
    else:
        origin = request.headers.get("origin")
        is_own = origin is None or _find_authority(origin) == request.headers.get("host")
    if not is_own:
        raise Refused(403, "this request comes from another site.")


def _find_authority(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


async def check_token(request: Request, access: Access) -> None:
    """Remember whose request it is. Raise Refused without a token, if the server needs one.

    Raise StorageFailed if a database does not say.
    """
    if access.must_ask_for_users:  # the first one closes a server that runs
        await to_thread.run_sync(access.look_for_users)
    if not access.needs_token or request.url.path == START_PATH:
        return
    if access.users:  # the database is asked
        visitor = await to_thread.run_sync(find_visitor, request.headers, access)
    else:
        visitor = find_visitor(request.headers, access)
    if visitor is None:
        raise Refused(
            401,
            access.need,
            f"give it as Authorization: Bearer, or in a browser at {START_PATH}",
            {"WWW-Authenticate": "Bearer"},
        )
    request.state.user = visitor.user


def find_visitor(headers: Headers, access: Access) -> Visitor | None:
    """Return who sends a request: by its token, else by its cookie."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    visitor = access.admit_token(bearer.strip()) if scheme.lower() == "bearer" else None
    cookie = _read_cookie(headers)
    return visitor or (access.admit_cookie(cookie) if cookie else None)


def _read_cookie(headers: Headers) -> str:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def find_limit(request: Request) -> int:
    """Return how many bytes the body of a request may have."""
    is_upload = request.headers.get("content-type", "").lower().startswith("multipart/")
    return _MAX_UPLOAD_BYTES if is_upload else _MAX_FORM_BYTES


def _count(receive: Receive, limit: int) -> Receive:
    """Return `receive`, which raises Refused after `limit` bytes, whatever the headers say."""
    total = 0

    async def receive_counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > limit:
            raise Refused(413, f"the request has more than {limit // 1_000_000} MB.")
        return message

    return receive_counted
