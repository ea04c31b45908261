"""Facts → the messages of a request: prompts filled in, data fenced, documents within a budget."""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from interview_cli.answers.criteria import ANCHORS, FORWARD_ANCHORS, FORWARD_KINDS
from interview_cli.coach.base import Exchange, Facts, PostFacts
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import QuestionKind

Messages = list[dict[str, str]]

_MOST_SAID_CHARS = 20_000
"""So much of the end of a conversation about a job post goes along with its fields."""


def question_messages(facts: Facts, slot: PlanSlot, budget_chars: int) -> Messages:
    """System text, documents, then the conversation in order.

    The messages for one question are the beginning of those for the next, byte for byte, as long
    as documents and answers stay as they are: that is what a provider can take from its cache.
    Roles alternate, since the chat templates of several models refuse anything else.
    """
    opening = _application(facts, budget_chars)
    messages = [_message("system", _filled("question", "system"))]
    for exchange in facts.exchanges:
        asked = exchange.question
        order = _order(facts, exchange.number, asked.kind, asked.topic)
        messages.append(_message("user", f"{opening}\n\n{order}"))
        messages.append(_message("assistant", asked.content))
        opening = _answer(facts, exchange)
    order = _order(facts, len(facts.exchanges) + 1, slot.kind, slot.topic)
    return [*messages, _message("user", f"{opening}\n\n{order}")]


def question_again(facts: Facts, messages: Messages, reply: str, fault: str) -> Messages:
    """The request for the same question anew, after a reply with this fault (see `replies`)."""
    count = {"number": len(facts.exchanges) + 1, "count": facts.max_questions}
    return [
        *messages,
        _message("assistant", reply),
        _message("user", _filled("question", f"again {fault}", **count)),
    ]


def review_messages(
    facts: Facts,
    budget_chars: int,
    schema: dict[str, Any] | None = None,
    wrong_places: Sequence[str] = (),
) -> Messages:
    """The system text with the anchors, then documents and conversation in one message.

    `schema` joins it where the server takes none; `wrong_places` make it a request for repair. What
    stood at those places is not repeated: it may be anything.
    """
    parts = [_application(facts, budget_chars)]
    parts += [_exchange(facts, exchange) for exchange in facts.exchanges]
    parts.append(_filled("review", "order", count=len(facts.exchanges)))
    if schema is not None:
        parts.append(_filled("review", "schema", schema=json.dumps(schema)))
    if wrong_places:
        places = "\n".join(f"- {place}" for place in wrong_places)
        parts.append(_filled("review", "repair", places=places, count=len(facts.exchanges)))
    return [_message("system", _review_system()), _message("user", "\n\n".join(parts))]


def post_messages(facts: PostFacts, wrong_places: Sequence[str] = ()) -> Messages:
    """The system text, then what is known and said of a job post in one message."""
    known = {"company": facts.company_name, "fields": facts.data, "asked": facts.asked}
    said = [f"{'employer' if at % 2 == 0 else 'you'}: {one}" for at, one in enumerate(facts.said)]
    turn = _filled(
        "job_post",
        "turn",
        marker=facts.fence,
        known=_fenced(facts, "known", json.dumps(known, ensure_ascii=False)),
        conversation=_fenced(facts, "conversation", "\n".join(said)[-_MOST_SAID_CHARS:]),
        message=_fenced(facts, "latest message", facts.message),
    )
    if wrong_places:
        turn += "\n\n" + _filled("job_post", "repair", places=", ".join(wrong_places))
    return [_message("system", _filled("job_post", "system")), _message("user", turn)]


def within_budget(cv: str, job: str, budget_chars: int) -> tuple[str, str]:
    """As much of CV and job description as is sent; each gets what the other leaves."""
    half = budget_chars // 2
    for_cv = min(len(cv), max(half, budget_chars - len(job)))
    return _beginning(cv, for_cv), _beginning(job, budget_chars - for_cv)


def _beginning(text: str, size: int) -> str:
    """Up to so many characters, ended at a line's or a word's end if there is one in the rest."""
    if len(text) <= size:
        return text
    kept, last = text[:size], text[size // 2 : size]
    end = next((mark for mark in ("\n", " ") if mark in last), None)
    return kept.rsplit(end, 1)[0] if end else kept


def _application(facts: Facts, budget_chars: int) -> str:
    cv, job = within_budget(facts.cv_text, facts.job_text, budget_chars)
    outline = _filled(
        "application",
        "outline",
        title=facts.job_title,
        company=facts.company_name,
        language=facts.language,
        level=facts.level,
        focus=facts.focus,
        count=facts.max_questions,
    )
    return _filled(
        "application",
        "application",
        marker=facts.fence,
        outline=_fenced(facts, "application", outline),
        job=_fenced(facts, "job description", _with_cut(job, facts.job_text)),
        cv=_fenced(facts, "CV", _with_cut(cv, facts.cv_text)),
    )


def _with_cut(kept: str, text: str) -> str:
    left_out = len(text) - len(kept)
    if not left_out:
        return kept
    return f"{kept}\n{_filled('application', 'cut', left_out=left_out, size=len(text))}"


def _order(facts: Facts, number: int, kind: QuestionKind, topic: str) -> str:
    fenced = _fenced(facts, "topic", topic)
    count = facts.max_questions
    return _filled("question", "order", number=number, count=count, kind=kind, topic=fenced)


def _answer(facts: Facts, exchange: Exchange) -> str:
    if exchange.skipped:
        return _filled("question", "skipped", number=exchange.number)
    fenced = _fenced(facts, "answer", exchange.answer)
    return _filled("question", "answer", number=exchange.number, answer=fenced)


def _exchange(facts: Facts, exchange: Exchange) -> str:
    answer = (
        _filled("review", "skipped", number=exchange.number)
        if exchange.skipped
        else _fenced(facts, f"answer {exchange.number}", exchange.answer)
    )
    question = _fenced(facts, f"question {exchange.number}", exchange.question.content)
    kind = exchange.question.kind
    number = exchange.number
    return _filled("review", "exchange", number=number, kind=kind, question=question, answer=answer)


def _fenced(facts: Facts | PostFacts, name: str, text: str) -> str:
    """The text between two lines with the session's marker, which it cannot hold itself."""
    inside = re.sub(re.escape(facts.fence), "…", text, flags=re.IGNORECASE)
    return f"<<<BEGIN {name} {facts.fence}>>>\n{inside}\n<<<END {name} {facts.fence}>>>"


def _review_system() -> str:
    anchors = "\n".join(
        f"  {name}: " + "; ".join(f"{rating} {words}" for rating, words in enumerate(scale))
        for name, scale in ANCHORS.items()
    )
    kinds = ", ".join(FORWARD_KINDS)
    return _filled("review", "system", anchors=anchors, forward_kinds=kinds, **FORWARD_ANCHORS)


def _filled(task: str, section: str, **values: object) -> str:
    return _sections(task)[section].substitute(values)


@cache
def _sections(task: str) -> dict[str, Template]:
    """The parts of a prompt file, by the heading above each."""
    text = (
        resources.files("interview_cli.coach").joinpath("prompts", f"{task}.md").read_text("utf-8")
    )
    _, *parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {
        name: Template(body.strip()) for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


def _message(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}
