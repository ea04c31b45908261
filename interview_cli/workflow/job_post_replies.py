"""Compose the job-post agent's replies: its notes, its next question, the post for review."""

from dataclasses import dataclass
from typing import get_args

from interview_cli.job_posts.advert import build_ad, find_missing
from interview_cli.job_posts.confirmation import asks_for_preview
from interview_cli.job_posts.grounding import claims_completion
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


@dataclass(frozen=True)
class ComposedReply:
    """A reply of the agent, and the field it asks for."""

    text: str
    asks: PostField | None = None
    repeats: int = 0
    """How many times in a row it has repeated this question, this reply included."""


def find_asked_field(post: JobPost) -> PostField | None:
    """Return the field that the agent's last reply asks for."""
    asked = post.last_reply.asks if post.last_reply else ""
    return next((field for field in get_args(PostField) if field == asked), None)


def compose_reply(
    post: JobPost, changed: list[tuple[PostField, str]], sentence: str, was_shown: bool
) -> ComposedReply:
    """Compose the agent's reply to a turn.

    `changed` are the changes of the turn, `sentence` is the coach's own question, which may be
    empty.
    """
    if post.is_complete:
        return ComposedReply("The post is complete. To change it, say what.")
    if find_missing(post.job_data):
        return _ask_for_missing(post, changed, sentence)
    if was_shown and not changed and not asks_for_preview(post.employer_messages[-1].content):
        return ComposedReply(
            "I did not find a change in that. Say what to change, or yes to complete it."
        )
    parts = [_note_changes(changed)] if changed else []
    return ComposedReply("\n\n".join([*parts, *_review(post)]))


def _ask_for_missing(
    post: JobPost, changed: list[tuple[PostField, str]], sentence: str
) -> ComposedReply:
    """Ask for the most important field that is missing.

    A question without an answer is repeated once. Then the next field is asked for, and this one
    again later.
    """
    missing = find_missing(post.job_data)
    asked = find_asked_field(post)
    repeats = post.last_reply.repeats if post.last_reply else 0
    is_stuck = not changed and asked in missing
    others = [field for field in missing if field != asked]
    asks = others[0] if is_stuck and others and repeats else missing[0]
    if is_stuck and asks == asked:
        return ComposedReply(_AGAIN[asks], asks, repeats + 1)
    parts = [_note_changes(changed)] if changed else []
    question = _choose_question(sentence, _QUESTIONS[asks])
    return ComposedReply("\n".join([*parts, question]), asks)


def _note_changes(changed: list[tuple[PostField, str]]) -> str:
    by_name: dict[str, list[str]] = {}
    for field, description in changed:
        by_name.setdefault(_NAMES[field], []).append(description.rstrip("."))
    notes = (f"{name}: {', '.join(descriptions)}" for name, descriptions in by_name.items())
    return f"Noted: {'; '.join(notes)}."


def _choose_question(sentence: str, ours: str) -> str:
    """Return a coach's sentence if it is a short question without claims, else our own."""
    question = " ".join(sentence.split())
    is_question = question.endswith("?") and len(question) <= _MAX_SENTENCE_CHARS
    return question if is_question and not claims_completion(question) else ours


def _review(post: JobPost) -> list[str]:
    """Return the paragraphs that show the post, its sources, and what is worth adding."""
    unsaid = _list_unsaid(post.job_data)
    return [
        "This is the post as it will read:",
        build_ad(post.job_data, post.company_name).text(),
        "Understood from your words:\n" + "\n".join(_list_sources(post)),
        *([f"Not said yet, and worth saying: {', '.join(unsaid)}."] if unsaid else []),
        "Say yes to complete it, or what to change.",
    ]


def _list_unsaid(data: JobData) -> list[str]:
    recommended = {
        "pay": not data.has_pay,
        "employment (full time, part time)": not data.employment_type,
        "place": not data.location,
        "duties": not data.responsibilities,
        "requirements": not data.requirements,
        "benefits": not data.benefits,
    }
    return [name for name, is_unsaid in recommended.items() if is_unsaid]


def _list_sources(post: JobPost) -> list[str]:
    """Return a line for each group of fields that come from the same words."""
    fields: dict[tuple[tuple[str, ...], tuple[int, ...]], list[str]] = {}
    for key, turns in post.sources.items():
        known = [source.words for source in post.words.get(key, [])][:_MOST_WORDS_SHOWN]
        source = (tuple(dict.fromkeys(known)), tuple(turns))
        fields.setdefault(source, []).append(_LABELS.get(key, key))
    return [_describe_source(names, *source) for source, names in fields.items()]


def _describe_source(names: list[str], words: tuple[str, ...], turns: tuple[int, ...]) -> str:
    quotes = ", ".join(f"“{quote}”" for quote in words)
    numbers = ", ".join(map(str, turns))
    return f"- {' and '.join(dict.fromkeys(names))}: {quotes} (turn {numbers})"
