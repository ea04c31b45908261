"""Facts → the messages of a request.

Prompts are filled in, texts of users stand between fences, and documents are shortened to a budget.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from string import Template
from typing import TYPE_CHECKING, Any

from interview_cli.answers.criteria import ANCHORS, FORWARD_ANCHORS, FORWARD_KINDS
from interview_cli.coach.base import Exchange, Facts, PostFacts
from interview_cli.coach.llm.context_size import Messages, PromptSize
from interview_cli.coach.llm.shortening import Shortened, shorten_answer, shorten_documents
from interview_cli.data_files import read_data
from interview_cli.models import PlanSlot
from interview_cli.text import join_list
from interview_cli.trades.index import load_index
from interview_cli.trades.recognition import recognise_trade
from interview_cli.vocabulary import QuestionKind

if TYPE_CHECKING:  # Only a review pays for it.
    from interview_cli.coach.llm.review_schema import Repair

MAX_CONVERSATION_CHARS = 20_000
"""How much of the end of a conversation about a job post is sent with its fields, at most."""


def build_question_messages(facts: Facts, slot: PlanSlot, size: PromptSize) -> Messages:
    """Build the request for a question: system text, documents, then the conversation in order.

    The message for one question is the beginning of that for the next, byte for byte, as long as
    documents and answers do not change: a provider can then use its cache. Earlier questions are
    data, so they stand between fences in it and not in messages of the model's own.
    """
    system, parts = _build_conversation(facts, size)
    parts.append(_request_question(facts, len(facts.exchanges) + 1, slot.kind, slot.topic))
    return [system, _build_message("user", "\n\n".join(parts))]


def _build_conversation(facts: Facts, size: PromptSize) -> tuple[dict[str, str], list[str]]:
    """Return the message of the system, and the parts of the user's message so far."""
    parts = [_describe_application(facts, size.document_chars)]
    for exchange in facts.exchanges:
        question = exchange.question
        parts += [
            _request_question(facts, exchange.number, question.kind, question.topic),
            _describe_question(facts, exchange),
            _describe_answer(facts, exchange, size.answer_chars),
        ]
    system = _fill("question", "system short" if size.is_short else "system")
    return _build_message("system", system), parts


def build_question_retry(facts: Facts, messages: Messages, fault: str) -> Messages:
    """Repeat a request after a reply with this fault (see `question_check`), without the reply."""
    count = {"number": len(facts.exchanges) + 1, "count": facts.max_questions}
    *before, request = messages
    content = f"{request['content']}\n\n{_fill('question', f'again {fault}', **count)}"
    return [*before, request | {"content": content}]


def build_review_messages(
    facts: Facts,
    size: PromptSize,
    schema: dict[str, Any] | None = None,
    repair: "Repair | None" = None,
) -> Messages:
    """Build the request for a review: the conversation, then the rules and the order.

    It begins with the request for the last question, so that a cache serves it. `schema` is for
    servers that do not take one in the request. With `repair` the message begins in the same way;
    the faulty text is not repeated, because it may be anything.
    """
    system, parts = _build_conversation(facts, size)
    parts += [
        describe_review_rules(is_short=size.is_short),
        _fill("review", "order", count=len(facts.exchanges)),
    ]
    if repair:
        parts.append(_request_repair(repair))
    if schema is not None:
        parts.append(_fill("review", "schema", schema=json.dumps(schema)))
    return [system, _build_message("user", "\n\n".join(parts))]


def _request_repair(repair: "Repair") -> str:
    lines = (
        f"- {fault.place}: {_fill('review', f'fault {fault.name}')}" for fault in repair.faults
    )
    parts = []
    if repair.numbers:
        numbers = join_list([f'"{number}"' for number in repair.numbers])
        parts.append(_fill("review", "part answers", numbers=numbers))
    if repair.has_summary:
        parts.append(_fill("review", "part summary"))
    return _fill("review", "repair", faults="\n".join(lines), parts=join_list(parts))


