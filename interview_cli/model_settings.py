"""Settings of a language model: how to reach it, and what it receives."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal, get_args
from urllib.parse import SplitResult, parse_qsl, urlsplit

from interview_cli.errors import InvalidInput
from interview_cli.text import clean_input

DEFAULT_MODEL = "gpt-5.4-mini"
DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_TIMEOUT_S = 60
DEFAULT_DOCUMENT_CHARS = 120_000
"""Characters of CV and job description together that a model receives: about 30,000 tokens of
English."""
MIN_DOCUMENT_BUDGET_CHARS = 1_000

MAX_REPLY_CHARS = 200_000
"""Maximum length of a model's reply."""

MAX_QUESTION_CHARS = 1_200
MAX_POST_REPLY_CHARS = 40_000
"""Maximum length of a reply about a job post."""

MAX_MODEL_NAME_CHARS = 200


Task = Literal["question", "review", "job_post"]
TASKS: tuple[Task, ...] = get_args(Task)


@dataclass(frozen=True)
class ModelSettings:
    """How to reach a language model, and what it receives."""

    name: str
    base_url: str
    api_key: str | None = field(repr=False)
    timeout_s: float
    """Time limit of one request, in seconds; a turn takes at most twice as long."""
    document_chars: int
    """Maximum length of CV and job description together, in characters."""
    options: dict[str, Any]
    """Additional fields of every request, set by the user: `{"temperature": 0.2}`.

    A field that is named like a task holds fields of the requests for this task only.
    """

    def find_options(self, task: Task) -> dict[str, Any]:
        """Return the additional fields of the requests for a task."""
        common = {name: value for name, value in self.options.items() if name not in TASKS}
        return {**common, **self.options.get(task, {})}

    @property
    def option_names(self) -> tuple[str, ...]:
        """The names of all additional fields, of every task."""
        return tuple(dict.fromkeys(name for task in TASKS for name in self.find_options(task)))

    @property
    def host(self) -> str:
        """The host, with its port if the URL has one, and without user name and password."""
        parts = self._parts
        host = (parts.hostname if parts else None) or "the address in OPENAI_BASE_URL"
        host = f"[{host}]" if ":" in host else host
        return f"{host}:{parts.port}" if parts and parts.port else host

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
        """Whether the key is missing. A base URL set by the user may need none."""
        return self.api_key is None and self.base_url == DEFAULT_BASE_URL

    @property
    def has_scheme(self) -> bool:
        """Whether the base URL says how to connect."""
        return "://" in self.base_url

    @property
    def is_usable(self) -> bool:
        """Whether base URL and key have a form with which a request can be made."""
        parts, key = self._parts, self.api_key or ""
        is_address = parts is not None and parts.scheme in ("http", "https") and parts.hostname
        return bool(is_address) and key.isascii() and not re.search(r"\s", key)

    @property
    def url(self) -> str:
        """The URL that requests go to, without user name and password."""
        parts = self._parts
        path = parts.path.rstrip("/") if parts else ""
        return f"{parts.scheme if parts else ''}://{self.host}{path}/chat/completions"

    def split_base_url(self) -> tuple[str, dict[str, str]]:
        """Return the base URL without its query, and the query's fields."""
        address, _, query = self.base_url.partition("?")
        return address, dict(parse_qsl(query.partition("#")[0], keep_blank_values=True))

    @property
    def endpoint(self) -> str:
        """URL and model, as one key."""
        return f"{self.url} {self.name}"

    @property
    def _parts(self) -> SplitResult | None:
        try:
            parts = urlsplit(self.base_url)
            _ = parts.port  # Raises ValueError if it is not a number.
        except ValueError:
            return None
        return parts


def parse_model_name(value: Any, source: str) -> str:
    """Validate a model's name. Raises InvalidInput, naming the source."""
    name = " ".join(clean_input(value, source).split()) if isinstance(value, str) else ""
    if not 0 < len(name) <= MAX_MODEL_NAME_CHARS:
        raise InvalidInput(f"{source} is not the name of a model.", f"write it as {DEFAULT_MODEL}")
    return name


def parse_document_budget(value: Any, source: str) -> int:
    """Parse a number of characters. Raises InvalidInput below 1,000."""
    try:
        characters = int(value)
    except (TypeError, ValueError, OverflowError):  # TOML has inf.
        characters = 0
    if characters < MIN_DOCUMENT_BUDGET_CHARS:
        raise InvalidInput(
            f"{source} is not a number of characters, at least {MIN_DOCUMENT_BUDGET_CHARS}."
        )
    return characters


_RESERVED_FIELDS = {
    "model",
    "messages",
    "stream",
    "stream_options",
    "response_format",
    "n",
    "tools",
}
"""Fields of a request that only the program sets."""


def parse_model_options(value: Any, source: str) -> dict[str, Any]:
    """Validate a JSON object, or parse one from text.

    Raises InvalidInput, also for reserved fields.
    """
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            value = None
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):  # TOML's dates and NaN are not JSON.
        value = None
    if not isinstance(value, dict):
        raise InvalidInput(
            f"{source} is not a JSON object.", """write it as {"temperature": 0.2}"""
        )
    for fields, where in [(value, source), *_find_task_options(value, source)]:
        if reserved := sorted(_RESERVED_FIELDS & set(fields)):
            raise InvalidInput(f"{where} cannot set {reserved[0]!r}.", "the program sets it")
    return value


def _find_task_options(value: dict[str, Any], source: str) -> list[tuple[dict[str, Any], str]]:
    """Return the options of each task with a name for them. Raises InvalidInput."""
    named = [(value[task], f"{source}, in {task!r},") for task in TASKS if task in value]
    for options, where in named:
        if not isinstance(options, dict):
            raise InvalidInput(
                f"{where} is not a JSON object.", """write it as {"temperature": 0.2}"""
            )
    return named
