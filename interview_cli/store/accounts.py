"""Accounts: who may use the sessions of a database through `serve`, and the tokens that show it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

TOKEN_BYTES = 32
"""Random bytes of a token: nobody guesses it, so a fast hash protects it as well as a slow one."""


@dataclass(frozen=True)
class Account:
    """A user. Their name is the owner of their sessions."""

    name: str
    created_at: datetime
    """Aware, UTC; so is the other time."""
    token_made_at: datetime


class Accounts(Protocol):
    """The accounts of a database. All methods raise StorageFailed, also without the right to it."""

    def has_users(self) -> bool:
        """Whether there is any user."""

    def find_user(self, given: bytes) -> str | None:
        """Return the user whose token or cookie has this hash, or None."""

    def list_accounts(self) -> list[Account]:
        """Return all users by name."""

    def add(self, name: str) -> str:
        """Add a user and return their token, which is not stored. Raises Conflict for one there."""

    def renew_token(self, name: str) -> str:
        """Return a new token; the present one, and its cookies, end. Raises NotFound."""

    def remove(self, name: str, *, with_sessions: bool) -> int:
        """Remove a user with their drafts and token, and the shares with them.

        `with_sessions` erases their sessions too, also what is left of a user who was removed
        before. Return how many those were. Raises NotFound, and Conflict if there are sessions
        that are not to be erased.
        """


class Shares(Protocol):
    """Whom an owner lets read which of their sessions. All methods raise StorageFailed."""

    def add(self, session_id: str, reader: str) -> None:
        """Let another user read a session. Raises NotFound without such a user or session."""

    def remove(self, session_id: str, reader: str | None) -> list[str]:
        """End the share with a reader, or with all. Return whom it was shared with."""

    def list_readers(self, session_id: str) -> list[str]:
        """Return the names of those who may read a session of this owner."""


def create_token() -> str:
    """Return a new token, as text that is safe in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def derive_cookie(token: str) -> str:
    """Return what a browser shows in place of a token."""
    return hashlib.sha256(f"cookie {token}".encode("utf-8", "replace")).hexdigest()


def hash_token(token: str) -> bytes:
    """Return what is stored of a token."""
    return _hash(f"token {token}")


def hash_cookie(cookie: str) -> bytes:
    """Return what is stored of a cookie. The other prefix keeps it from passing as a token."""
    return _hash(f"value of cookie {cookie}")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
