"""Measure how many tokens an interview sends to a model, and how many of them caches can serve.

Compares our messages with two naive ways to send the same questions. Run it with `make bench`.
Tokens are estimated as four characters each; shares do not depend on this. A cache serves the
common beginning of a request and the request before it.
"""

import json
import os
import tempfile
from datetime import UTC, datetime
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

from interview_cli.coach.llm.coach import ModelCoach
from interview_cli.coach.llm.context_size import PromptSize
from interview_cli.coach.llm.prompting import build_review_messages
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.documents.reader import read_file
from interview_cli.models import Interview
from interview_cli.settings import Settings
from interview_cli.store.endpoint_cache import FileEndpointCache
from interview_cli.store.files.store import FileStore
from interview_cli.workflow import interview as workflow
from interview_cli.workflow.answers import TargetQuestion, answer_question, clean_answer
from interview_cli.workflow.sessions import NewInterview, build_interview

EXAMPLES = Path(__file__).parent.parent / "examples"
CHARS_PER_TOKEN = 4
_ORDER_END = "Reply with the question alone."

Messages = list[dict[str, str]]


def now() -> datetime:
    return datetime.now(UTC)


def requests_of_an_interview(home: Path) -> list[Messages]:
    """Return the messages for each of eight questions on the examples, asked by the offline
    coach, and last those for the review."""
    store = FileStore(home, lock_timeout_s=1)
    settings = Settings.load({"home": str(home)}, dict(os.environ))
    model = ModelCoach(settings.model, FileEndpointCache(home, now), unasked=False)
    outline = NewInterview("Senior Backend Engineer", "Velora", 8, "mixed", None, "en", "24h")
    documents = [read_file(EXAMPLES / name) for name in ("cv.pdf", "job.md")]
    interview = build_interview(outline, now(), *documents)
    store.create(interview)
    sent = []
    for text in (EXAMPLES / "answers.txt").read_text("utf-8").splitlines()[:8]:
        _, request = workflow.preview_request(store, model, interview.session_id, now())
        assert request is not None
        sent.append(request.body["messages"])
        workflow.ask_question(store, OfflineCoach(), interview.session_id, now)
        target = TargetQuestion(number=len(sent), is_pinned=True)
        answer_question(
            store,
            OfflineCoach(),
            interview.session_id,
            target,
            clean_answer(text),
            now,
            go_on=False,
        )
    facts = workflow.collect_facts(store.load(interview.session_id, Interview))
    return [*sent, build_review_messages(facts, PromptSize(settings.model.document_chars))]


def slot_first(messages: Messages) -> Messages:
    """Order the texts as many tools do: the request, the documents, then the conversation."""
    system, request = messages
    *past, order = request["content"].rpartition("Now ask question")
    return [system, {"role": "user", "content": f"Now ask question{order}\n\n{past[0]}"}]


def slot_not_kept(messages: Messages) -> Messages:
    """Keep documents and conversation in order, but drop each request after its question."""
    system, request = messages
    opening, *orders = request["content"].split("Now ask question")
    past = [order.partition(f"{_ORDER_END}\n\n")[2] for order in orders[:-1]]
    content = "".join([opening, *past, f"Now ask question{orders[-1]}"])
    return [system, request | {"content": content}]


def common(before: str, after: str) -> int:
    """Return the length of the common beginning of two texts."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def row(name: str, requests: list[Messages]) -> str:
    texts = [rendered(messages) for messages in requests]
    total = sum(map(len, texts))
    cached = sum(common(*pair) for pair in pairwise(texts))
    least = min(common(before, after) / len(before) for before, after in pairwise(texts))
    return (
        f"{name:<34} {total // CHARS_PER_TOKEN:>10,} {(total - cached) // CHARS_PER_TOKEN:>10,} "
        f"{cached / total:>9.0%} {least:>9.0%}"
    )


def rendered(messages: list[dict[str, Any]]) -> str:
    return "".join(f"{message['role']}: {message['content']}\n" for message in messages)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        interview = requests_of_an_interview(Path(folder))
    requests = interview[:-1]
    print(f"an interview on examples/, {len(json.dumps(interview)):,} bytes of messages")
    head = ("rendering", "tokens", "not cached", "cached", "least")
    print(f"{head[0]:<34} {head[1]:>10} {head[2]:>10} {head[3]:>9} {head[4]:>9}")
    print(row("ours, with the review", interview))
    print(row("ours, eight questions", requests))
    print(row("naive: order, documents, history", [slot_first(request) for request in requests]))
    print(row("naive: orders not kept", [slot_not_kept(request) for request in requests]))
    print("least: the smallest share of a request that is the beginning of the next")


if __name__ == "__main__":
    main()
