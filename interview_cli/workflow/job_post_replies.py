"""What the agent of job posts says: what it noted, its next question, the post for review. Pure."""

import re
from typing import get_args

from interview_cli.job_posts.advert import ad_of, missing
from interview_cli.models import JobData, JobPost
from interview_cli.vocabulary import PostField

_MAX_SENTENCE_CHARS = 400
_NAMES: dict[PostField, str] = {
    "title": "title",
    "department": "department",
    "experience_level": "level",
    "employment_type": "employment",
    "skills": "skills",
    "location": "place",
    "work_type": "place of work",
    "salary": "pay",
    "description": "description",
    "responsibilities": "duties",
    "requirements": "requirements",
    "benefits": "benefits",
}
_LABELS = {
    str(JobData.model_fields[field].alias): name
    for field, name in _NAMES.items()
    if field != "salary"
}
_LABELS |= dict.fromkeys(("salaryMin", "salaryMax", "currency", "salaryUnit"), "pay")
_MOST_WORDS_SHOWN = 4
_QUESTIONS: dict[PostField, str] = {
    "title": "What is the job called? For example: Nurse, Sales Manager, Backend Developer.",
    "experience_level": "Which level is it: junior, mid, senior or lead?",
    "skills": "Which skills must the person have? Two or three will do, parted by commas.",
    "location": "Where is the work: in which town, or remote?",
    "responsibilities": "What will the person do? Two or three duties, a line or a comma each.",
}
_AGAIN: dict[PostField, str] = {
    "title": "I did not find a job title in that. Please write it alone, as in: Staff Nurse.",
    "experience_level": "I did not find a level in that: is it junior, mid, senior or lead?",
    "skills": "I did not find a skill in that. Please list them: skills: first aid, driving.",
    "location": "I did not find a place in that. As in: location: Leeds. Or just: remote.",
    "responsibilities": "I did not find a duty in that. As in: duties: open up, serve guests.",
}
_ASKS_TO_SEE = re.compile(r"\b(?:show|see|look|read|missing|preview)\b", re.IGNORECASE)
_CLAIMS = re.compile(
    r"\b(?:complete|completed|created|published|posted|done|finali[sz]ed|success\w*|saved|live)\b",
    re.IGNORECASE,
)


def asked_last(post: JobPost) -> PostField | None:
    """The field that the agent asked for in its last reply."""
    asked = post.last_reply.asks if post.last_reply else ""
    return next((field for field in get_args(PostField) if field == asked), None)


def answer(
    post: JobPost, told: list[tuple[PostField, str]], sentence: str, was_shown: bool
) -> tuple[str, PostField | None]:
    """What the agent says, and the field that it asks for."""
    if post.is_complete:
        return "The post is complete. To change it, say what.", None
    parts = [_noted(told)] if told else []
    open_fields = missing(post.job_data)
    if open_fields:
        asked = asked_last(post)
        # Who has no answer to one question may have one to the next; it is asked again later.
        is_stuck = not told and asked in open_fields
        others = [field for field in open_fields if field != asked]
        asks = others[0] if is_stuck and others and _failed_twice(post) else open_fields[0]
        again = is_stuck and asks == asked
        question = _AGAIN[asks] if again else _own_or(sentence, _QUESTIONS[asks])
        return "\n".join([*parts, question]), asks
    if was_shown and not told and not _ASKS_TO_SEE.search(post.said[-1].content):
        return "I did not find a change in that. Say what to change, or yes to complete it.", None
    return "\n\n".join([*parts, *_review(post)]), None


def _failed_twice(post: JobPost) -> bool:
    """Whether the last question was one that had to be asked again already."""
    return post.last_reply is not None and post.last_reply.content in _AGAIN.values()


def _noted(told: list[tuple[PostField, str]]) -> str:
    by_field: dict[str, list[str]] = {}
    for field, what in told:
        by_field.setdefault(_NAMES[field], []).append(what)
    return f"Noted: {'; '.join(f'{name}: {_joined(what)}' for name, what in by_field.items())}."


def _joined(entries: list[str]) -> str:
    return ", ".join(entry.rstrip(".") for entry in entries)


def _own_or(sentence: str, ours: str) -> str:
    """A coach's own question where it is one, and claims nothing that only a program can know."""
    said = " ".join(sentence.split())
    is_question = said.endswith("?") and len(said) <= _MAX_SENTENCE_CHARS
    return said if is_question and not _CLAIMS.search(said) else ours


def _review(post: JobPost) -> list[str]:
    data = post.job_data
    recommended = {
        "pay": not data.has_pay,
        "employment (full time, part time)": not data.employment_type,
        "place": not data.location,
        "duties": not data.responsibilities,
        "requirements": not data.requirements,
        "benefits": not data.benefits,
    }
    open_ones = [name for name, is_open in recommended.items() if is_open]
    said: dict[str, list[str]] = {}
    for key, turns in post.sources.items():
        known = [one.words for one in post.words.get(key, [])]
        words = ", ".join(f"“{one}”" for one in dict.fromkeys(known[:_MOST_WORDS_SHOWN]))
        line = f"{words} (turn {', '.join(map(str, turns))})"
        said.setdefault(line, []).append(_LABELS.get(key, key))
    understood = [f"- {' and '.join(dict.fromkeys(names))}: {line}" for line, names in said.items()]
    return [
        "This is the post as it will read:",
        ad_of(data, post.company_name).text(),
        "Understood from your words:\n" + "\n".join(understood),
        *([f"Not said yet, and worth saying: {', '.join(open_ones)}."] if open_ones else []),
        "Say yes to complete it, or what to change.",
    ]
