"""Compose the job-post agent's replies: its notes, its next question, the post for review."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_cli.job_posts.advert import (
    FIELD_NAMES,
    build_ad,
    find_missing,
    name_in_json,
)
from interview_cli.job_posts.fairness import describe_ground, suggest_instead
from interview_cli.job_posts.grounding import claims_completion
from interview_cli.post_models import AgentMessage, JobPost
from interview_cli.text import join_list, shorten
from interview_cli.vocabulary import PostField
from interview_cli.workflow.job_post_answers import (
    answer_topic,
    find_asked_field,
    list_unsaid,
    note_changes,
)
from interview_cli.workflow.job_post_outcome import TurnOutcome

_MAX_SENTENCE_CHARS = 400
_MAX_QUOTE_CHARS = 120
_LABELS = {name_in_json(field): name for field, name in FIELD_NAMES.items() if field != "salary"}
_LABELS |= dict.fromkeys(("salaryMin", "salaryMax", "currency", "salaryUnit"), "pay")
_MOST_WORDS_SHOWN = 4
_MOST_ASKED = 2
"""A field that was asked for so often is still missing for want of an answer."""
_POSSIBLE = {
    "": "I write down what you say about the job, change it and leave it out.",
    "wording": (
        "I keep your own words and do not polish them. To reword a part, say how it should read, as"
        " in: “change wash up to wash the dishes”."
    ),
    "layout": (
        "The layout is fixed: sections in their usual order, and lists as bullet points in the"
        " order in which you name the entries."
    ),
    "delivery": (
        "I send nothing to anybody. “Show” shows the post here, and the export writes it to a file:"
        " Markdown, HTML, PDF or JSON."
    ),
    "language": "I read English, and the post keeps the words in which you describe the job.",
}
"""What can be done instead of an order that the agent cannot follow, by its kind."""
_QUESTIONS: dict[PostField, tuple[str, ...]] = {
    "title": (
        "What is the job called? For example: Nurse, Sales Manager, Backend Developer.",
        "I still need the job title. Please write it alone, as in: Staff Nurse.",
        "What would people in this job call themselves? As in: title: Store Manager.",
    ),
    "experience_level": (
        "Which level is it: junior, mid, senior or lead?",
        "I did not find a level in that: is it junior, mid, senior or lead? “Skip” leaves it open.",
        "How experienced must the person be? As in: level: mid. Or: skip.",
    ),
    "skills": (
        "Which skills must the person have? Two or three will do, with commas between them.",
        "I did not find a skill in that. As in: skills: first aid, driving. “Skip” leaves it open.",
        "What must the person be able to do on the first day? Or: skip.",
    ),
    "location": (
        "Where is the work: in which town, or remote?",
        "I did not find a place in that. As in: location: Leeds. Or: remote. Or: skip.",
        "Which town should people look for the job in? Or is it remote? Or: skip.",
    ),
    "responsibilities": (
        "What will the person do? Two or three duties, a line or a comma each.",
        "I did not find a duty in that. As in: duties: open up, serve guests.",
        "What does a usual day in the job consist of? As in: duties: bake bread, clean up.",
    ),
}
_STILL_MISSING: dict[PostField, str] = {
    "title": (
        "I still have no job title, and a post needs one: I asked twice and found none in the"
        " answers. Please write it alone, as in: title: Staff Nurse."
    ),
    "experience_level": (
        "I still have no level: I asked twice and found none in the answers. Say junior, mid,"
        " senior or lead, or “skip” if it does not matter."
    ),
    "skills": (
        "I still have no skills: I asked twice and found none in the answers. Name them as in:"
        " skills: first aid, driving. Or say “skip” to leave them out."
    ),
    "location": (
        "I still have no place: I asked twice and found none in the answers. Name it as in:"
        " location: Leeds. Or say “remote”, or “skip” to leave it out."
    ),
    "responsibilities": (
        "I still have no duties, and a post needs some: I asked twice and found none in the"
        " answers. As in: duties: open up, serve guests."
    ),
}
"""What is said of a field that was asked for twice without an answer that was understood."""
_REVIEW_ENDINGS = (
    "Say yes to complete the post, “show” to see it, or what to change.",
    "Shall I complete the post now? Yes, or what to change.",
)


@dataclass(frozen=True)
class ComposedReply:
    """A reply of the agent, and the field it asks for."""

    text: str
    asks: PostField | None = None
    repeats: int = 0
    """How many times in a row it has repeated this question, this reply included."""


def compose_reply(
    post: JobPost, outcome: TurnOutcome, sentence: str, *, was_shown: bool
) -> ComposedReply:
    """Compose the agent's reply to a turn.

    `sentence` is the coach's own question, which may be empty.
    """
    notes = list(_compose_notes(outcome))
    if post.is_complete:
        ending = "The post is complete. To change it, say what."
        return _avoid_repetition(
            post,
            [*answer_topic(post, outcome), *notes, *_show_wanted(post, outcome)],
            (ending, f"{ending} “Show” shows it."),
        )
    if find_missing(post.job_data, post.skipped):
        return _ask_for_missing(post, outcome, notes, sentence)
    if was_shown and not _wants_post(outcome):
        return _ask_to_confirm(post, outcome, notes)
    paragraphs = [" ".join(notes)] if notes else []
    return ComposedReply("\n\n".join([*paragraphs, *answer_topic(post, outcome), *_review(post)]))


def _wants_post(outcome: TurnOutcome) -> bool:
    return outcome.topic == "show"


def _show_wanted(post: JobPost, outcome: TurnOutcome) -> list[str]:
    """Return the post, if the employer wants to see it."""
    return [build_ad(post.job_data, post.company_name).text()] if _wants_post(outcome) else []


def _ask_to_confirm(post: JobPost, outcome: TurnOutcome, notes: list[str]) -> ComposedReply:
    """Reply to a message about a post that the employer has seen."""
    answers = answer_topic(post, outcome)
    if outcome.topic == "doubt":
        answers = ["It sounds as if you are not sure."]
    elif outcome.topic == "refuse":
        answers = ["What should change? As in: “level: mid”, or “drop the second duty”."]
    elif not notes and not answers:
        answers = ["I did not find a change in that."]
    return _avoid_repetition(post, [*answers, *notes], _REVIEW_ENDINGS)


def _ask_for_missing(
    post: JobPost, outcome: TurnOutcome, notes: list[str], sentence: str
) -> ComposedReply:
    """Ask for the most important field that is missing.

    A question without an answer is asked once more in other words. Then the next field is asked
    for, and this one again later.
    """
    missing = find_missing(post.job_data, post.skipped)
    asked = find_asked_field(post)
    repeats = post.last_reply.repeats if post.last_reply else 0
    is_stuck = asked in missing and not outcome.changed and not outcome.declined
    others = [field for field in missing if field != asked]
    asks = others[0] if is_stuck and others and repeats else missing[0]
    is_repeated = is_stuck and asks == asked
    answers = answer_topic(post, outcome)
    variants = _QUESTIONS[asks]
    first = (repeats + 1) % len(variants) if is_repeated else 0
    if outcome.topic == "confirm" or (is_repeated and (answers or outcome.topic)):
        first = 2
    question = variants[first] if first else _choose_question(sentence, variants[0])
    if _count_asked(post, asks) >= _MOST_ASKED and not outcome.topic:
        question = _STILL_MISSING[asks]
    parts = [*answers, *notes, *_show_wanted(post, outcome)]
    reply = _avoid_repetition(post, parts, (question, *variants))
    return ComposedReply(reply.text, asks, repeats + 1 if is_repeated else 0)


def _count_asked(post: JobPost, field: PostField) -> int:
    """Return how many replies asked for a field."""
    return sum(
        isinstance(message, AgentMessage) and message.asks == field for message in post.messages
    )


def _avoid_repetition(post: JobPost, parts: list[str], endings: tuple[str, ...]) -> ComposedReply:
    """Return the parts with an ending in other words than that of the last reply."""
    last = post.last_reply.content if post.last_reply else ""
    ending = next((ending for ending in endings if not last.endswith(ending)), endings[0])
    return ComposedReply("\n".join([*parts, ending]))


def _compose_notes(outcome: TurnOutcome) -> Iterator[str]:
    """Return a sentence for each kind of thing that the employer must know about the turn."""
    grounds: dict[str, list[str]] = {}
    for ground, words in outcome.unlawful:
        grounds.setdefault(ground, []).append(words)
    for ground, demands in grounds.items():
        yield (
            f"I left out {_quote(demands)}: in many countries the law forbids a job ad to select"
            f" people by {describe_ground(ground)}. Instead, {suggest_instead(ground)}."
        )
    yield from note_changes(outcome.changed)
    if outcome.denied:
        yield f"Not wanted, and not in the post: {_quote(outcome.denied)}."
    if outcome.declined:
        names = dict.fromkeys(FIELD_NAMES[field] for field in outcome.declined)
        yield f"Left open: {join_list(list(names))}."
    if outcome.settled_skills:
        yield "I list no skills beside the requirements, unless you name some."
    for field in outcome.refused_to_decline:
        yield f"A post cannot do without its {FIELD_NAMES[field]}."
    yield from _note_left_out(outcome)


def _note_left_out(outcome: TurnOutcome) -> Iterator[str]:
    """Return a sentence for each kind of words that did not enter the post."""
    if outcome.unreadable:
        yield (
            f"I could not read {_quote(outcome.unreadable)} as pay, and did not use it. What works:"
            " an amount for an hour, a day, a week, a month or a year."
        )
    if outcome.unclear:
        yield (
            f"{_quote(outcome.unclear)} names two levels, and a post has one: which one shall it"
            " name?"
        )
    for field in outcome.absent:
        yield f"The post has no {FIELD_NAMES[field]}, so there is nothing to remove."
    orders: dict[str, list[str]] = {}
    for kind, words in outcome.impossible:
        orders.setdefault(kind, []).append(words)
    for kind, quotes in orders.items():
        yield f"I cannot do this: {_quote(quotes)}. {_POSSIBLE[kind]}"
    if outcome.unused:
        yield f"I did not use: {_quote(outcome.unused)}."


def _quote(words: Iterable[str]) -> str:
    return ", ".join(f"“{quote}”" for quote in dict.fromkeys(words))


def _choose_question(sentence: str, ours: str) -> str:
    """Return a coach's sentence if it is a short question without claims, else our own."""
    question = " ".join(sentence.split())
    is_question = question.endswith("?") and len(question) <= _MAX_SENTENCE_CHARS
    return question if is_question and not claims_completion(question) else ours