def build_post_messages(
    facts: PostFacts, wrong_places: Sequence[str], size: PromptSize
) -> Messages:
    """Build the system text, then fields and conversation of a job post in one message."""
    turn_facts = facts.turn
    fields = turn_facts.data.model_dump(by_alias=True, mode="json")
    known = {"company": turn_facts.company, "fields": fields, "asked": turn_facts.asked}
    speakers = {"employer": "employer", "agent": "you"}
    lines = [f"{speakers[speaker]}: {message}" for speaker, message in facts.conversation]
    earlier = "\n".join(lines)
    latest = earlier[max(0, len(earlier) - size.document_chars) :]
    turn = _fill(
        "job_post",
        "turn",
        marker=facts.fence,
        known=_fence(facts, "known", json.dumps(known, ensure_ascii=False)),
        conversation=_fence(facts, "conversation", latest),
        message=_fence(facts, "latest message", turn_facts.message),
    )
    if wrong_places:
        turn += "\n\n" + _fill("job_post", "repair", places=", ".join(wrong_places))
    return [_build_message("system", _fill("job_post", "system")), _build_message("user", turn)]


def shorten_facts(facts: Facts, budget_chars: int) -> tuple[Shortened, Shortened]:
    """Return what is sent of the CV and of the job description."""
    cv, job = shorten_documents(facts.cv_text, facts.job_text, facts.job_title, budget_chars)
    return cv, job


def _describe_application(facts: Facts, budget_chars: int) -> str:
    cv, job = shorten_facts(facts, budget_chars)
    outline = _fill(
        "application",
        "outline",
        title=facts.job_title,
        company=facts.company_name,
        language=facts.language,
        level=facts.level,
        trade=_name_trade(facts),
        round=facts.round,
        focus=facts.focus,
        count=facts.max_questions,
    )
    return _fill(
        "application",
        "application",
        marker=facts.fence,
        outline=_fence(facts, "application", outline),
        job=_fence(facts, "job description", _mark_cut(job)),
        cv=_fence(facts, "CV", _mark_cut(cv)),
    )


def _name_trade(facts: Facts) -> str:
    """Return the line of work, or that it was not recognised."""
    name = recognise_trade(facts.job_title, facts.job_text)
    return load_index()["labels"][name] if name else "not recognised"


def _mark_cut(document: Shortened) -> str:
    if not document.left_out_chars:
        return document.text
    left_out, lines = document.left_out_lines, document.lines
    return f"{document.text}\n{_fill('application', 'cut', left_out=left_out, lines=lines)}"


def _request_question(facts: Facts, number: int, kind: QuestionKind, topic: str) -> str:
    fenced = _fence(facts, "topic", topic)
    count = facts.max_questions
    return _fill("question", "order", number=number, count=count, kind=kind, topic=fenced)


def _describe_question(facts: Facts, exchange: Exchange) -> str:
    fenced = _fence(facts, "question", exchange.question.content)
    return _fill("question", "asked", number=exchange.number, question=fenced)


def _describe_answer(facts: Facts, exchange: Exchange, max_chars: int | None) -> str:
    if exchange.skipped:
        return _fill("question", "skipped", number=exchange.number)
    answer = shorten_answer(exchange.answer, max_chars) if max_chars else exchange.answer
    fenced = _fence(facts, "answer", answer)
    return _fill("question", "answer", number=exchange.number, answer=fenced)


def _fence(facts: Facts | PostFacts, name: str, text: str) -> str:
    """Put a text between two lines with the session's marker, which is removed from the text."""
    inside = re.sub(re.escape(facts.fence), "…", text, flags=re.IGNORECASE)
    return f"<<<BEGIN {name} {facts.fence}>>>\n{inside}\n<<<END {name} {facts.fence}>>>"


def describe_review_rules(*, is_short: bool = False) -> str:
    """Return the rules of a review, with the anchors, as a model gets them."""
    anchors = "\n".join(
        f"  {name}: " + "; ".join(f"{rating} {words}" for rating, words in enumerate(scale))
        for name, scale in ANCHORS.items()
    )
    kinds = ", ".join(FORWARD_KINDS)
    section = "rules short" if is_short else "rules"
    return _fill("review", section, anchors=anchors, forward_kinds=kinds, **FORWARD_ANCHORS)


def _fill(task: str, section: str, **values: object) -> str:
    return _load_sections(task)[section].substitute(values)


@cache
def _load_sections(task: str) -> dict[str, Template]:
    """Load the sections of a prompt file by their headings."""
    text = read_data("interview_cli.coach", f"prompts/{task}.md")
    _, *parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {
        name: Template(body.strip()) for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


def _build_message(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}
