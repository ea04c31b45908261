"""Answers of the job-post agent to a question, or to a message about the conversation."""

from collections.abc import Iterator
from typing import get_args

from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.advert import (
    FIELD_NAMES,
    describe_field,
    name_missing,
)
from interview_cli.job_posts.quality import check_pay
from interview_cli.job_posts.restoring import FieldChange
from interview_cli.job_posts.stored_entries import find_stored
from interview_cli.job_posts.stored_questions import IS_STORED, STORED
from interview_cli.post_models import JobData, JobPost
from interview_cli.text import join_list, shorten
from interview_cli.vocabulary import PostField
from interview_cli.workflow.job_post_outcome import TurnOutcome

_MAX_NOTE_CHARS = 60
_MOST_NOTED = 5
_HELP = (
    "Tell me about the job in your own words, or paste an ad. I note what you say and ask for what"
    " is missing. You can say: “make it senior”, “drop the second duty”, “change York to Leeds”,"
    " “salary: 30k”, “skip” to leave a question open, “undo”, “start over”, “show” to see the post."
)
_NO_FIGURES = (
    "I have no market figures, so I cannot say what others pay or whether pay is fair. I can check"
    " that it has an amount, a currency and a unit of time, and that they fit together."
)
_NO_ANSWER = (
    "I cannot answer that: I only write down what you say about the job. To change the post, say it"
    " without a question."
)
_NOT_PUBLISHED = (
    "I do not publish posts: nobody sees this one until you export it and publish it where you"
    " like."
)
_NO_LEGAL_ADVICE = (
    "I give no legal advice. I can check the wording: `check` names what selects people by age,"
    " sex, origin, religion, marital status, appearance or health, which discriminates in many"
    " countries, and suggests the usual words instead."
)
_OPTIONAL = (
    "A post can be completed without it. Some countries ask for it by law: I give no legal advice."
    " “Skip” leaves a question open."
)
_MEANINGS: dict[PostField, tuple[str, str]] = {
    "title": (
        "The title is the name by which people look for the job, and it heads the post. For"
        " example: Staff Nurse, Forklift Driver, Payroll Clerk.",
        "Any usual name of the work will do: Baker for a person who bakes, School Caretaker for one"
        " who looks after the building of a school.",
    ),
    "experience_level": (
        "The level says how much experience the work needs, so that the right people apply. A"
        " junior is new to the work, mid level works alone, a senior guides others, a lead heads a"
        " team.",
        "For example: somebody straight from training is junior, somebody with three years who"
        " needs no help is mid level, somebody who trains others is senior.",
    ),
    "skills": (
        "Skills are what the person must know or be able to do on the first day: people check them"
        " before they apply. For example: first aid, Spanish, forklift driving, Excel.",
        "Think of what you would test on a trial day. Of a barista, for example: making coffee,"
        " working a till.",
    ),
    "location": (
        "People look for a job by its place. A town will do, for example: Leeds. Work from anywhere"
        " is called remote, and a mix of both is hybrid.",
        "Say where the person works on a usual day, for example: Hull, building sites around Cork,"
        " at home.",
    ),
    "responsibilities": (
        "The duties tell people what they will do all day. Of a barista, for example: make coffee,"
        " serve guests, clean the machine.",
        "Think of yesterday: what did the person in this job do from morning to evening? For"
        " example: open the shop, advise customers, order stock.",
    ),
}
"""What the agent means by what it asks for, with examples, in two wordings."""
_RELATED: dict[PostField, tuple[PostField, ...]] = {
    "work_hours": ("shifts",),
    "shifts": ("work_hours",),
    "location": ("work_type",),
    "skills": ("requirements",),
    "requirements": ("skills",),
}
"""Fields that employers call by the same name as another."""
_FIXED = {
    "help": _HELP,
    "restart": "I cleared the post. “Undo” brings it back.",
    "thank": "You are welcome. Nothing changed.",
    "publishing": _NOT_PUBLISHED,
    "law": _NO_LEGAL_ADVICE,
    "must_say": _OPTIONAL,
    "other": _NO_ANSWER,
}
"""The answers that depend on nothing else, by topic."""


def find_asked_field(post: JobPost) -> PostField | None:
    """Return the field that the agent's last reply asks for."""
    asked = post.last_reply.asks if post.last_reply else ""
    return next((field for field in get_args(PostField) if field == asked), None)