def _review(post: JobPost) -> list[str]:
    """Return the paragraphs that show the post, its sources, and what is worth adding."""
    unsaid = list_unsaid(post.job_data)
    return [
        "This is the post as it will read:",
        build_ad(post.job_data, post.company_name).text(),
        "Understood from your words:\n" + "\n".join(_list_sources(post)),
        *([f"Not said yet, and worth saying: {', '.join(unsaid)}."] if unsaid else []),
        "Say yes to complete it, or what to change.",
    ]


def _list_sources(post: JobPost) -> list[str]:
    """Return a line for each group of fields that come from the same words."""
    fields: dict[tuple[tuple[str, ...], tuple[int, ...]], list[str]] = {}
    for key, turns in post.sources.items():
        known = [source.words for source in post.words.get(key, [])][:_MOST_WORDS_SHOWN]
        source = (tuple(dict.fromkeys(known)), tuple(turns))
        fields.setdefault(source, []).append(_LABELS.get(key, key))
    return [_describe_source(names, *source) for source, names in fields.items()]


def _describe_source(names: list[str], words: tuple[str, ...], turns: tuple[int, ...]) -> str:
    quotes = ", ".join(f"“{shorten(quote, _MAX_QUOTE_CHARS)}”" for quote in words)
    numbers = ", ".join(map(str, turns))
    return f"- {' and '.join(dict.fromkeys(names))}: {quotes} (turn {numbers})"
