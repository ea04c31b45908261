"""Read the value of a field that is known: behind a label, as an answer, as a correction."""

import re
from collections.abc import Iterator

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft, complete_pay, find_claims, find_pay_act
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.date_roles import find_dates
from interview_cli.job_posts.dates import find_last_day, parse_date
from interview_cli.job_posts.entries import has_content
from interview_cli.job_posts.grounding import TERMS
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import ASKED_ODDS, find_place, parse_place
from interview_cli.job_posts.reading_rules import find_extra
from interview_cli.job_posts.terms import find_work_type
from interview_cli.job_posts.title_format import format_title
from interview_cli.job_posts.titles import find_title, remove_gender_mark
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import PostField

_MAX_TITLE_WORDS = 8
_MAX_TEXT_WORDS = 8
_MAX_DETAIL_WORDS = 16


def read_value(field: PostField, text: str, draft: Draft, *, corrects: bool) -> Iterator[Act]:
    """Read a text that is known to be about one field; the field is not a list."""
    text = strip_marks(text)
    if field == "title":
        yield from _read_title(text, corrects=corrects)
    elif field == "location":
        yield from _read_place(text, draft)
    elif field == "salary":
        yield from _read_pay(text, draft)
    elif field in TERMS:
        claims = find_claims(text, draft, corrects=corrects, takes_title=False)
        yield from claims.acts
        is_hours = field == "employment_type" and not claims.acts
        for part in [] if is_hours else claims.remains:
            yield Act("beside", words=strip_marks(part))
        if is_hours:
            yield from _read_detail("work_hours", text, draft)
    else:
        yield from _read_detail(field, text, draft)


def read_correction(field: PostField, text: str, draft: Draft) -> list[Act]:
    """Read the new value of a field that is named; empty if it is no value for it."""
    acts = list(read_value(field, text, draft, corrects=True))
    return [] if all(act.kind == "beside" for act in acts) else acts


def _read_terms(text: str, *, corrects: bool) -> Iterator[Act]:
    for field, find in TERMS.items():
        if term := find(text):
            yield Act("set", field, term[0], term[1], corrects)


def _read_title(text: str, *, corrects: bool) -> Iterator[Act]:
    """Read a title: a short text is the title; from a longer one, take the words that name one."""
    answer = remove_gender_mark(text).strip()
    first, _, rest = answer.partition(" ")
    if rest and first.lower() in load_words("reading.toml", "articles"):
        answer = rest
    found = find_title(answer)
    is_short = len(answer.split()) <= _MAX_TITLE_WORDS
    bracket = re.match(r" ?\([^()]*\)$", answer.removeprefix(found[1])) if found else None
    if found and bracket and answer.startswith(found[1]):  # "Teaching Assistant (Year 2)"
        yield Act("set", "title", f"{found[0]}{bracket[0]}", answer, corrects)
    elif found and (not is_short or has_content(answer.replace(found[1], ""))):
        yield Act("set", "title", found[0], found[1], corrects)
        town = strip_marks(answer.replace(found[1], ""))
        if is_known_place(town):
            yield Act("set", "location", parse_place(town) or town, town)
    elif answer and is_short:
        value = found[0] if found else format_title(answer)
        yield Act("set", "title", value, answer, corrects)
    for act in _read_terms(text, corrects=corrects):
        if act.field == "experience_level":
            yield act


def _read_place(text: str, draft: Draft) -> Iterator[Act]:
    answer = re.sub(r"\([^)]*\)", "", text)
    work_type = find_work_type(text)
    if work_type:
        answer = answer.replace(work_type[1], " ").strip(" ,;/")
    place = parse_place(answer) if answer else None
    found = find_place(answer, draft.company, ASKED_ODDS)
    if place and (found is None or len(place.split()) <= _MAX_TEXT_WORDS):
        words = place if place in answer else answer
        yield Act("set", "location", place, words, corrects=True)
    elif found:
        yield Act("set", "location", *found, corrects=True)
    yield from _read_terms(text, corrects=True)


def _read_pay(text: str, draft: Draft) -> Iterator[Act]:
    if pay := find_pay(text, asked=True):
        pay = complete_pay(pay, draft)
        yield Act("set", "salary", pay, pay.words, corrects=True)
        rest = text.replace(pay.words, " ")
        if extra := find_extra(rest):
            yield from add_entries("benefits", extra)
        yield from _read_terms(rest, corrects=False)
        return
    if found := find_pay_act(text, draft, corrects=True):
        yield found
    elif has_content(text):
        yield Act("unreadable", "salary", text, text)


def _read_detail(field: PostField, text: str, draft: Draft) -> Iterator[Act]:
    if field in ("job_start_date", "valid_through"):
        is_end = field == "valid_through"
        today = draft.turn.today
        value = find_last_day(text, today)[0] if is_end else parse_date(text, today)
        labelled = f"closing: {text}" if is_end else f"start {text}"
        found = [act for act in find_dates(labelled, today) if act.field == field]
        if value or found:
            yield Act("set", field, value or found[0].value, text, corrects=True)
        else:
            yield Act("beside", words=text)
    elif field == "total_job_openings":
        number = re.search(r"\d+", text)
        if number:
            yield Act("set", field, number[0], number[0], corrects=True)
    elif text and len(text.split()) <= _MAX_DETAIL_WORDS:
        yield Act("set", field, text, text, corrects=True)
    elif text:
        yield Act("beside", words=text)
