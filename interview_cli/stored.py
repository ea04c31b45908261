"""The types of stored fields: cleaned texts, times in UTC, ratings, and the base of all models."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

from interview_cli.errors import InvalidInput
from interview_cli.settings import MAX_NAME_CHARS, parse_ttl
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


class Stored(BaseModel):
    """Part of a session file. Strict; keeps unknown fields; errors never quote the input."""

    model_config = ConfigDict(extra="allow", strict=True, hide_input_in_errors=True)
