"""Answer a form whose turn takes a while: with events while it works, or with the next page."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from interview_cli.errors import InterviewError
from interview_cli.web.failures import describe_failure, explain_unexpected
from interview_cli.web.pages import lead_to
from interview_cli.web.turns import HEARTBEAT, Turn, format_event

_EVENTS = "text/event-stream"
Next = str | Callable[[Any], str]
"""The next page, or what finds it from the turn's result."""


async def answer_turn(request: Request, turn: Turn, next_page: Next) -> Response:
    """Return the events of a turn to a script that accepts them, else the next page at its end.

    The last event is `end` with the next page, or `failed` with what the user can do. Raises what
    the turn raises where no events are wanted.
    """
    if _EVENTS not in request.headers.get("accept", ""):
        return lead_to(_find(next_page, await turn.wait()))
    return StreamingResponse(
        _stream(request, turn, next_page),
        media_type=_EVENTS,
        headers={"X-Accel-Buffering": "no"},  # a proxy must not collect them
    )


def _find(next_page: Next, result: Any) -> str:
    return next_page if isinstance(next_page, str) else next_page(result)


async def _stream(request: Request, turn: Turn, next_page: Next) -> AsyncIterator[bytes]:
    async for event in turn.watch():
        yield format_event(*event) if event else HEARTBEAT
    try:
        path = _find(next_page, await turn.wait())
    except Exception as error:  # noqa: BLE001 # a bug is told without its words, too
        yield format_event("failed", {"html": _render_failure(request, error)})
    else:
        yield format_event("end", {"path": path})


def _render_failure(request: Request, error: Exception) -> str:
    failure = error if isinstance(error, InterviewError) else explain_unexpected(error)
    template = request.app.state.templates.get_template("failure.html")
    html: str = template.render(failure=describe_failure(request, failure))
    return html
