"""Failures → answers: the error document of an endpoint, or a page that says what to do."""

import errno
import logging
import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from interview_cli.errors import (
    InternalError,
    InterviewError,
    NotFound,
    PostNotFound,
    ReadOnly,
    SessionExpired,
    SessionMissing,
    StorageFailed,
    UsageError,
)
from interview_cli.settings import is_debugging
from interview_cli.text import escape_json
from interview_cli.web.next_steps import build_links, spell_advice, spell_call

_STATUSES = {1: 500, 2: 400, 3: 404, 4: 409, 5: 502, 6: 500, 7: 409, 130: 503}
"""The status of each exit code."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FULL_STATUS = 507
_TOKEN_MISSING = 401
_BUSY = 7
RETRY_AFTER_S = 1
LOGGER = "interview.web"
"""The name of the log of bugs."""
_API_PATHS = ("/api/", "/create-job-post", "/job-post-chat", "/job-post-session/", "/openapi.json")
_POST_PATHS = ("/create-job-post", "/job-post-chat", "/job-post-session/")
_HTTP_MESSAGES = {
    401: "this server needs its token.",
    404: "there is nothing at this address.",
    405: "this address does not take that method.",
    413: "the request is too large.",
}


class Refused(UsageError):
    """The server does not take this request at all."""

    def __init__(
        self,
        status: int,
        message: str,
        hint: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.status = status
        self.headers = headers or {}


class ErrorJson(JSONResponse):
    """A JSON document in which nothing is left that a terminal might obey."""

    def render(self, content: Any) -> bytes:
        return escape_json(super().render(content).decode("utf-8")).encode("utf-8")


def is_api(path: str) -> bool:
    """Whether an answer from this path is a JSON document."""
    return path == "/api" or path.startswith(_API_PATHS)


def find_status(error: InterviewError) -> int:
    """Return the HTTP status of a failure."""
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, ReadOnly):
        return 403
    if isinstance(error, StorageFailed) and _is_disk_full(error):
        return _FULL_STATUS
    return _STATUSES[error.exit_code]


def _is_disk_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__
    return False


def answer_failure(request: Request, error: InterviewError) -> Response:
    """Return the error document, or the page, of a failure."""
    status, path = find_status(error), request.url.path
    if path.startswith(_POST_PATHS) and isinstance(error, SessionMissing | SessionExpired):
        error = PostNotFound.explain(error)
    headers = {"Retry-After": str(RETRY_AFTER_S)} if error.exit_code == _BUSY else {}
    if isinstance(error, Refused):
        headers |= error.headers
    if is_api(path):
        document = build_error_document(error, request.app.state.run.settings.home)
        return ErrorJson(document, status, headers)
    # Who has no token is asked for it, on a page without a style sheet, which needs the token too.
    template = "token.html" if status == _TOKEN_MISSING else "error.html"
    response: Response = request.app.state.templates.TemplateResponse(
        request, template, describe_failure(request, error), status, headers
    )
    return response


def build_error_document(error: InterviewError, home: Path) -> dict[str, Any]:
    """Return the document of a failure, without the paths of this machine."""
    hint = None if isinstance(error, StorageFailed) else spell_call(error.hint)
    message = _join_lines(hide_paths(error.message, home))
    document = {"status": "error", "code": error.code, "error": message}
    return document | {"hint": _join_lines(hint) if hint else None} | error.extra


def describe_failure(request: Request, error: InterviewError) -> dict[str, Any]:
    """Return what the page, or the box, of a failure shows."""
    run = request.app.state.run
    is_storage = isinstance(error, StorageFailed)
    return {
        "message": _join_lines(hide_paths(error.message, run.settings.home)),
        "advice": None if is_storage else spell_advice(error.hint),
        "links": build_links(error.hint, offers_offline=run.has_model_coach),
        "is_missing": isinstance(error, NotFound),
    }


def hide_paths(message: str, home: Path) -> str:
    """Return a message with the files of the home named without their folders."""
    pattern = re.escape(str(home)) + r"(?:/(?:sessions|locks|drafts|endpoints))?/?([\w.-]*)"
    return re.sub(pattern, lambda found: found[1] or "the folder of the sessions", message)


def _join_lines(text: str) -> str:
    return " ".join(text.splitlines())


def explain_http(error: HTTPException) -> InterviewError:
    """Return the failure for what the framework refuses."""
    status = error.status_code
    if status == 404:
        return NotFound(_HTTP_MESSAGES[404])
    if "exceeded maximum size" in str(error.detail):  # of a field that is not a file
        status = 413
    message = _HTTP_MESSAGES.get(status, "the request cannot be read.")
    return Refused(status, message, headers=error.headers)


def explain_validation(error: RequestValidationError) -> InterviewError:
    """Return the failure for fields of the wrong type. Their content is not repeated."""
    detail = error.errors()[0]
    # The last part may name a type of several, "literal['offer', …]".
    parts = [str(part) for part in detail["loc"][1:] if "[" not in str(part)]
    name = ".".join(parts) or "the request"
    reason = str(detail["msg"]).removesuffix(".")
    return UsageError(f"{name}: {reason[:1].lower()}{reason[1:]}.")


def explain_unexpected(error: Exception) -> InterviewError:
    """Return the failure for an exception that nobody expected."""
    if isinstance(error, OSError):
        reason = (error.strerror or type(error).__name__).lower()
        failure = StorageFailed(f"the operating system reports: {reason}.")
        failure.__cause__ = error
        return failure
    if is_debugging():
        traceback.print_exception(error)
    bug = InternalError.locate(error)
    logging.getLogger(LOGGER).error("error: %s", bug.message)
    return bug
