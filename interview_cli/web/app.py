"""The application: its parts put together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any, cast

from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route
from starlette.types import ExceptionHandler

from interview_cli import __version__
from interview_cli.context import Run
from interview_cli.errors import InterviewError
from interview_cli.limits import COLLECT_INTERVAL
from interview_cli.web import (
    document_pages,
    interview_pages,
    interviews_api,
    job_post_pages,
    job_posts_api,
    pages,
    progress_api,
    progress_pages,
)
from interview_cli.web.documents import FAILURES, ErrorDocument
from interview_cli.web.failures import (
    Refused,
    answer_failure,
    explain_http,
    explain_unexpected,
    explain_validation,
)
from interview_cli.web.forms import collect_in_passing, refuse_changes_of_shared
from interview_cli.web.rendering import create_templates
from interview_cli.web.security import Access, Guard
from interview_cli.web.turns import Turns
from interview_cli.web.warm_up import open_lists

_APIS = (interviews_api, progress_api, job_posts_api)
_PAGES = (pages, document_pages, interview_pages, progress_pages, job_post_pages)
_QUIET_S = 3
"""How long after the start expired sessions are collected: the first pages come before."""
_FOLDER = Path(str(resources.files("interview_cli.web")))


def create_app(run: Run, access: Access, when_ready: Callable[[], None] = lambda: None) -> FastAPI:
    """Return the application that serves the sessions of a run.

    It calls `when_ready` before the first request.
    """
    app = FastAPI(
        lifespan=partial(_live, run, when_ready),
        title="interview",
        version=__version__,
        # These pages load a script from another server; `/docs` is a page of our own.
        docs_url=None,
        redoc_url=None,
    )
    app.state.run, app.state.turns, app.state.access = run, Turns(), access
    app.state.templates = create_templates()
    app.add_middleware(cast(Any, Guard), access=access)
    for error, handler in _HANDLERS.items():
        app.add_exception_handler(error, handler)
    checks = [Depends(refuse_changes_of_shared)]
    for api in _APIS:
        app.include_router(api.router, responses=FAILURES, dependencies=checks)
    for page in _PAGES:
        app.include_router(page.router, dependencies=checks)
    app.mount("/static", StaticFiles(directory=_FOLDER / "static"), name="static")
    vars(app)["openapi"] = lambda: _build_openapi(app)
    return app


@asynccontextmanager
async def _live(run: Run, when_ready: Callable[[], None], app: FastAPI) -> AsyncIterator[None]:
    """Prepare the lists, then collect expired sessions once an hour, until the server stops."""
    await open_lists(app, app.state.access.token)
    collector = asyncio.create_task(_collect(run))
    when_ready()
    yield
    collector.cancel()


async def _collect(run: Run) -> None:
    await asyncio.sleep(_QUIET_S)
    while True:
        await to_thread.run_sync(collect_in_passing, run.fork(), abandon_on_cancel=True)
        await asyncio.sleep(COLLECT_INTERVAL.total_seconds())


async def _answer_failure(request: Request, error: Exception) -> Response:
    response = answer_failure(request, _explain(error))
    if response.status_code == 405:
        # The framework names the methods of one route, and a path may have several.
        response.headers["Allow"] = ", ".join(sorted(_find_methods(request)))
    return response


def _find_methods(request: Request) -> set[str]:
    """Return the methods that some route takes at the path of a request."""
    routes = [route for module in (*_APIS, *_PAGES) for route in module.router.routes]
    return {
        method
        for route in routes
        if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE
        for method in route.methods or ()
    }


def _explain(error: Exception) -> InterviewError:
    if isinstance(error, InterviewError):
        return error
    if isinstance(error, RequestValidationError):
        return explain_validation(error)
    if isinstance(error, HTTPException):
        return _find_refusal(error) or explain_http(error)
    return explain_unexpected(error)


def _find_refusal(error: BaseException | None) -> Refused | None:
    """Return what was raised while the framework read the body, which it wraps."""
    while error is not None and not isinstance(error, Refused):
        error = error.__cause__ or error.__context__
    return error


_HANDLERS: dict[type[Exception], ExceptionHandler] = dict.fromkeys(
    (InterviewError, RequestValidationError, HTTPException, OSError), _answer_failure
)


def _build_openapi(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, in which every failure is the error document."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            schema["components"]["schemas"].pop(name, None)
        schema["components"]["schemas"]["ErrorDocument"] = ErrorDocument.model_json_schema()
        app.openapi_schema = schema
    return app.openapi_schema
