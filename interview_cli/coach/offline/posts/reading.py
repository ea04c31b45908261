"""Read the changes to a job post, and the words that state them, from an employer's message."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.corrections import read_corrections, remove_corrections
from interview_cli.coach.offline.posts.direct_answers import read_answer
from interview_cli.coach.offline.posts.field_values import (
    MAX_ANSWER_WORDS,
    read_terms,
    read_value,
)
from interview_cli.coach.offline.posts.list_entries import split_list, split_names, strip_marks
from interview_cli.coach.offline.posts.rules import load_pattern, load_post_words
from interview_cli.coach.offline.posts.sections import split_sections
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.places import find_place
from interview_cli.job_posts.skills import find_skills, spell_skill
from interview_cli.job_posts.titles import find_title
from interview_cli.vocabulary import POST_LISTS, PostField

_MIN_PROSE_CHARS = 150
_MAX_SKILL_WORDS = 4


def read_changes(facts: PostFacts) -> list[Change]:
    """Read a message: each field at most once, except lists.

    A question about the post changes nothing: "can we remove the salary?".
    """
    is_question = _is_question(facts.message)
    if is_question and (facts.asked or facts.is_shown):
        return []
    found = [] if is_question else list(read_corrections(facts))
    sections = list(split_sections(remove_corrections(facts.message)))
    for section in sections:
        if section.field is None:
            found += _read_free_text(section.text, facts)
        else:
            found += _read_section(section.field, section.text, facts)
    found = _drop_repeated(found)
    has_labels = any(section.field for section in sections)
    answer = read_answer(facts, found, has_labels) if facts.asked else None
    return found if answer is None else _drop_repeated(answer)


def _is_question(message: str) -> bool:
    is_marked = re.search(r"\?\W*$", message)
    return bool(is_marked or load_pattern("question").search(message))


def _drop_repeated(changes: list[Change]) -> list[Change]:
    """Keep the first change of each single field, and each entry of a list once."""
    seen: set[tuple[str, str, str, bool]] = set()
    kept = []
    for change in changes:
        key = (change.field, "", "", False)
        if change.field in POST_LISTS:
            entry = str(change.value).casefold()
            key = (change.field, change.action, entry, change.nice_to_have)
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _read_section(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    if not text.strip():
        return
    if field == "description":
        yield Change(field, "set", text.strip(), text.strip(), corrects=True)
    elif field in POST_LISTS:
        yield from _read_list(field, text)
        if field == "requirements":
            for skill, written in find_skills(text):
                yield Change("skills", "add", skill, written)
        if field == "benefits" and (pay := find_pay(text)):
            yield Change("salary", "set", pay, pay.words)
    else:
        yield from read_value(field, text, facts)


def _read_list(field: PostField, text: str) -> Iterator[Change]:
    """Read the entries of a list. Those below "nice to have" are marked."""
    is_wish = False
    for line in split_names(text) if field == "skills" else split_list(text):
        is_short = len(line.split()) <= MAX_ANSWER_WORDS
        if is_short and load_pattern("nice_to_have").search(line):
            is_wish = True
        elif line.startswith("#") or (field == "benefits" and find_pay(line)):
            continue
        elif field == "skills":
            yield Change(field, "add", spell_skill(line), line)
        else:
            yield Change(field, "add", line, line, nice_to_have=is_wish)


def _read_free_text(text: str, facts: PostFacts) -> Iterator[Change]:
    """Read text without labels. Longer paragraphs also become the description.

    They come last, because they also describe the employer, for example where the customers are.
    """
    paragraphs = _find_prose(text)
    for paragraph in paragraphs:
        text = text.replace(paragraph, " ")
    yield from _read_sentences(text, facts)
    for paragraph in paragraphs:
        yield from _read_sentences(paragraph, facts)
    if paragraphs:
        description = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
        yield Change("description", "set", description, description)


def _read_sentences(text: str, facts: PostFacts) -> Iterator[Change]:
    corrects = bool(load_pattern("correction").search(text))
    duties = _find_duties(text)
    terms = text  # without duties, which are not terms of the job: "you will lead remote teams"
    for duty in duties:
        terms = terms.replace(duty, " ")
    if title := find_title(terms):
        yield Change("title", "set", *title, corrects=corrects)
    yield from read_terms(terms, facts, corrects=corrects)
    if place := find_place(terms, facts.company_name):
        yield Change("location", "set", *place, corrects=corrects)
    if department := load_pattern("department").search(text):
        name = department["what"] or department["what2"]
        yield Change("department", "set", name, name, corrects=corrects)
    for skill, written in find_skills(text):
        yield Change("skills", "add", skill, written)
    for duty in split_list("\n".join(duties)):
        yield Change("responsibilities", "add", duty, duty)
    yield from _read_entries(text)


def _read_entries(text: str) -> Iterator[Change]:
    """Read requirements, skills and benefits that sentences name."""
    for match in load_pattern("years").finditer(text):
        years = strip_marks(match[0])
        if load_pattern("experience").search(years):
            yield Change("requirements", "add", years, years)
    for match in load_pattern("proof").finditer(text):
        yield Change("requirements", "add", strip_marks(match[0]), strip_marks(match[0]))
    for match in load_pattern("need").finditer(text):
        for name in filter(_is_unknown_skill, split_names(match["what"])):
            yield Change("skills", "add", spell_skill(name), name)
    for match in load_pattern("offer").finditer(text):
        for name in split_names(match["what"]):
            if not find_pay(name):
                yield Change("benefits", "add", name, name)


def _is_unknown_skill(name: str) -> bool:
    """Return whether a name is a skill that is not in the list of known skills."""
    first = re.match(r"\w+", name)
    if len(name.split()) > _MAX_SKILL_WORDS or any(find_skills(name)) or find_title(name):
        return False
    if first and first[0].lower() in load_post_words("no_skill"):
        return False
    return not any(load_pattern(group).search(name) for group in ("years", "proof"))


def _find_duties(text: str) -> list[str]:
    duties = (match["what"] for match in load_pattern("duty").finditer(text))
    return [duty for duty in duties if not load_pattern("no_duty").search(duty)]


def _find_prose(text: str) -> list[str]:
    """Return the longer paragraphs that end as sentences do."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [part for part in paragraphs if len(part) >= _MIN_PROSE_CHARS and part[-1] in ".!?"]
