"""What all stored models share: types of fields, their base, and the fields of any session."""

from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

from interview_cli.errors import InvalidInput
from interview_cli.left_out import leave_out
from interview_cli.limits import MAX_NAME_CHARS, SCHEMA_VERSION
from interview_cli.setting_values import parse_ttl
from interview_cli.text import format_timestamp, remove_controls


def _convert_to_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:  # in the year 1 or 9999
        raise ValueError("a time that UTC does not have") from error


def _check_ttl(ttl: str) -> str:
    try:
        parse_ttl(ttl)
    except InvalidInput as error:  # Pydantic reports it as it reports any other wrong field.
        raise ValueError(error.message) from error
    return ttl


Text = Annotated[str, AfterValidator(remove_controls)]
Name = Annotated[Text, StringConstraints(max_length=MAX_NAME_CHARS, pattern=r"\S")]
Time = Annotated[
    AwareDatetime,
    AfterValidator(_convert_to_utc),
    PlainSerializer(format_timestamp, return_type=str, when_used="json"),
]
TTL = Annotated[str, AfterValidator(_check_ttl)]
Rating = Annotated[int, Field(ge=0, le=5)]
Score = Annotated[int, Field(ge=0, le=100)]
Amount = Annotated[
    float,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(
        lambda amount: int(amount) if amount.is_integer() else amount, when_used="json"
    ),
]


# With the first model, Pydantic looks for plugins in all installed packages: a twentieth of a turn.
# No plugin is to see what a session holds.
with leave_out("importlib.metadata"):

    class Stored(BaseModel):
        """Part of a session file. Strict; keeps unknown fields; errors never quote the input."""

        model_config = ConfigDict(extra="allow", strict=True, hide_input_in_errors=True)


class Session(Stored):
    """The fields that every kind of session has. They come first in its file, for listings."""

    schema_version: Annotated[int, Field(ge=SCHEMA_VERSION, le=SCHEMA_VERSION)] = SCHEMA_VERSION
    kind: str
    session_id: str
    """A UUID, version 7."""
    name: Text = ""
    """A name to type on the command line; made of company and title unless given."""
    created_at: Time
    last_updated: Time
    ttl: TTL = "24h"
    keep: bool = False
    """Whether the session is exempt from expiry."""
    finished_at: Time | None = None
    """Set by `mark_changed`; finished sessions do not expire."""

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    def mark_changed(self, now: datetime) -> None:
        """Record that the session changed at `now`, and that it is finished if it is done."""
        self.last_updated = now
        self._set_finished_at()

    @model_validator(mode="after")
    def _set_missing_finished_at(self) -> Self:
        """A file written by hand may be finished but lack the time."""
        self._set_finished_at()
        return self

    def _set_finished_at(self) -> None:
        if self._is_done() and self.finished_at is None:
            self.finished_at = self.last_updated

    def _is_done(self) -> bool:
        """Return whether nothing is left to do in the session."""
        return False

    def to_json(self) -> bytes:
        """Return the session file. Raises UnicodeEncodeError for a lone surrogate."""
        return (self.model_dump_json(indent=2, by_alias=True) + "\n").encode("utf-8")
