"""How a language model is reached, and what it gets: the settings of it, checked."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urlsplit

from interview_cli.errors import InvalidInput
from interview_cli.text import clean_input

DEFAULT_MODEL = "gpt-5.4-mini"
DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_TIMEOUT_S = 60
DEFAULT_DOCUMENT_CHARS = 120_000
"""CV and job description together, as far as a model gets them: some 30,000 tokens of English."""
MIN_DOCUMENT_BUDGET_CHARS = 1_000

MAX_REPLY_CHARS = 200_000
"""Longest reply of a model that is read."""

MAX_MODEL_NAME_CHARS = 200


@dataclass(frozen=True)
class ModelSettings:
    """How a language model is reached, and what it gets."""

    name: str
    base_url: str
    api_key: str | None = field(repr=False)
    timeout_s: float
    """The limit of one request as a whole; a turn ends within twice this."""
    document_chars: int
    """CV and job description together are sent up to this many characters."""
    options: dict[str, Any]
    """Further fields of every request, as the user asked: `{"temperature": 0.2}`."""

    @property
    def host(self) -> str:
        """The host, with its port where one is named; no password that the address may hold."""
        parts = self._parts
        named = (parts.hostname if parts else None) or "the address in OPENAI_BASE_URL"
        named = f"[{named}]" if ":" in named else named
        return f"{named}:{parts.port}" if parts and parts.port else named

    @property
    def is_local(self) -> bool:
        """Whether the host is this machine."""
        import ipaddress

        name = (self._parts and self._parts.hostname) or ""
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name == "localhost" or name.endswith(".localhost")
        return address.is_loopback or address.is_unspecified

    @property
    def needs_key(self) -> bool:
        """Whether a key is missing; a server of the user's own may do without."""
        return self.api_key is None and self.base_url == DEFAULT_BASE_URL

    @property
    def is_usable(self) -> bool:
        """Whether address and key are such that a request can be made at all."""
        parts, key = self._parts, self.api_key or ""
        is_address = parts is not None and parts.scheme in ("http", "https") and parts.hostname
        return bool(is_address) and key.isascii() and not re.search(r"\s", key)

    @property
    def url(self) -> str:
        """Where requests go, without a password."""
        parts = self._parts
        path = parts.path.rstrip("/") if parts else ""
        return f"{parts.scheme if parts else ''}://{self.host}{path}/chat/completions"

    @property
    def endpoint(self) -> str:
        """What tells one server with one model from another."""
        return f"{self.url} {self.name}"

    @property
    def _parts(self) -> SplitResult | None:
        try:
            parts = urlsplit(self.base_url)
            _ = parts.port  # a ValueError where it is no number
        except ValueError:
            return None
        return parts


def model_name(value: Any, source: str) -> str:
    """Raises InvalidInput for what is no name."""
    name = " ".join(clean_input(value, source).split()) if isinstance(value, str) else ""
    if not 0 < len(name) <= MAX_MODEL_NAME_CHARS:
        raise InvalidInput(f"{source} names no model.", f"write it as {DEFAULT_MODEL}")
    return name


def document_budget(value: Any, source: str) -> int:
    """A number of characters. Raises InvalidInput for less than 1,000."""
    try:
        characters = int(value)
    except (TypeError, ValueError):
        characters = 0
    if characters < MIN_DOCUMENT_BUDGET_CHARS:
        raise InvalidInput(
            f"{source} is no number of characters, {MIN_DOCUMENT_BUDGET_CHARS} or more."
        )
    return characters


_OUR_FIELDS = {"model", "messages", "stream", "stream_options", "response_format", "n", "tools"}


def model_options(value: Any, source: str) -> dict[str, Any]:
    """A JSON object, or its text. Raises InvalidInput, also for fields that are the program's."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            value = None
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):  # what TOML or Python knows, and JSON does not
        value = None
    if not isinstance(value, dict):
        raise InvalidInput(f"{source} is no JSON object.", """write it as {"temperature": 0.2}""")
    if ours := sorted(_OUR_FIELDS & set(value)):
        raise InvalidInput(f"{source} cannot set {ours[0]!r}.", "it is for the program to set")
    return value
