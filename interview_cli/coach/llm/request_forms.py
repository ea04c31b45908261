"""Write a request in the form that an endpoint takes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.store.endpoint_cache import EndpointTraits

Body = dict[str, Any]
NO_SAMPLING: Mapping[str, float] = {}


def adapt_body(
    body: Body, traits: EndpointTraits, sampling: Mapping[str, float] = NO_SAMPLING
) -> Body:
    """Add what every request asks for, and leave out what this endpoint refuses.

    `sampling` are the options `temperature` and `seed` that the program itself sets.
    """
    adapted = body | {name: sampling[name] for name in sampling if _takes(traits, name)}
    if traits.streams:
        adapted["stream"] = True
        if traits.reports_usage:
            adapted["stream_options"] = {"include_usage": True}
    if not traits.has_system_role:
        adapted["messages"] = _join_system(body["messages"])
    return adapted


def _takes(traits: EndpointTraits, option: str) -> bool:
    return bool(getattr(traits, f"takes_{option}"))


def _join_system(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put the text of the system at the beginning of the first message of the user."""
    system, first, *others = messages
    return [first | {"content": f"{system['content']}\n\n{first['content']}"}, *others]


def learn_from_refusal(
    traits: EndpointTraits, failure: RequestFailed, sampling: Mapping[str, float]
) -> EndpointTraits:
    """Return the traits without what the endpoint has refused; the same ones if that is nothing."""
    refused = failure.refuses
    if "usage" in refused:
        return replace(traits, reports_usage=False)
    if "stream" in refused:
        return replace(traits, streams=False)
    if "system" in refused:
        return replace(traits, has_system_role=False)
    options: dict[str, Any] = {f"takes_{name}": False for name in sampling if name in refused}
    return replace(traits, **options)