def answer_topic(post: JobPost, outcome: TurnOutcome) -> list[str]:
    """Answer a question or a message about the conversation; empty if there is nothing to say."""
    topic = outcome.topic
    if topic in _FIXED:
        return [_FIXED[topic]]
    name, _, words = topic.partition(":")
    if name == STORED:
        return [_describe_stored(post.job_data, words)]
    if name == IS_STORED:
        return [_describe_entries(post.job_data, words)]
    if topic == "unneeded":
        return ["I do not need that: I only ask for what stands in a post."]
    if topic == "undo":
        return [_describe_undo(outcome)]
    if topic == "missing":
        return [_describe_needs(post)]
    if topic == "greet":
        return [_describe_standing(post)]
    if topic == "pay":
        findings = [finding.message for finding in check_pay(post.job_data)]
        return [" ".join([_NO_FIGURES, *findings])]
    if topic == "meaning":
        asked = find_asked_field(post)
        return [_explain(post, asked)]
    missing = name_missing(post.job_data, post.skipped) if topic == "confirm" else []
    return [f"It cannot be completed yet: I still need {join_list(missing)}."] if missing else []


def _describe_stored(data: JobData, name: str) -> str:
    """Return what the post says of a field."""
    field = next(field for field in get_args(PostField) if field == name)
    names = (field, *_RELATED.get(field, ()))
    said = [(name, text) for name in names if (text := describe_field(data, name))]
    if not said:
        return f"The post does not say the {FIELD_NAMES[field]} yet."
    return " ".join(f"{FIELD_NAMES[name].capitalize()}: {text}." for name, text in said)


def _describe_entries(data: JobData, words: str) -> str:
    """Return whether the post has what words name, in the words of the post."""
    entries = find_stored(words, Turn("", data=data))
    texts = [entry or describe_field(data, field) for field, entry in entries]
    if any(texts):
        return f"Yes, the post says: {', '.join(filter(None, texts))}."
    named = [field for field in FIELD_NAMES if words in describe_field(data, field)]
    if named:
        return f"Yes, the post says: {describe_field(data, named[0])}."
    return f"No, the post does not say “{shorten(words, _MAX_NOTE_CHARS)}”."


def _explain(post: JobPost, asked: PostField | None) -> str:
    """Explain what is asked for, in other words than the last reply."""
    if asked is None or asked not in _MEANINGS:
        return _HELP
    last = post.last_reply.content if post.last_reply else ""
    first, second = _MEANINGS[asked]
    return second if first in last else first


def _describe_undo(outcome: TurnOutcome) -> str:
    if not outcome.undone:
        return "There is no change to undo."
    return " ".join(["I took the last change back.", *note_changes(outcome.taken_back)])


def _describe_needs(post: JobPost) -> str:
    missing = name_missing(post.job_data, post.skipped)
    unsaid = list_unsaid(post.job_data)
    parts = [
        f"I still need: {join_list(missing)}." if missing else "The post has all that it needs."
    ]
    if unsaid:
        parts.append(f"Worth saying, too: {join_list(unsaid)}.")
    return " ".join(parts)


def _describe_standing(post: JobPost) -> str:
    data = post.job_data
    if not data.title:
        return "Hello."
    known = [data.title, data.location, post.company_name]
    return f"Hello. So far: {', '.join(filter(None, known))}."


def list_unsaid(data: JobData) -> list[str]:
    """Return what readers look for and the post does not say."""
    recommended = {
        "pay": not data.has_pay,
        "employment (full time, part time)": not data.employment_type,
        "place": not data.location,
        "duties": not data.responsibilities,
        "requirements": not data.requirements,
        "benefits": not data.benefits,
    }
    return [name for name, is_unsaid in recommended.items() if is_unsaid]


def note_changes(changed: list[FieldChange]) -> Iterator[str]:
    """Return a sentence on what entered the post, and one on what was taken out of it."""
    for word, is_removal in (("Noted", False), ("Taken out", True)):
        changes = [change for change in changed if change.is_removal is is_removal]
        if changes:
            yield f"{word}: {_list_changes(changes)}."


def _list_changes(changes: list[FieldChange]) -> str:
    by_name: dict[str, list[str]] = {}
    for change in changes:
        by_name.setdefault(FIELD_NAMES[change.field], []).append(change.text.rstrip("."))
    notes = (
        f"{name}: {_list_briefly(texts)}" if any(texts) else name for name, texts in by_name.items()
    )
    return "; ".join(notes)


def _list_briefly(descriptions: list[str]) -> str:
    shown = [shorten(description, _MAX_NOTE_CHARS) for description in descriptions[:_MOST_NOTED]]
    more = len(descriptions) - _MOST_NOTED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
