"""Prepare a server while nobody waits: its lists before it says that it is ready, then its turns.

What a turn imports, reads and compiles on first use takes most of a second of processor time, for
which all who come at once would wait.
"""

from contextlib import suppress
from importlib import import_module
from threading import Thread

from jinja2 import Environment
from starlette.types import ASGIApp, Message

from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.context import Run
from interview_cli.documents.reader import create_document
from interview_cli.models import Answer, Question
from interview_cli.workflow.documents import inspect_document
from interview_cli.workflow.interview import collect_facts
from interview_cli.workflow.next_slot import choose_next_slot
from interview_cli.workflow.plan import plan_interview
from interview_cli.workflow.session_turn import NO_PROGRESS
from interview_cli.workflow.sessions import NewInterview, build_interview

_MODULES = ("filelock", "python_multipart.multipart", "encodings.idna")
"""Imported on first use elsewhere."""
_LISTS = ("/", "/job-posts")
_CV = """Electrician, Leeds

Experience
- Installed fire alarms in 14 schools
- Trained two apprentices
"""
_JOB = """# Electrician

## What you need
- Experience with fire alarms
- Testing of switchboards
"""
_ANSWER = "In 2023 I traced a fault in two days and fitted a new panel. False alarms fell to none."


async def open_lists(app: ASGIApp, token: str | None) -> None:
    """Request each list once and drop the answer.

    The framework builds its routes at the first request, and a list of one kind reads the kinds of
    all sessions at its first.
    """
    bearer = [(b"authorization", f"Bearer {token}".encode())] if token else []
    for path in _LISTS:
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "query_string": b"",
            "headers": [(b"host", b"localhost"), *bearer],
        }
        await app(scope, _receive_nothing, _drop)


async def _receive_nothing() -> Message:
    return {"type": "http.request", "body": b""}


async def _drop(_: Message) -> None:
    pass


def start_warm_up(run: Run, templates: Environment) -> None:
    """Warm up in a thread that does not keep the server from stopping."""
    Thread(target=warm_up, args=(run, templates), daemon=True).start()


def warm_up(run: Run, templates: Environment) -> None:
    """Hold a short interview in memory, by rules, and let the coach of the run prepare itself.

    A failure is left to the request that meets it, which reports it.
    """
    with suppress(Exception):
        for name in templates.list_templates(extensions=["html"]):
            templates.get_template(name)
        run.fork().coach.prepare()
        for name in _MODULES:
            import_module(name)
        _hold_interview(run)


def _hold_interview(run: Run) -> None:
    outline = NewInterview("Electrician", "Acme", 3, "mixed", None, "en", "24h")
    now = run.now()
    cv, job = create_document(_CV, "cv.txt"), create_document(_JOB, "job.txt")
    for _ in (*inspect_document(cv, "cv", ""), *inspect_document(job, "job", "")):
        pass
    interview = build_interview(outline, now, cv, job)
    interview.plan = plan_interview(interview)
    if run.has_model_coach:
        run.fork().coach.request(collect_facts(interview), interview.plan[0], NO_PROGRESS)
    coach = OfflineCoach()
    while not interview.is_complete:
        slot = choose_next_slot(interview)
        reply = coach.question(collect_facts(interview), slot, NO_PROGRESS)
        interview.messages += [
            Question(content=reply.content, timestamp=now, kind=slot.kind, topic=slot.topic),
            Answer(content=_ANSWER, timestamp=now),
        ]
    coach.review(collect_facts(interview), NO_PROGRESS)
