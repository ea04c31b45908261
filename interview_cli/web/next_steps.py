"""Next steps → links and buttons of a page, and calls of the REST endpoints."""

from dataclasses import dataclass
from typing import Literal

from interview_cli.next_step import Action, Hint, NextStep, Resume
from interview_cli.render.commands import spell_hint

_API = "/api/interviews"


@dataclass(frozen=True)
class Link:
    """A link, or a button that posts a form."""

    label: str
    path: str
    method: Literal["get", "post"] = "get"
    fields: tuple[tuple[str, str], ...] = ()
    """The hidden fields of the form."""
    is_turn: bool = False
    """Whether a coach works when the button is pressed."""


@dataclass(frozen=True)
class _Way:
    """How to take one kind of step."""

    label: str
    path: str
    call: str = ""
    """The call of the REST endpoint; empty if there is none."""
    method: Literal["get", "post"] = "get"
    is_turn: bool = False


_INTERVIEW = "/session/{id}/interview"
_POST = "/job-post/{id}"
_SAY = _Way("Go on with the job post", _POST, "POST /job-post-chat with message and session_id")
_WAYS: dict[Action, _Way] = {
    Action.CREATE_INTERVIEW: _Way("New interview", "/", f"POST {_API}"),
    Action.COPY_INTERVIEW: _Way(
        "Practise again on the same documents", "/?from={id}", f"POST {_API} with from={{id}}"
    ),
    Action.LEAVE_DAMAGED: _Way(
        "Go on in a new session", "/?from={id}", f"POST {_API} with from={{id}}"
    ),
    Action.UPLOAD: _Way(
        "Upload the documents", "/session/{id}/upload", f"PUT {_API}/{{id}}/documents"
    ),
    Action.ASK: _Way(
        "Ask the next question",
        "/session/{id}/question",
        f"POST {_API}/{{id}}/question",
        "post",
        is_turn=True,
    ),
    Action.ANSWER: _Way("Go to the interview", _INTERVIEW, f"POST {_API}/{{id}}/answer"),
    Action.TYPE_ANSWER: _Way("Go to the interview", _INTERVIEW, f"POST {_API}/{{id}}/answer"),
    Action.PRACTISE: _Way("Go to the interview", _INTERVIEW, f"POST {_API}/{{id}}/question"),
    Action.PRACTISE_AGAIN: _Way(
        "Practise again on the same documents", "/?from={id}", f"POST {_API} with from={{id}}"
    ),
    Action.PLAN: _Way(
        "Plan the practice", "/session/{id}/plan", f"PUT {_API}/{{id}}/plan with date"
    ),
    Action.DEBRIEF: _Way(
        "Note the real interview", "/session/{id}/debrief", f"PUT {_API}/{{id}}/debrief"
    ),
    Action.STUDY: _Way("Go to the interview", f"{_INTERVIEW}?study=true"),
    Action.REDO: _Way("Go to the interview", _INTERVIEW, f"PUT {_API}/{{id}}/answers/{{number}}"),
    Action.FEEDBACK: _Way(
        "Get the feedback",
        "/session/{id}/feedback",
        f"POST {_API}/{{id}}/feedback",
        "post",
        is_turn=True,
    ),
    Action.REVIEW_AGAIN: _Way(
        "Go to the feedback", "/session/{id}/feedback", f"POST {_API}/{{id}}/feedback, again=true"
    ),
    Action.EXPORT: _Way(
        "Go to the report", "/session/{id}/feedback", f"GET {_API}/{{id}}/export?format=pdf"
    ),
    Action.EXPORT_HTML: _Way(
        "Go to the report", "/session/{id}", f"GET {_API}/{{id}}/export?format=html"
    ),
    Action.KEEP: _Way(
        "Bring it back", "/session/{id}/keep", f"POST {_API}/{{id}}/keep", method="post"
    ),
    Action.SHOW_STATUS: _Way("Go to the session", "/session/{id}", f"GET {_API}/{{id}}"),
    Action.SHOW_INTERVIEW: _Way("Go to the interview", "/session/{id}", f"GET {_API}/{{id}}"),
    Action.LIST_SESSIONS: _Way("All sessions", "/", f"GET {_API}"),
    Action.SHOW_JOB_POST: _Way("Go to the job post", _POST, "GET /job-post-session/{id}"),
    Action.CREATE_JOB_POST: _Way("New job post", "/job-posts", "POST /create-job-post"),
    Action.SAY: _SAY,
    Action.CHAT: _SAY,
    Action.EXPORT_JOB_POST: _Way("Go to the job post", _POST, "GET /job-post-session/{id}"),
}
_SENTENCES = {
    Action.NAME_INTERVIEW: "give a job title and a company name",
    Action.NAME_COMPANY: "give the name of the company",
    Action.LIST_USERS: "check the name of the user",
    Action.SKIP: "to leave a question out, skip it",
    Action.RUN_OCR: "give it as DOCX or text, or make its text readable by OCR first",
    Action.CHOOSE_MODEL: "start the server with another model",
    Action.CHOOSE_OFFERED_MODEL: "start the server with a model that it has",
    Action.CHECK_KEY_OR_CHOOSE_MODEL: "check what the key may do, or start the server with "
    "another model",
    Action.RETRY_OR_CHOOSE_MODEL: "try again, or start the server with another model",
}
"""What is said of a step that is not a page or an endpoint."""


def spell_call(hint: Hint | None) -> str | None:
    """Return the hint of an error document: the call of an endpoint, or a sentence."""
    if isinstance(hint, Resume):
        first = f"{spell_call(hint.first)}, then" if hint.first else "to try again"
        offline = " (without a model: coach=offline)" if hint.offers_offline else ""
        return f"{first}: {spell_call(hint.step)}{offline}"
    if hint is None or isinstance(hint, str):
        return hint
    way = _WAYS.get(hint.action)
    if way is None or not way.call:
        return _SENTENCES.get(hint.action) or spell_hint(hint)
    return way.call.format(id=hint.session_id or "{id}", number=hint.number)


def spell_advice(hint: Hint | None) -> str | None:
    """Return the sentence of a hint on a page, or None if its links say all."""
    if isinstance(hint, Resume):
        return spell_advice(hint.first)
    if hint is None or isinstance(hint, str):
        return hint
    return None if hint.action in _WAYS else _SENTENCES.get(hint.action)


def build_links(hint: Hint | None, *, offers_offline: bool) -> list[Link]:
    """Return the links of a hint, with the offline coach in place of a model if it is offered."""
    if isinstance(hint, Resume):
        link = _build_link(hint.step)
        if link is None:
            return []
        again = Link("Try again", link.path, link.method, is_turn=link.is_turn)
        if not (offers_offline and hint.offers_offline and link.is_turn):
            return [again if link.is_turn else link]
        fields = (("coach", "offline"),)
        offline = Link("Go on with the offline coach", link.path, "post", fields, is_turn=True)
        return [again, offline]
    link = _build_link(hint) if isinstance(hint, NextStep) else None
    return [link] if link else []


def _build_link(step: NextStep) -> Link | None:
    way = _WAYS.get(step.action)
    if way is None or ("{id}" in way.path and step.session_id is None):
        return None
    path = way.path.format(id=step.session_id)
    return Link(way.label, path, way.method, is_turn=way.is_turn)
