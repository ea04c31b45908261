"""Remember across runs what each endpoint can do, in one small file each."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from interview_cli.errors import StorageFailed
from interview_cli.store import disk
from interview_cli.text import format_timestamp

_MAX_BYTES = 1_000
_KEPT_FOR = timedelta(days=1)
"""After this time an endpoint is tried anew: its owner may have changed it."""


@dataclass(frozen=True)
class EndpointTraits:
    """What was learnt of an endpoint and its model. The defaults are what is tried first."""

    json_mode: str | None = None
    """How it is asked for JSON, in the words of `coach.llm`."""
    streams: bool = True
    reports_usage: bool = True
    """Whether it takes the request for figures at the end of a stream."""
    has_system_role: bool = True
    takes_temperature: bool = True
    takes_seed: bool = True
    context_tokens: int | None = None
    """The size of a request that it takes, with the reply."""
    chars_per_token: float | None = None
    """How many characters of our requests it counts as a token."""


class FileEndpointCache:
    """A cache in `home/endpoints/`. File names are hashes, because an address may be a secret.

    Any file may be deleted at any time. A file that is old, or cannot be read or written, is
    ignored; the next run finds out again.
    """

    def __init__(self, home: Path, now: Callable[[], datetime]) -> None:
        """`now` returns the current time, aware."""
        self._folder = home / "endpoints"
        self._now = now

    def recall(self, endpoint: str) -> EndpointTraits:
        """Return what is known of an endpoint, the defaults if nothing is."""
        with suppress(OSError, StorageFailed, ValueError, TypeError, KeyError, RecursionError):
            record = json.loads(disk.read_file(self._build_path(endpoint), _MAX_BYTES))
            learnt_at = datetime.fromisoformat(record.pop("learnt_at"))
            traits = EndpointTraits(**record)
            if self._now() - learnt_at < _KEPT_FOR and _is_valid(traits):
                return traits
        return EndpointTraits()

    def remember(self, endpoint: str, traits: EndpointTraits) -> None:
        """Save what is known of an endpoint for later runs."""
        record = {"learnt_at": format_timestamp(self._now()), **asdict(traits)}
        with suppress(OSError, StorageFailed):
            disk.create_folder(self._folder)
            disk.write_best_effort(self._build_path(endpoint), json.dumps(record))

    def _build_path(self, endpoint: str) -> Path:
        return self._folder / hashlib.sha256(endpoint.encode()).hexdigest()[:32]


def _is_valid(traits: EndpointTraits) -> bool:
    """Return whether a record, which somebody may have edited, holds values of the right types."""
    numbers = (traits.context_tokens, traits.chars_per_token)
    switches = (
        traits.streams,
        traits.reports_usage,
        traits.has_system_role,
        traits.takes_temperature,
        traits.takes_seed,
    )
    return (
        all(number is None or (_is_number(number) and number > 0) for number in numbers)
        and all(isinstance(switch, bool) for switch in switches)
        and isinstance(traits.json_mode, str | None)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
