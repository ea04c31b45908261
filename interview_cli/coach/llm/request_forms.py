"""Write a request in the form that an endpoint takes."""

from dataclasses import replace
from typing import Any

from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.store.endpoint_cache import EndpointTraits

Body = dict[str, Any]


def adapt_body(body: Body, traits: EndpointTraits) -> Body:
    """Add what every request asks for, and leave out what this endpoint refuses."""
    adapted = dict(body)
    if traits.streams:
        adapted["stream"] = True
        if traits.reports_usage:
            adapted["stream_options"] = {"include_usage": True}
    if not traits.has_system_role:
        adapted["messages"] = _join_system(body["messages"])
    return adapted


def _join_system(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put the text of the system at the beginning of the first message of the user."""
    system, first, *others = messages
    return [first | {"content": f"{system['content']}\n\n{first['content']}"}, *others]


def learn_from_refusal(traits: EndpointTraits, failure: RequestFailed) -> EndpointTraits:
    """Return the traits without what the endpoint has refused; the same ones if that is nothing."""
    match failure.refuses:
        case "usage":
            return replace(traits, reports_usage=False)
        case "stream":
            return replace(traits, streams=False)
        case "system":
            return replace(traits, has_system_role=False)
    return traits
